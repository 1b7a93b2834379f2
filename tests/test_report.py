import json
from pathlib import Path

import pytest

from kg.records import Remark
from kg.report import (
    as_json,
    as_text,
    make_report,
    remark_lines,
    summary,
    with_networks,
)


@pytest.fixture
def report(extractions, resolution):
    remarks = [Remark("a.bib", 3, "broken")] * 12 + [
        Remark("b.txt", None, "odd", lost=False)
    ]
    begun = make_report(
        extractions,
        resolution,
        remarks,
        edges={"coauthor": 1},
        dropped={"works of too many authors": 0},
        thresholds={"max_authors": 50},
    )
    notes = {"thresholds": {"max_edges": 9}, "description": "all: 7 nodes."}
    drawn = {"all": {"dropped": 2, **notes}}
    return with_networks(begun, drawn, files=["nodes.csv"])


def test_drawing_adds_what_it_left_out(report):
    assert report.dropped == {"edges, all": 2, "works of too many authors": 0}
    assert report.thresholds == {"max_authors": 50, "max_edges": 9}
    assert report.files == ("nodes.csv",)
    assert report.networks["all"]["description"] == "all: 7 nodes."


def test_the_counts_are_those_of_the_build(report):
    assert (report.documents, report.works, report.duplicates) == (3, 3, 0)
    assert report.entities["person"] == 2
    assert report.mentions["person"] == 5
    assert report.merges == {"person: order": 1}


def test_the_words_have_counts_thresholds_and_reasons(report):
    text = as_text(report)
    for words in (
        "3 documents",
        "2 people",
        "a.bib:3: broken",
        "max_authors: 50",
        "Drawn networks:\n  all: 7 nodes.",
        "b.txt",
    ):
        assert words in text


def test_the_closing_words_are_short(report):
    lines = summary(report, folder=Path("out")).splitlines()
    assert lines[0].startswith("Read 3 documents from 1 file")
    assert len(lines) == 4
    assert lines[-2].startswith("Files in out: ")
    assert lines[-1] == "open out/network.html"


def test_ten_remarks_of_a_sort_are_spelled_out_or_all_who_asks(report):
    lines = remark_lines(report)
    assert lines[0] == "Skipped: a.bib:3: broken"
    assert lines[10:] == ["Skipped: 2 more, see report.txt", "Warning: b.txt: odd"]
    assert len(remark_lines(report, most=None)) == 13


def test_one_is_not_many(report):
    lines = as_text(report).splitlines()
    assert "1 institution, 1 method, 1 concept; 1 edge." in lines[1]


def test_a_folders_name_can_be_pasted_into_a_shell(report):
    last = summary(report, folder=Path("my out; rm")).splitlines()[-1]
    assert last == "open 'my out; rm/network.html'"


def test_the_json_has_every_field(report):
    thresholds = json.loads(as_json(report))["thresholds"]
    assert thresholds == {"max_authors": 50, "max_edges": 9}


def test_the_kinds_that_a_build_has_are_explained(report):
    kinds = json.loads(as_json(report))["kinds"]
    assert list(kinds["nodes"]) == [
        *("person", "institution", "method", "concept", "work")
    ]
    assert kinds["edges"] == {
        "coauthor": {
            "label": "wrote with",
            "directed": False,
            "meaning": "Two people are authors of one work.",
        }
    }


def test_a_warning_of_the_folder_comes_first(report):
    kept = Remark("nodes.csv", None, "was changed", lost=False)
    drawn = {"all": {"dropped": 0, "thresholds": {}}}
    told = with_networks(report, drawn, files=[], warnings=[kept])
    assert [warning.source for warning in told.warnings] == ["nodes.csv", "b.txt"]
