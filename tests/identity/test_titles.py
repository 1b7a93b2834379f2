import pytest

from kg.identity.titles import near


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("Learning to Rank Graphs", "Learning to rank graphs.", True),
        ("Learning to rank larger graphs", "Learning to rank largr graphs", True),
        ("A Theory of Kernels, Part 1", "A Theory of Kernels, Part 2", False),
        ("A Theory of Kernels I", "A Theory of Kernels II", False),
        ("A Theory of Kernels", "A Theory of Kernels II", False),
        ("A Theory of Kernels", "Erratum: A Theory of Kernels", False),
        ("Reply to a theory of kernels", "A theory of kernels", False),
        ("Part one: kernels and trees", "Part two: kernels and trees", False),
        ("Deep nets", "Deep sets", False),
        ("Sparse codes for images", "Dense codes for speech", False),
        ("$k$-means in practice now", "k-means in practice now", True),
    ],
)
def test_titles_that_are_one_but_for_a_slip(a, b, expected):
    assert near(a, b) is expected
