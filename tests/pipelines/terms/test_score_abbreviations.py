import json

import pytest

from pipelines.terms import score_abbreviations

DOCUMENTS = [
    {
        "id": "a",  # half 1
        "text": "Optimal transport (OT) and linear programs (LPs).",
        "abbreviations": [["OT", " optimal transport"], ["LPs", "programs"]],
    },
    {"id": "c", "text": "Nothing here."},
    {
        "id": "d",  # half 0
        "text": "Gaussian processes (GPs) and a priori bounds.",
        "abbreviations": [["GPs", "Gaussian processes"], ["AP", "a priori"]],
    },
]


@pytest.fixture
def gold(tmp_path):
    path = tmp_path / "gold.jsonl"
    path.write_text("".join(json.dumps(each) + "\n" for each in DOCUMENTS))
    return path


def test_pairs_are_scored_and_mistakes_of_one_half_shown(gold, capsys):
    score_abbreviations.main([gold], mistakes_shown=5)
    lines = capsys.readouterr().out.splitlines()
    assert lines == [
        "half 0  P 100.0%  R  50.0%  F1  66.7%  (1 of 1 found, 2 there)",
        "half 1  P  50.0%  R  50.0%  F1  50.0%  (1 of 2 found, 2 there)",
        "all     P  66.7%  R  50.0%  F1  57.1%  (2 of 3 found, 4 there)",
        "d - ap | a priori",
    ]


def test_nothing_is_scored_as_nothing():
    assert score_abbreviations.format_scores([]).startswith("P   0.0%")
