"""Names of an institution's shape, grown from their heads."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.institutions.patterns import find_shapes, may_have_shape
from kg.text.words import spellings_of, words_of


def shapes(text):
    words = words_of(text, 0, len(text))
    return [text[start:end] for start, end in find_shapes(text, words)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # to the right, over "of", "for" and what they lead to
        ("the University of Bonn is", "University of Bonn"),
        ("Institute for the Science of Light", "Institute for the Science of Light"),
        ("Institute for Tides in Bergen", "Institute for Tides"),
        ("Institute for Research in Fundamental Sciences",
         "Institute for Research in Fundamental Sciences"),
        ("Center for Arts and Design", "Center for Arts and Design"),
        ("Laboratory of Microelectronics and Photonics",
         "Laboratory of Microelectronics and Photonics"),
        ("University of Technology Sydney", "University of Technology Sydney"),
        # to the left, over capitals and joined fields
        ("at Oslo University", "Oslo University"),
        ("Arts & Design Academy", "Arts & Design Academy"),
        ("the World Fog Organization", "World Fog Organization"),
        ("Harbour Technology and Business University",
         "Harbour Technology and Business University"),
        ("St. Olaf College", "St. Olaf College"),
        ("From Oslo University", "Oslo University"),
        ("Our University of Oslo", "University of Oslo"),
        ("Department of Physics, University of Oslo", "University of Oslo"),
        # abbreviated heads, joined heads, legal forms
        ("Inst. of Tides", "Inst. of Tides"),
        ("an der Ruhr-Universität Bochum", "Ruhr-Universität Bochum"),
        ("Fog Robotics Ltd makes", "Fog Robotics Ltd"),
        # a head that takes only a place
        ("Imperial College London", "Imperial College London"),
        ("Volda Hospital Physicians", "Volda Hospital"),
        # other languages
        ("Universidad de los Andes", "Universidad de los Andes"),
        ("Hospital de la Paz", "Hospital de la Paz"),
        # series
        ("TU Graz", "TU Graz"),
        ("IIT Madras", "IIT Madras"),
        ("MPI for Astronomy", "MPI for Astronomy"),
    ],
)  # fmt: skip
def test_a_name_is_grown_from_its_head(text, name):
    assert shapes(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "a university in the north",
        "University",
        "University 2020",
        "21 University",
        "Research Center",  # kinds, not names
        "College of Engineering",
        "k-Center clustering",
        "a Self-Organization map",
        "School of Engineering",
        "IIT, Madras",
        "UC x",
        "MPI f",
    ],
)
def test_a_bare_kind_is_no_name(text):
    assert shapes(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("University of Leeds and University of York",
         ["University of Leeds", "University of York"]),
        ("Institute of Tides and Centre for Fog", ["Institute of Tides", "Centre for Fog"]),
        ("Institute of Tides Department of Fog", ["Institute of Tides"]),
        # a name with two heads is found from both; the longer one wins later
        ("King's College Hospital", ["King's College", "King's College Hospital"]),
    ],
)  # fmt: skip
def test_names_side_by_side_are_told_apart(text, names):
    assert shapes(text) == names


@pytest.mark.parametrize(
    ("text", "may"),
    [
        ("we bound the rate of a walk", False),
        ("the university", False),
        ("k-Center", False),
        ("Ruhr-Universität", True),
        ("Lab", True),
        ("TU", True),
    ],
)
def test_texts_without_a_head_are_told_at_once(text, may):
    assert may_have_shape(spellings_of(text, 0, len(text))) is may


WORDS = ["University", "of", "Oslo", "and", "the", "Institute", "for", "Fog", "de", "TU",
         "Lab", "&", "Arts", "Ruhr-Universität", "x", "20"]  # fmt: skip
TEXTS = st.lists(st.sampled_from(WORDS), max_size=12).flatmap(
    lambda words: st.sampled_from([" ", ", ", "\n"]).map(lambda gap: gap.join(words))
)


@given(TEXTS)
def test_names_begin_and_end_with_words_and_need_a_head(text):
    words = words_of(text, 0, len(text))
    starts, ends = {w.start for w in words}, {w.end for w in words}
    found = list(find_shapes(text, words))
    for start, end in found:
        assert start in starts
        assert end in ends
        assert text[start].isupper()
        assert not text[start:end].endswith((" of", " and", " the", " for", " de"))
    assert not found or may_have_shape(spellings_of(text, 0, len(text)))
