import csv
import json

import pytest

from kg.analysis.structure import ANALYSES


@pytest.fixture
def analyse(run_main, small_store, tmp_path, monkeypatch):
    """Ask in an empty folder; return the exit status."""
    monkeypatch.chdir(tmp_path)
    return lambda *more: run_main("analyse", *more, "--store", str(small_store))


@pytest.mark.parametrize("question", ANALYSES)
def test_every_question_is_answered_in_three_ways(analyse, tmp_path, capsys, question):
    assert analyse(question) == 0
    assert f"{question}: " in capsys.readouterr().err
    assert analyse(question, "--json") == 0
    rows = json.loads(capsys.readouterr().out)
    assert analyse(question, "--csv", "x.csv", "--quiet") == 0
    assert capsys.readouterr() == ("", "")
    with (tmp_path / "x.csv").open(encoding="utf-8") as lines:
        written = list(csv.DictReader(lines))
    assert [list(row) for row in written] == [list(row) for row in rows]


def test_without_a_question_all_are_answered(analyse, capsys):
    assert analyse() == 0
    out = capsys.readouterr().out
    assert all(f"{question}: " in out for question in ANALYSES)
    assert analyse("--json") == 0
    assert list(json.loads(capsys.readouterr().out)) == list(ANALYSES)


def test_a_network_and_ways_can_be_named(analyse, capsys):
    ways = ["--network", "terms", "--min-documents", "1", "--backbone", "none"]
    assert analyse("centrality", *ways, "--json", "--limit", "1") == 0
    (row,) = json.loads(capsys.readouterr().out)
    assert row["kind"] in ("method", "concept")


def test_csv_can_go_to_standard_output(analyse, capsys):
    assert analyse("centrality", "--network", "people", "--csv", "-") == 0
    assert capsys.readouterr().out.startswith("node,name,kind,works,")


@pytest.mark.parametrize(
    ("arguments", "known"),
    [
        (["centre"], "centrality"),
        (["brokers", "--network", "friends"], "people"),
        (["--csv", "x.csv"], "bursts"),
        (
            [
                "brokers",
                "--network",
                "coauthor",
                "--counting",
                "full",
                "--backbone",
                "x",
            ],
            "none",
        ),
    ],
)
def test_what_cannot_be_answered_says_what_can(analyse, capsys, arguments, known):
    assert analyse(*arguments) == 1
    assert known in capsys.readouterr().err


def test_a_changed_file_is_kept(analyse, tmp_path):
    (tmp_path / "x.csv").write_text("mine")
    assert analyse("centrality", "--network", "people", "--csv", "x.csv") == 0
    assert (tmp_path / "x.csv.edited").read_text() == "mine"
