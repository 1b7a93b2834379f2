"""Rows are the contract of --json: names and order of keys, lists for tuples."""

import json

import pandas as pd
import pytest

from kg.query.answers import (
    DocumentEvidence,
    Expert,
    MergeReason,
    Neighbour,
    Quote,
    SearchHit,
    Step,
    UncertainDecision,
)

IN_TEXT = Quote(3, 6, "Ada", line=7)
IN_FIELD = Quote(0, 3, "Ada", field="authors.0")


@pytest.mark.parametrize(
    ("row", "keys"),
    [
        (
            Neighbour("e", "n", "person", "coauthor", 2, 1.5, ("d",)),
            "entity name kind edge weight strength documents salience",
        ),
        (Step("e", "n", "person", None, ()), "entity name kind edge documents"),
        (Expert("e", "n", 0.5, ("d",)), "entity name score documents"),
        (SearchHit("e", "n", "work", 3), "entity name kind documents salience"),
        (
            DocumentEvidence("d", "s", 0, "t", "uses", (IN_TEXT, IN_FIELD), "words"),
            "document source first_line title edge quotes sentence",
        ),
        (MergeReason("a", "b", "r", "w", 1.0, "same"), "a b rule reason score verdict"),
        (
            UncertainDecision("person", "a", "b", "merge", "w", 0.5, 2),
            "kind a b verdict reason score works",
        ),
    ],
)
def test_json_has_the_keys_promised_in_their_order(row, keys):
    assert list(row.to_dict()) == keys.split()
    assert json.loads(json.dumps(row.to_dict())) == row.to_dict()


def test_a_quote_has_its_line_or_its_field():
    row = DocumentEvidence("d", "s", 0, None, None, (IN_TEXT, IN_FIELD), None)
    assert row.to_dict()["quotes"] == [
        {"start": 3, "end": 6, "surface": "Ada", "line": 7},
        {"start": 0, "end": 3, "surface": "Ada", "field": "authors.0"},
    ]


def test_a_quote_without_a_place_is_not_in_the_text():
    assert Quote(None, None, "A title").to_dict()["field"] == "text"


def test_rows_of_one_kind_make_a_table():
    table = pd.DataFrame([Expert("e", "n", 0.5, ("d",)), Expert("f", "m", 0.2, ())])
    assert list(table.columns) == ["entity", "name", "score", "documents"]
    assert list(table["score"]) == [0.5, 0.2]
