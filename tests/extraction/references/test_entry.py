import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extraction.references.entry import read_entry


def _read(text):
    entry = read_entry(text, 0, len(text))
    authors = [text[slice(*span)] for span in entry.authors]
    return authors, text[slice(*entry.title)] if entry.title else None, entry


@pytest.mark.parametrize(
    ("text", "authors", "title", "venue", "year"),
    [
        ("A. Lee and B. Chen. Trees of words. ICML, 2019.",
         ["A. Lee", "B. Chen"], "Trees of words", "ICML", 2019),
        ("Lee, A., & Chen, B. (2019). Trees of words. Annals of Botany, 12, 1-9.",
         ["Lee, A.", "Chen, B."], "Trees of words", "Annals of Botany", 2019),
        ('A. Lee, "Trees of words," in Proc. ICML, 2019.',
         ["A. Lee"], "Trees of words", "ICML", 2019),
        ("Trees of long words, A. Lee, B. Chen", ["A. Lee", "B. Chen"],
         "Trees of long words", None, None),
        ("Trees of long words. Ana Lee. (2019)", ["Ana Lee"], "Trees of long words",
         None, 2019),
        ("Local Causal Discovery of Trees", [], "Local Causal Discovery of Trees", None, None),
        ("A. Lee, in preparation", ["A. Lee"], None, None, None),
        ("Slides: https://example.org/talk.pdf", [], None, None, None),
    ],
)  # fmt: skip
def test_the_parts_of_an_entry(text, authors, title, venue, year):
    found_authors, found_title, entry = _read(text)
    assert (found_authors, found_title) == (authors, title)
    assert (entry.venue, entry.year) == (venue, year)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A. Lee. Trees of words. arXiv:2101.00001", "arXiv:2101.00001"),
        ("A. Lee. Trees of words. doi:10.1000/x.", "https://doi.org/10.1000/x"),
        ("A. Lee. Trees of words. 2019.", None),
    ],
)
def test_an_identifier_is_read(text, name):
    assert _read(text)[2].id == name


def test_a_number_of_arxiv_is_no_year():
    assert _read("A. Lee. Trees of words. arXiv:2012.01999")[2].year is None


@given(st.text(alphabet='A. Lee,Trswod(2019)"“”\n:', max_size=80))
def test_parts_lie_within_the_entry(text):
    entry = read_entry(text, 0, len(text))
    spans = [*entry.authors, *([entry.title] if entry.title else [])]
    assert all(0 <= a <= b <= len(text) for a, b in spans)
