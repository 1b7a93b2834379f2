import json

import pytest


@pytest.fixture
def folder(tmp_path):
    lines = [json.dumps({"title": f"Mill {n}", "year": 2001}) for n in "abc"]
    (tmp_path / "a.jsonl").write_text("\n".join([*lines, "{"]))
    return tmp_path


def test_a_table_with_its_sums(run, folder):
    result = run("scan", str(folder))
    assert result.exit_code == 0
    heading, row, sums = result.stdout.splitlines()
    columns = "file kind records lost authors abstract year affil. DOI first problem"
    assert heading.split() == columns.split()
    assert row.split()[:9] == (
        ["a.jsonl", "JSON", "records", "3", "1", "0%", "0%", "100%", "0%"]
    )
    assert "a.jsonl:4: no JSON" in row
    assert sums == "3 records in 1 file, 1 lost"


def test_json_has_shares_and_the_whole_problem(run, folder):
    (row,) = json.loads(run("scan", str(folder), "--json").stdout)
    assert (row["records"], row["lost"], row["year"], row["authors"]) == (
        3,
        1,
        1.0,
        0.0,
    )
    assert row["problem"].startswith("a.jsonl:4: ")


def test_nothing_at_the_path(run_main, capsys, tmp_path):
    assert run_main("scan", str(tmp_path / "none")) == 1
    assert "no such file" in capsys.readouterr().err


def test_names_and_problems_are_printable(run, tmp_path):
    (tmp_path / "a\x1b[31m.jsonl").write_text('{"title": "x"}\n{\n')
    assert "\x1b" not in run("scan", str(tmp_path)).stdout
