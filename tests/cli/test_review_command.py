import json
import shutil

import duckdb
import pytest

from kg.resolution.decisions_file import parse_decisions


@pytest.fixture
def doubtful(small_store, tmp_path):
    """A store in which one merge is a matter of doubt."""
    shutil.copy(small_store / "kg.duckdb", tmp_path / "kg.duckdb")
    with duckdb.connect(str(tmp_path / "kg.duckdb")) as changed:
        changed.execute("UPDATE merges SET score = 0.7")
    return ["--store", str(tmp_path)]


def test_the_list_is_a_csv_of_decisions(run, doubtful):
    shown = run("review", *doubtful).stdout
    assert shown.startswith("kind,a,b,verdict,note\n")
    (decision,) = parse_decisions(shown)
    assert (decision.a, decision.b, decision.verdict) == (
        "Carl Gauss",
        "Gauss, Carl",
        "merge",
    )


def test_the_list_as_json(run, doubtful):
    (row,) = json.loads(run("review", *doubtful, "--json").stdout)
    assert list(row) == ["kind", "a", "b", "verdict", "reason", "score", "works"]
    assert row["score"] == 0.7


def test_the_list_as_a_file(run, doubtful, tmp_path):
    file = tmp_path / "mine.csv"
    result = run("review", *doubtful, "--output", str(file))
    assert result.stdout == f"{file}: 1 decision\n"
    assert file.read_text(encoding="utf-8") == run("review", *doubtful).stdout
    assert run("review", *doubtful, "--output", "-").stdout == file.read_text()


def test_a_list_in_which_somebody_decided_is_not_replaced(
    run_main, doubtful, tmp_path, capsys
):
    file = tmp_path / "decisions.csv"
    arguments = ("review", *doubtful, "--output", str(file))
    assert run_main(*arguments) == run_main(*arguments) == 0  # the same is no loss
    mine = file.read_text(encoding="utf-8").replace("merge", "apart")
    file.write_text(mine, encoding="utf-8")
    assert run_main(*arguments) == 1
    assert "name another file" in capsys.readouterr().err
    assert file.read_text(encoding="utf-8") == mine
    assert not (tmp_path / "decisions.csv.edited").exists()


def test_no_doubt_is_a_list_without_lines(run, small_store):
    shown = run("review", "--store", str(small_store))
    assert shown.stdout == "kind,a,b,verdict,note\n"
