import json

import pytest

from kg.cli.build_plan import plan_lines
from kg.errors import ModelError, OutputError


@pytest.fixture
def records(tmp_path):
    path = tmp_path / "in.jsonl"
    path.write_text("\n".join(json.dumps({"title": f"Mills of {n}"}) for n in "abc"))
    return path


def test_a_dry_run_writes_nothing(run, records, tmp_path):
    out = tmp_path / "out"
    result = run("build", str(records), "--out", str(out), "--dry-run")
    assert result.exit_code == 0
    assert "in.jsonl" in result.stdout.splitlines()[1]
    assert "Would read 3 records with the tagger that kg ships." in result.stdout
    assert f"Would write to {out}: kg.duckdb, documents.jsonl" in result.stdout
    assert not out.exists()


def test_what_would_be_replaced_and_kept_is_said(run, records, tmp_path):
    out = tmp_path / "out"
    assert run("build", str(records), "--out", str(out), "-q").exit_code == 0
    (out / "nodes.csv").write_text("mine\n")
    before = {path.name: path.read_bytes() for path in out.iterdir()}
    lines = run("build", str(records), "--out", str(out), "--dry-run").stdout
    assert "Would replace the build that is there." in lines
    assert "Would keep nodes.csv, which was changed, as nodes.csv.edited." in lines
    assert {path.name: path.read_bytes() for path in out.iterdir()} == before


def test_decisions_are_counted(tmp_path):
    decisions = tmp_path / "decisions.csv"
    decisions.write_text("kind,a,b,verdict,note\nperson,Ann Lee,A. Lee,merge,\n")
    lines = plan_lines(tmp_path / "out", records=3, decisions=decisions, model=None)
    assert "Would obey 1 decision of a person." in list(lines)


def test_what_would_stop_a_build_stops_its_plan(tmp_path):
    (tmp_path / "nodes.csv").write_text("mine\n")
    with pytest.raises(OutputError):
        list(plan_lines(tmp_path, records=1, decisions=None, model=None))
    with pytest.raises(ModelError):
        list(plan_lines(tmp_path / "out", records=1, decisions=None, model=tmp_path))
