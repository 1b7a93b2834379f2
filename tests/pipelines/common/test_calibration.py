import pytest

from pipelines.common.calibration import bins, calibration_error, report, verdicts


def _document(*mentions, **fields):
    rows = [
        {"start": s, "end": e, "kind": kind, "surface": word, "score": score}
        for s, e, kind, word, score in mentions
    ]
    place = {"source": "a.txt", "first_line": 2, "last_line": 3}
    return {"text": "x" * 40, "mentions": rows, **place, **fields}


GOLD = _document((0, 3, "method", "SGD", 1.0), (5, 9, "concept", "loss", 1.0))


def test_each_mention_is_judged_and_what_is_missed_is_told():
    found = _document((0, 3, "method", "SGD", 0.9), (5, 9, "method", "loss", 0.4))
    judged = verdicts([GOLD], [found])
    assert [(v.surface, v.kind, v.score, v.right) for v in judged] == [
        ("SGD", "method", 0.9, True),
        ("loss", "method", 0.4, False),
        ("loss", "concept", None, False),
    ]


def test_what_stands_outside_the_gold_is_not_judged():
    elsewhere = _document((0, 3, "method", "SGD", 0.9), first_line=7, last_line=8)
    assert [v.score for v in verdicts([GOLD], [elsewhere])] == [None, None]


@pytest.mark.parametrize(
    ("scores", "error"),
    [((0.9, 0.9), 0.4), ((0.5, 0.5), 0.0), ((1.0, 0.0), 0.0), ((0.0, 1.0), 1.0)],
)
def test_the_error_is_the_gap_between_scores_and_truth(scores, error):
    right, wrong = scores
    found = _document((0, 3, "method", "SGD", right), (5, 9, "method", "loss", wrong))
    judged = verdicts([GOLD], [found])
    assert calibration_error(judged) == pytest.approx(error)


def test_every_score_has_a_bin():
    found = _document((0, 3, "method", "SGD", 1.0), (5, 9, "concept", "loss", 0.0))
    counts = [count for count, _, _ in bins(verdicts([GOLD], [found]))]
    assert (counts[0], counts[-1], sum(counts)) == (1, 1, 2)


def test_the_report_lists_the_commonest_mistakes():
    found = [_document((20, 24, "concept", word, 0.8)) for word in ("Time", "time")]
    text = report(verdicts([GOLD], found), mistakes=1)
    assert "    2  concept     'time'" in text
    assert "missed (2)" in text


def test_nothing_found_has_no_error():
    assert calibration_error([]) == 0
