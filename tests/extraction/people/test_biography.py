import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extraction.people.biography import find_mentors, find_speakers, find_titled


def _names(find, text):
    return [text[a:b] for a, b in find(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Bio: Ana Cruz is a postdoc at Oslo.", ["Ana Cruz"]),
        ("About Ana Cruz: She is a postdoc.", ["Ana Cruz"]),
        ("Bio: Dr. Ana Cruz received her PhD.", ["Ana Cruz"]),
        ("Bio:\nAna Cruz (she/her) works at Oslo.\nBo Li leads a group.",
         ["Ana Cruz", "Bo Li"]),
        ("Bio: My name is Ana Cruz and I work at Oslo.", ["Ana Cruz"]),
        ("Bio: After years in Oslo, Ana Cruz joined Yale.", ["Ana Cruz"]),
        ("Bio: She is a postdoc at Oslo.", []),
        ("", []),
    ],
)  # fmt: skip
def test_whom_a_biography_is_about(text, speakers):
    assert _names(find_speakers, text) == speakers


@pytest.mark.parametrize(
    ("text", "mentors"),
    [
        ("She was advised by Bo Li and Eva Maes.", ["Bo Li", "Eva Maes"]),
        ("His PhD under the supervision of Bo Li was on trees.", ["Bo Li"]),
        ("She was a postdoc with Prof. Bo Li at Yale.", ["Bo Li"]),
        ("Her advisors were Bo Li and Eva Maes.", ["Bo Li", "Eva Maes"]),
        ("She works with trees and graphs.", []),
        ("He plays with his dog.", []),
    ],
)
def test_whom_a_biography_mentions_as_mentors(text, mentors):
    assert _names(find_mentors, text) == mentors


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("We thank Prof. Ana Cruz and Dr. Li.", ["Ana Cruz", "Li"]),
        ("Professors in Oslo", []),
        ("no title here: Ana Cruz", []),
    ],
)
def test_people_with_a_title(text, people):
    assert _names(find_titled, text) == people


@given(st.text(alphabet="AnaBoLi.:is advd\nwithProf", max_size=60))
def test_places_lie_within(text):
    for find in (find_speakers, find_mentors, find_titled):
        assert all(0 <= a < b <= len(text) for a, b in find(text, 0, len(text)))
