import json

import pytest

from pipelines.works import score_references
from pipelines.works.score_references import STYLES, Reference

RECORDS = [
    {
        "id": f"p{n}",
        "title": f"{what} of {which} with few labels",
        "abstract": None,
        "authors": ["Ana Quilmes", "Bo Zuurbier", "Cleo Varga"],
        "year": 2014,
        "venue": "Journal of Kernels",
    }
    for n, (what, which) in enumerate(
        (what, which)
        for what in ("Sorting", "Clustering", "Ranking", "Parsing")
        for which in ("folk songs", "tall trees", "river stones", "old coins")
    )
]


@pytest.mark.parametrize("style", STYLES)
def test_a_reference_names_its_record(style):
    text = STYLES[style]({**RECORDS[0], "number": 0})
    assert "Sorting of folk songs" in text or "10.5555/0" in text


def test_references_are_matched_or_stay_works_of_their_own(tmp_path, capsys):
    path = tmp_path / "papers.jsonl"
    path.write_text("".join(json.dumps(each) + "\n" for each in RECORDS))
    score_references.main([path], sample=0, seed=1, examples=1)
    *_, last = capsys.readouterr().out.splitlines()
    said = " ".join(last.split())
    assert said == "all right 1.0000 of 8 wrong 0.0000 of 16 unread 0.0000"


def test_right_and_wrong():
    right = Reference("APA", "…", 4, True, 1, frozenset([4]))
    other = Reference("APA", "…", 4, True, 1, frozenset([6]))
    outside = Reference("APA", "…", 5, False, 1, frozenset([6]))
    assert (right.right, right.wrong) == (True, False)
    assert (other.right, other.wrong) == (False, True)
    assert (outside.right, outside.wrong) == (False, True)
    told = list(score_references.report([right, other, outside], examples=2))
    assert told[-1].split()[:3] == ["all", "right", "0.5000"]
    assert len(told) == 4


def test_a_record_of_which_too_little_is_known_is_left_out():
    assert score_references.usable(RECORDS[0])
    assert not score_references.usable({**RECORDS[0], "venue": None})
    assert not score_references.usable({**RECORDS[0], "title": "Trees"})
