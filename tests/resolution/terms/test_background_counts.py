import pytest

from kg.resolution.terms.background_counts import (
    TitleShares,
    shipped_background,
    title_shares,
)


def test_what_is_known_nowhere_has_the_share_of_all():
    shares = title_shares({"a": (90, 30), "b": (10, 0)})
    assert shares.share([]) == shares.share(["c"]) == shares.usual == 0.3


def test_names_of_one_term_are_counted_together():
    shares = TitleShares({"rye": (5, 5), "rye grass": (10, 0)}, 0.2)
    assert shares.share(["rye", "rye grass"]) == pytest.approx(6 / 20)


@pytest.mark.parametrize(
    ("subject", "furniture"),
    [
        ("reinforcement learning", "training data"),
        ("question answering", "accuracy"),
        ("sentiment analysis", "weight"),
        ("indoor localization", "latency"),
    ],
)
def test_subjects_stand_in_titles_more_than_what_all_works_have(subject, furniture):
    terms = shipped_background().terms
    assert terms.share([subject]) > 2 * terms.share([furniture])


def test_no_more_titles_than_works_are_shipped():
    background = shipped_background()
    for shares in (background.terms, background.words):
        assert 0.1 < shares.usual < 0.5
        assert all(0 <= titles <= works for works, titles in shares.counts.values())
