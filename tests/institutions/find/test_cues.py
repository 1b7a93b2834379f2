"""What the words before a name say of it: nothing, something known, or anything."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.institutions.find.cues import (
    CUE,
    DEGREE,
    LEADS,
    LIST,
    PROSE_CUE,
    Expectation,
    expected_behind_cue,
)


def said(text):
    """Return what the last cue of a text says to follow."""
    *_, cue = CUE.finditer(text)
    return expected_behind_cue(text, 0, cue.end(), cue[0])


@pytest.mark.parametrize(
    "before",
    [
        "She is a postdoc at",
        "She is a postdoc in the group of Ben Okafor at",
        "She is at",
        "a Ph.D. in math. in 2014 from",  # full stops of abbreviations
        "Degree in physics from the",
        "is now with",
        "has held visiting positions with the",
        "She joined",
        "He co-founded",
        "the CEO of",
        "the chief scientific officer of",
        "She consults for",
        "has moved to",
    ],
)
def test_any_name_may_follow(before):
    assert said(f"{before} Xylo") is Expectation.ANY_NAME


@pytest.mark.parametrize(
    "before",
    ["a professor of", "a member of the", "directs the", "worked with", "a team of"],
)
def test_a_field_or_a_colleague_may_follow_so_that_only_known_names_count(before):
    assert said(f"{before} Xylo") is Expectation.KNOWN_NAME


@pytest.mark.parametrize(
    "before",
    [
        "It looked at",
        "He met Ben Okafor at",
        "is a postdoc. It was shown at",  # of another sentence
        "She comes from",
        "spent a year in",  # a city
        "met with",
        "the sum of",
        "It goes to",
    ],
)
def test_nothing_need_follow(before):
    assert said(f"{before} Xylo") is Expectation.NONE


def test_the_more_is_said_the_greater():
    assert Expectation.NONE < Expectation.KNOWN_NAME < Expectation.ANY_NAME
    assert not Expectation.NONE


@given(st.sampled_from(["at ", "from ", "with ", "joined "]), st.text(max_size=40))
def test_what_stands_before_the_stretch_says_nothing(cue, before):
    text = f"{before}{cue}"
    alone = expected_behind_cue(cue, 0, len(cue), cue)
    assert expected_behind_cue(text, len(before), len(text), cue) is alone


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("(PhD Leeds, 2009)", "Leeds, 2009)"),
        ("MSc, ETH", "ETH"),
        ("B.Sc. in fog, Leeds", "Leeds"),
        ("M.A. (2004, Oslo)", "Oslo)"),
        ("D.Phil: Oxford", "Oxford"),
        ("Ph.D. student", None),
        ("aPhD Leeds", None),
        ("MSc leeds", None),
    ],
)
def test_a_degree_stands_before_who_gave_it(text, rest):
    degree = DEGREE.search(text)
    assert (degree and text[degree.end() :]) == rest


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        (", and at MIT", "MIT"),
        (", later MIT", "MIT"),
        ("/MIT", "MIT"),
        (" and MIT", "MIT"),
        (" (one year), MIT", "MIT"),
        (" or the MIT", "MIT"),
        (" MIT", None),
        ("; MIT", None),
    ],
)
def test_a_list_goes_on(text, rest):
    joint = LIST.match(text)
    # "at" is the one word that `LIST` may leave to the next cue.
    assert (joint and re.sub("^at ", "", text[joint.end() :])) == rest


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("a system developed at the University", "University"),
        ("her PhD in 2014 from MIT", "MIT"),
        ("who is at MIT", "MIT"),
        ("She is now with IBM", "IBM"),
        ("a bachelor's from MIT", "MIT"),
        ("A Degree from MIT", "MIT"),
        ("found at MIT", None),
        ("developed at scale", None),
        ("Data At MIT", None),
    ],
)
def test_prose_leads_to_an_institution(text, rest):
    cue = PROSE_CUE.search(text)
    assert (cue and text[cue.end() :]) == rest


PIECES = ["data", "from", "at", "the", "MIT", "PhD", "in 2014", "now", "with", "who is"]


@given(st.lists(st.sampled_from(PIECES), max_size=10).map(" ".join))
def test_what_is_looked_for_first_never_misses_a_cue(text):
    assert LEADS.search(text) or not PROSE_CUE.search(text)
