import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extraction.people.author_line import find_authors


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("Ana Cruz, Bo Li and C. Diaz", ["Ana Cruz", "Bo Li", "C. Diaz"]),
        ("Ana Cruz (MIT), Bo Li, and Eva Maes (EPFL)", ["Ana Cruz", "Bo Li", "Eva Maes"]),
        ("Prof. Q. Li and Dr. Y. Wu", ["Q. Li", "Y. Wu"]),
        ("Ana Cruz1,2, Bo Li2*", ["Ana Cruz", "Bo Li"]),
        ("Ana Cruz\nBo Li", ["Ana Cruz", "Bo Li"]),
        ("Ana Cruz and Stanford University", ["Ana Cruz"]),
        ("Cruz, Ana; Li, Bo", ["Cruz, Ana", "Li, Bo"]),
        ("nobody here, 12", []),
        ("", []),
    ],
)  # fmt: skip
def test_the_people_of_a_line(line, people):
    assert [line[a:b] for a, b in find_authors(line, 0, len(line))] == people


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("Cruz, Ana Sol, Hale, Sam, Ana, Sol, Li, Bo",
         ["Cruz, Ana Sol", "Hale, Sam", "Li, Bo"]),
        ("Ana, Sol, Li, Bo, Cruz, Ana Sol", ["Li, Bo", "Cruz, Ana Sol"]),
        ("Wang, Wei, Wang, Wei Li", ["Wang, Wei", "Wang, Wei Li"]),
        ("Cruz, Ana, Li, Bo, Cruz, Ana", ["Cruz, Ana", "Li, Bo"]),
    ],
)  # fmt: skip
def test_nobody_stands_twice(line, people):
    assert [line[a:b] for a, b in find_authors(line, 0, len(line))] == people


def test_only_what_lies_within_the_bounds_is_read():
    text = "Title\nAna Cruz, Bo Li\nCo Roe"
    found = find_authors(text, 6, 21)
    assert [text[a:b] for a, b in found] == ["Ana Cruz", "Bo Li"]


@given(st.text(alphabet="AnaBoLi,; and().\n12*", max_size=60))
def test_places_lie_within_the_line(line):
    assert all(0 <= a < b <= len(line) for a, b in find_authors(line, 0, len(line)))
