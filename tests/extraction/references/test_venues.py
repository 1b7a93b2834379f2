import pytest

from kg.extraction.references.venues import find_year, read_venue


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("ICML 2019", 2019),
        ("1998, reprinted 2003", 2003),
        ("(2019a)", 2019),
        ("COLT '19", 2019),
        ("COLT '98", 1998),
        ("pp. 12019", None),
        ("2019.12345", None),
        ("1850", None),
        ("", None),
    ],
)
def test_the_last_year_counts(text, year):
    assert find_year(text) == year


@pytest.mark.parametrize(
    ("text", "venue"),
    [
        ("(ICML 2022)", "ICML"),
        (". In Proceedings of the ICML, 2022", "ICML"),
        ("Annals of Botany, 12(3)", "Annals of Botany"),
        ("to appear in COLT.", "COLT"),
        ("arXiv preprint", None),
        ("Submitted", None),
        ("12(3), 45", None),
        ("", None),
    ],
)
def test_the_venue_comes_first(text, venue):
    assert read_venue(text) == venue
