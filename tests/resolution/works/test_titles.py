import pytest

from kg.resolution.works.titles import is_heading, title_words, titles_conflict


@pytest.mark.parametrize(
    ("title", "marked"),
    [
        ("Correction: kernels of trees", True),
        ("Kernels of trees (Erratum)", True),
        ("Comment on “Kernels of trees”", True),
        ("Discussion of: kernels of trees", True),
        ("Kernels of trees: a response", True),
        ("Kernels of trees - Supplementary material", False),
        ("Kernels for grammatical error correction", False),
        ("Response generation by kernels", False),
    ],
)
def test_a_title_about_another_work(title, marked):
    assert titles_conflict(title, "Kernels of trees, otherwise") is marked


@pytest.mark.parametrize(
    ("title", "heading"),
    [
        ("Letter to the Editor", True),
        ("Book Reviews", True),
        ("A letter to the trees", False),
    ],
)
def test_headings(title, heading):
    assert is_heading(title) is heading


def test_markup_is_no_word_but_signs_are_kept():
    assert title_words("H<sub>2</sub>O in a &lt; b") == ("h2o", "in", "a", "b")
    assert title_words("R&D for a <b and c> d") == title_words(
        "R and D for a b and c d"
    )
