import pytest

from kg.resolution.terms.inflection import singular


@pytest.mark.parametrize(
    ("plural", "expected"),
    [
        ("networks", "network"),
        ("boxes", "box"),
        ("theories", "theory"),
        ("syntheses", "synthesis"),
        ("roses", "rose"),
        ("apparatuses", "apparatus"),
        ("houses", "house"),
        ("matrices", "matrix"),
        ("submatrices", "submatrix"),
        ("nebulae", "nebula"),
        ("tableaux", "tableau"),
        ("GPs", "gp"),
        ("GP's", "gp"),
    ],
)
def test_a_plural_has_its_singular(plural, expected):
    assert singular(plural) == expected


@pytest.mark.parametrize(
    "word", ["statistics", "bias", "GPS", "AIDS", "class", "corpus", "lens", "gas"]
)
def test_what_ends_like_a_plural_stays(word):
    assert singular(word) == word.lower()


@pytest.mark.parametrize(
    "word", ["networks", "analyses", "matrices", "GPs", "theories"]
)
def test_a_singular_is_its_own(word):
    assert singular(singular(word)) == singular(word)
