"""What may name an institution, and what only looks so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.institutions.candidates import candidates_of_affiliation, find_candidates


def found(text):
    """Return the surfaces of candidates with their names."""
    return {text[c.start : c.end]: c.name for c in find_candidates(text, 0, len(text))}


@pytest.mark.parametrize(
    ("text", "surface", "name", "sure"),
    [
        ("at the University of Oslo", "University of Oslo", "University of Oslo", True),
        ("Oslo University said", "Oslo University", "University of Oslo", True),
        ("IIT Madras", "IIT Madras", "Indian Institute of Technology Madras", True),
        ("U Washington", "U Washington", "University of Washington", True),
        # rivers, states and firms are called so as well
        ("Columbia", "Columbia", "Columbia University", False),
        ("Kentucky", "Kentucky", "University of Kentucky", False),
        ("USC", "USC", "University of Southern California", False),
        # a firm may only be the maker of something
        ("Lumen Robotics GmbH", "Lumen Robotics GmbH", "Lumen Robotics", False),
    ],
)
def test_a_candidate_is_sure_where_its_words_alone_say_it(text, surface, name, sure):
    (candidate,) = find_candidates(text, 0, len(text))
    assert text[candidate.start : candidate.end] == surface
    assert (candidate.name, candidate.sure) == (name, sure)


@pytest.mark.parametrize(
    "text",
    [
        "no name here",
        # things called after an institution
        "Caltech-101 is small",
        "Oxford University Press",
        "MIT Press",
        "the Oxford Medal",
        "an MIT_data folder",
        "Kentucky Valley Cooperative",
        # parts of addresses
        "https://www.mit.edu/MIT",
        "holm@MIT",
        "MIT@example.org",
        # who gives money or honours
        "funded by the University of Oslo",
        "supported in part by MIT",
        "a fellow of the University of Oslo",
        "the University of Oslo has funded it",
        "© 2019 University of Oslo",
        "a member of the Royal Institution of Fog Science",
    ],
)
def test_something_else_is_no_candidate(text):
    assert found(text) == {}


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        ("a research fellow University of Oslo", {"University of Oslo"}),
        # the table's names within longer ones
        ("the Robotics Institute of Inria", {"Robotics Institute", "Inria"}),
        ("Univ Antwerp Imec", {"Univ Antwerp", "Imec"}),
        ("Stanford's AI Lab", {"Stanford"}),
        # parts in front
        ("Department of Physics Oslo University", {"Oslo University"}),
        ("Computer Science Oslo University", {"Oslo University"}),
        ("University of Leeds and University of York",
         {"University of Leeds", "University of York"}),
    ],
)  # fmt: skip
def test_longer_phrases_fall_into_names(text, surfaces):
    assert set(found(text)) == surfaces


def test_only_the_stretch_is_read():
    text = "MIT and the University of Oslo and Columbia"
    start, end = text.index("the"), text.index(" and Columbia")
    assert [c.name for c in find_candidates(text, start, end)] == ["University of Oslo"]


PIECES = [
    *("University", "of", "Oslo", "MIT", "Columbia", "Inria", "the", "Robotics", "Lab"),
    *("Institute", "and", ",", "-101", "Press", "GmbH", "IIT", "Madras", "'s"),
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join)


@given(TEXTS)
def test_candidates_stand_in_order_and_never_overlap(text):
    candidates = find_candidates(text, 0, len(text))
    ends = [0, *(each.end for each in candidates)]
    assert all(
        end <= each.start < each.end
        for end, each in zip(ends, candidates, strict=False)
    )
    assert all(each.name for each in candidates)


@given(TEXTS)
def test_the_quick_look_at_the_words_loses_nothing(text):
    everything = candidates_of_affiliation(text, 0, len(text))
    assert find_candidates(text, 0, len(text)) == everything
