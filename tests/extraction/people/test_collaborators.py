import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extraction.people.collaborators import find_collaborators, names_collaborators


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Joint work with Ana Cruz and Bo Li.", ["Ana Cruz", "Bo Li"]),
        ("Joint work with Cruz and Li.", ["Cruz", "Li"]),
        ("This is work together with Ana Cruz.", ["Ana Cruz"]),
        ("(with Ana Cruz and Bo Li at Yale)", ["Ana Cruz", "Bo Li"]),
        ("Joint with Ana Cruz, and partly with Bo Li.", ["Ana Cruz", "Bo Li"]),
        ("Coauthors:\nAna Cruz\nBo Li", ["Ana Cruz", "Bo Li"]),
        ("Travail en commun avec Ana Cruz.", ["Ana Cruz"]),
        ("together with Cruz", []),
        ("We work with large graphs.", []),
        ("Networks with Random Weights", []),
        ("joint work", []),
        ("", []),
    ],
)
def test_whom_a_work_was_made_with(text, people):
    found = find_collaborators(text, 0, len(text))
    assert [text[a:b] for a, b in found] == people
    assert names_collaborators(text, 0, len(text)) is bool(people)


def test_only_what_lies_within_the_bounds_is_read():
    text = "Joint work with Ana Cruz. Joint work with Bo Li."
    found = find_collaborators(text, 25, len(text))
    assert [text[a:b] for a, b in found] == ["Bo Li"]


@given(st.text(alphabet="AnaBoLi.,jointwkwh()\n ", max_size=60))
def test_places_are_in_order(text):
    found = find_collaborators(text, 0, len(text))
    assert found == sorted(found)
    assert all(0 <= a < b <= len(text) for a, b in found)
