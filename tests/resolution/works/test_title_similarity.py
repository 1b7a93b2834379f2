import pytest

from kg.resolution.works.title_similarity import compare_titles


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("Learning to Rank Graphs", "Learning to rank graphs.", True),
        ("Learning to rank larger graphs", "Learning to rank largr graphs", True),
        ("Learning to rank larger graphs", "earning to rank larger graphs", True),
        ("Learning to rank larger graphs", "Learning t orank larger graphs", True),
        ("The kernels of very large trees", "Kernels on very large trees", True),
        ("A Theory of Kernels, Part 1", "A Theory of Kernels, Part 2", False),
        ("A Theory of Kernels I", "A Theory of Kernels II", False),
        ("A Theory of Kernels", "A Theory of Kernels II", False),
        ("A Theory of Kernels", "Erratum: A Theory of Kernels", False),
        ("Reply to a theory of kernels", "A theory of kernels", False),
        ("Part one: kernels and trees", "Part two: kernels and trees", False),
        ("Deep nets", "Deep sets", False),
        ("Sparse codes for images", "Dense codes for speech", False),
        ("$k$-means in practice now", "k-means in practice now", True),
        ("Supervised kernels of trees", "Unsupervised kernels of trees", False),
        ("Symmetric kernels of trees", "Asymmetric kernels of trees", False),
        ("Sorting Czech and Dutch songs", "Sorting Czech and Irish songs", False),
        ("The <i>E. coli</i> &amp; its kernels", "The E. coli and its kernels", True),
        ("TreeNet: kernels for songs", "TreeNet++: kernels for songs", False),
        ("Kernels of large trees", "Towards kernels of large trees", False),
        ("Findings of the Third Song Task", "Findings of the Fourth Song Task", False),
    ],
)
def test_titles_that_are_one_but_for_a_slip(a, b, expected):
    assert (compare_titles(a, b, {}) in ("equal", "slip")) is expected
    assert (compare_titles(b, a, {}) in ("equal", "slip")) is expected


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("TreeNet: Kernels for large songs", "Kernels for large songs", "subtitle"),
        ("Kernels for songs - a longer view", "Kernels for songs", "subtitle"),
        ("TreeNet: kernels for songs", "TreeNet", "other"),
        ("Kernels for songs: the view in 2014", "Kernels for songs", "subtitle"),
        ("Kernels for songs: part 2", "Kernels for songs", "other"),
        ("Bad spelling of kernels", "Bmd spelinng of kerrnelss", "misspelt"),
        (
            "Kernels of tall trees in spring",
            "Kernels of tall trees in June",
            "reworded",
        ),
        ("Kernels of trees", "Songs in spring and autumn", "other"),
        ("!", "?", "other"),
    ],
)
def test_how_like_titles_are(a, b, expected):
    assert compare_titles(a, b, {}) == expected
    assert compare_titles(b, a, {}) == expected


@pytest.mark.parametrize(
    ("a", "b", "title_counts", "expected"),
    [
        ("Kernels for casual trees", "Kernels for causal trees", {}, "slip"),
        (
            "Kernels for casual trees",
            "Kernels for causal trees",
            {"casual": 4, "causal": 9},
            "misspelt",
        ),
        ("Kernels for one tall tere", "Kernels for one tall tree", {}, "misspelt"),
        (
            "Kernels for one tall tere",
            "Kernels for one tall tree",
            {"tree": 5},
            "slip",
        ),
    ],
)
def test_a_word_of_other_titles_is_no_slip(a, b, title_counts, expected):
    assert compare_titles(a, b, title_counts) == expected
