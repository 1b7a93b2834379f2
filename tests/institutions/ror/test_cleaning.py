import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.datafiles import word_rows
from kg.institutions.ror.cleaning import (
    blank_no_affiliation,
    clean_affiliation,
    mark_joints,
    names_no_affiliation,
    without_footnote_marks,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1Stanford University", ";Stanford University"),
        ("aStanford University, bMIT", ";Stanford University, ;MIT"),
        ("¹University of Leeds ²UC Davis", ";University of Leeds ;UC Davis"),
        ("12University of Leeds1", ";;University of Leeds;"),
        ("1MIT, 2UC Davis", ";MIT, ;UC Davis"),
        ("INRIA2, MIT1", "INRIA;, MIT;"),
        (
            r"University of Leeds\nUniversity of York",
            "University of Leeds; University of York",
        ),
    ],
)
def test_marks_end_parts(text, expected):
    assert without_footnote_marks(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        *("3M", "H2O.ai", "4Paradigm", "eBay", "eScience Center", "L3S", "2nd Clinic"),
        *("Université Paris7", "Internet2", "UMR8503", "OX1 3RH", "Data61", "CB2 1TN"),
    ],
)
def test_names_that_look_like_marks(text):
    assert without_footnote_marks(text) == text


@pytest.mark.parametrize(
    "text",
    [
        *(
            "None",
            "N/A",
            "NaN",
            "none declared.",
            "UNAFFILIATED",
            "Retired",
            "-- nil --",
        ),
        *("Self-employed", "Independent Researcher", "University", "General Hospital"),
        *("See acknowledgements", "The authors declare no conflict of interest."),
    ],
)
def test_words_for_nothing(text):
    assert names_no_affiliation(text, alone=True)
    assert blank_no_affiliation(text) == " " * len(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Retired, MIT", "       , MIT"),
        ("MIT; Independent Researcher", "MIT;                       "),
        ("Nan Hospital, Nan", "Nan Hospital, Nan"),
        ("General Hospital, Leeds", "General Hospital, Leeds"),
        ("Independent University, Dhaka", "Independent University, Dhaka"),
    ],
)
def test_nothing_beside_something(text, expected):
    assert blank_no_affiliation(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("MIT & Harvard & Google", "MIT;  Harvard;  Google"),
        (
            "Yale University and Harvard University",
            "Yale University;    Harvard University",
        ),
        (
            "University of Rye & University of Hythe",
            "University of Rye;  University of Hythe",
        ),
        ("Ann Lee (McGill), Bo Chen (UBC)", "       ;McGill;,        ;UBC;"),
    ],
)
def test_borders_that_small_words_tell(text, expected):
    found = mark_joints(text)
    assert len(found) == len(text)
    assert found.split() == expected.split()


@pytest.mark.parametrize(
    "text",
    [
        "Wageningen University and Research",
        "Norwegian University of Science and Technology",
        "Medical College and Hospital, Pune",
        "Department of Physics and Astronomy, University of Leeds",
        "Johns Hopkins University and Hospital",
        "Texas A & M University",
        "Indian Institute of Technology (Banaras Hindu University)",
        "Institute of Arts and Letters",
    ],
)
def test_small_words_inside_names(text):
    assert mark_joints(text) == text


@given(st.text(max_size=60))
def test_every_character_stays_in_place(text):
    found = clean_affiliation(text)
    assert len(found) == len(text)
    assert all(old == new or new in "; " for old, new in zip(text, found, strict=True))


@pytest.mark.parametrize("form", [str, str.title, str.upper, "({}.)".format])
def test_every_listed_phrase_is_blanked(form):
    phrases = [" ".join(row) for row in word_rows("institutions/no_affiliation")]
    for phrase in phrases:
        text = form(phrase.removeprefix("= ").replace("…", "it all"))
        assert not blank_no_affiliation(text).strip()
