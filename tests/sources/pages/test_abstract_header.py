import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.sources.pages.abstract_header import header_sections

TITLE = "Wind and the price of flour"


def read(*lines):
    text = "\n".join(lines)
    return [(s.kind, text[s.start : s.end]) for s in header_sections(text, len(text))]


@pytest.mark.parametrize(
    ("lines", "parts"),
    [
        ([TITLE], [("title", TITLE)]),
        ([TITLE, "Ana Cruz, Bo Li"], [("title", TITLE), ("authors", "Ana Cruz, Bo Li")]),
        ([TITLE, "by Ana Cruz"], [("title", TITLE), ("authors", "Ana Cruz")]),
        ([TITLE, "Ana Cruz¹, Bo Li²", "¹ Lund University", "² MIT, USA", "*Corresponding author"],
         [("title", TITLE), ("authors", "Ana Cruz¹, Bo Li²"),
          ("affiliation", "Lund University"), ("affiliation", "MIT, USA")]),
        ([TITLE, "Ana Cruz", "Lund University", "Bo Li", "Keio University"],
         [("title", TITLE), ("authors", "Ana Cruz"), ("affiliation", "Lund University"),
          ("authors", "Bo Li"), ("affiliation", "Keio University")]),
        ([TITLE, "Ana Cruz", "Bo Li"], [("title", TITLE), ("authors", "Ana Cruz\nBo Li")]),
        ([TITLE, "Ana Cruz, Bo Li,", "Eva Maes"],
         [("title", TITLE), ("authors", "Ana Cruz, Bo Li,\nEva Maes")]),
        ([TITLE, "Ana Cruz", "1 Faculty of Law, Lund University,", "22100 Lund, Sweden"],
         [("title", TITLE), ("authors", "Ana Cruz"),
          ("affiliation", "Faculty of Law, Lund University,\n22100 Lund, Sweden")]),
        (["Ana Cruz, Lund University", TITLE],
         [("authors", "Ana Cruz, Lund University"), ("title", TITLE)]),
        (["Title: " + TITLE, "Authors:", "Ana Cruz", "Affiliation: MIT"],
         [("title", TITLE), ("authors", "Ana Cruz"), ("affiliation", "MIT")]),
        (["Wind and the price of", "flour", "Ana Cruz"],
         [("title", "Wind and the price of\nflour"), ("authors", "Ana Cruz")]),
        (["Kernel Herding", "Ana Cruz"], [("title", "Kernel Herding"), ("authors", "Ana Cruz")]),
        ([TITLE + "*", "Ana Cruz", "KAIST, Daejeon, Korea"],
         [("title", TITLE), ("authors", "Ana Cruz"), ("affiliation", "KAIST, Daejeon, Korea")]),
        ([TITLE, "Ana Cruz¹, Bo", "Li²", "² Zzyx Works"],
         [("title", TITLE), ("authors", "Ana Cruz¹, Bo\nLi²"), ("affiliation", "Zzyx Works")]),
        (["A History of Lund University", "Ana Cruz", "Draft"],
         [("title", "A History of Lund University"), ("authors", "Ana Cruz")]),
        ([TITLE, "Presenting author: Ana Cruz", "Co-authors: Bo Li"],
         [("title", TITLE), ("authors", "Ana Cruz"), ("authors", "Bo Li")]),
        (["Peter Hale and Maria Roe"], [("authors", "Peter Hale and Maria Roe")]),
        (["It is a sentence that ends."], []),
        ([], []),
    ],
)  # fmt: skip
def test_the_parts_of_a_header(lines, parts):
    assert read(*lines) == parts


@given(
    st.lists(
        st.sampled_from([TITLE, "Ana Cruz¹", "¹ MIT", "", " ", "By", "Title:", "a;"])
    )
)
def test_parts_lie_in_order_within_the_header(lines):
    text = "\n".join(lines)
    bounds = [b for s in header_sections(text, len(text)) for b in (s.start, s.end)]
    assert bounds == sorted(bounds)
    assert all(0 <= bound <= len(text) for bound in bounds)
