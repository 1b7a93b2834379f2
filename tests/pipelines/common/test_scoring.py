import importlib.util
import json
from pathlib import Path

import pytest

from pipelines.common.scoring import percent, score, table
from pipelines.tagger.cross_validate import assign_folds, without_shared_text

SHARED = Path(__file__).parents[3] / ".." / "shared"

TEXT = "Deep nets\nby Ada Byron (MIT)."


def _document(**changes):
    document = {
        "source": "page.txt",
        "first_line": 3,
        "last_line": 4,
        "text": TEXT,
        "title": "Deep Nets",
        "mentions": [
            {"start": 0, "end": 9, "kind": "method"},
            {"start": 13, "end": 22, "kind": "person"},
        ],
        "persons": [{"name": "Ada Byron", "role": "author"}],
        "institutions": [{"name": "MIT"}],
        "affiliations": [{"person": "Ada Byron", "institution": "MIT"}],
        "works": [{"id": "arXiv:1801.00001"}],
        "abbreviations": [["DN", "deep nets"]],
    }
    return document | changes


def test_a_document_equals_itself():
    counts = score([_document()], [_document()])
    assert all(hits == found == gold > 0 for hits, found, gold in counts.values())
    assert percent(counts["span"]) == (100.0, 100.0, 100.0)


@pytest.mark.parametrize(
    ("change", "measure", "expected"),
    [
        ({"last_line": 5}, "documents", (0, 1, 1)),
        ({"first_line": 9, "last_line": 9}, "documents", (0, 0, 1)),
        ({"title": "deep nets!"}, "title", (1, 1, 1)),
        ({"title": None}, "title", (0, 0, 1)),
        ({"persons": [{"name": "ADA BYRÓN", "role": "author"}]}, "person", (1, 1, 1)),
        ({"persons": [{"name": "Ada Byron", "role": "cited"}]}, "author", (0, 0, 1)),
        ({"works": [{"id": "1801.00001"}]}, "work", (1, 1, 1)),
        ({"works": [{"title": "x", "id": "1801.00001"}]}, "work", (0, 1, 1)),
        ({"abbreviations": [["dn", "Deep nets"]]}, "abbreviation", (1, 1, 1)),
        ({"affiliations": []}, "affiliation", (0, 0, 1)),
        (
            {"mentions": [{"start": 0, "end": 9, "kind": "concept"}]},
            "span:method",
            (0, 0, 1),
        ),
        ({"mentions": [{"start": 0, "end": 9, "kind": "concept"}]}, "term", (1, 1, 1)),
        ({"mentions": [{"start": 0, "end": 9, "kind": "venue"}]}, "span", (0, 0, 2)),
    ],
)
def test_a_difference_costs_its_measure(change, measure, expected):
    assert score([_document()], [_document(**change)])[measure] == expected


def test_a_document_cut_in_two_is_compared_by_place():
    first, second = TEXT.split("\n")
    halves = [
        _document(
            text=first, last_line=3, mentions=[{"start": 0, "end": 9, "kind": "method"}]
        ),
        _document(
            text=second,
            first_line=4,
            mentions=[{"start": 3, "end": 12, "kind": "person"}],
        ),
    ]
    counts = score([_document()], halves)
    assert counts["span"] == (2, 2, 2)
    assert counts["documents"] == (0, 2, 1)


def test_records_are_matched_by_id():
    record = {
        "first_line": None,
        "id": "x",
        "text": "a b",
        "mentions": [{"start": 0, "end": 1, "kind": "concept"}],
    }
    assert score([record], [record | {"source": "y"}])["span"] == (1, 1, 1)
    assert score([record], [record | {"id": "z"}])["span"] == (0, 0, 1)


def test_the_table_has_a_row_a_measure():
    rows = table({"span": (1, 2, 4)}).splitlines()
    assert rows[1].split() == ["span", "50.0", "25.0", "33.3", "2", "4"]


def test_documents_of_one_text_share_a_fold():
    beginnings = ["one", "two", "One", "three", "four"]
    tails = " ".join("abcdefgh")
    texts = [f"{b} {tails} {b.lower()} " * 3 for b in beginnings]
    folds = assign_folds([{"text": text} for text in texts], 3)
    assert folds[0] == folds[2]
    assert set(folds) == {0, 1, 2}


@pytest.mark.skipif(not SHARED.exists(), reason="needs ../shared")
def test_the_measures_equal_those_of_the_gold():
    spec = importlib.util.spec_from_file_location(
        "theirs", SHARED / "gold" / "score.py"
    )
    theirs = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(theirs)
    gold = theirs.read(SHARED / "gold" / "dev.jsonl")
    found = []
    for number, document in enumerate(gold):  # something of every sort of mistake
        changed = json.loads(json.dumps(document))
        changed["last_line"] += number % 7 == 0
        for field in ("mentions", "persons", "works", "institutions", "affiliations"):
            values = changed.get(field) or []
            changed[field] = [v for i, v in enumerate(values) if (i + number) % 4]
        found += [changed] * (number % 5 != 0)
    expected = theirs.score(gold, found)
    expected = {m: tuple(c) for m, c in expected.items() if c[1] or c[2]}
    assert score(gold, found) == expected


def test_what_has_the_text_of_a_held_out_document_is_not_trained_on():
    words = [f"word{n}" for n in range(40)]
    held_out = {"text": "Title\n" + " ".join(words)}
    same = {"text": "Other chrome. " + " ".join(words[5:35])}
    other = {"text": " ".join(reversed(words))}
    assert without_shared_text([same, other], [held_out]) == [other]
