import pytest

from kg.institutions.candidates import Candidate
from kg.institutions.named_parts import (
    without_cities,
    without_generic,
    without_parts,
    without_second,
)


def candidates(*names):
    """Return candidates that stand one behind the other, with ", " between them."""
    found, start = [], 0
    for name in names:
        found.append(Candidate(start, start + len(name), name, sure=True))
        start += len(name) + 2
    return found


def names(found):
    return [each.name for each in found]


def test_an_institute_beside_its_university():
    found = candidates("Institute of Tides", "University of Oslo")
    assert names(without_parts(found, over=found)) == ["University of Oslo"]


def test_a_known_institute_stays():
    found = candidates(
        "Courant Institute of Mathematical Sciences", "University of Oslo"
    )
    assert without_parts(found, over=found) == found


def test_a_generic_name_beside_a_university():
    found = candidates("University of Oslo", "Institute of Mathematics")
    assert names(without_generic(found)) == ["University of Oslo"]
    assert without_generic(found[1:]) == found[1:]


def test_a_city_that_the_name_before_it_has():
    text = "University of Massachusetts Dartmouth, Dartmouth"
    first = Candidate(0, 37, "University of Massachusetts Dartmouth", sure=True)
    assert without_cities(
        text, [first, Candidate(39, 48, "Dartmouth College", False)]
    ) == [first]


@pytest.mark.parametrize(
    ("behind", "kept"),
    [
        ("Rome University", False),
        ("Volda University", True),
        ("Boston University", True),
    ],
)
def test_a_towns_university_behind_its_own_name(behind, kept):
    found = candidates("Sapienza University of Rome", behind)
    assert (len(without_second(found)) == 2) is kept
