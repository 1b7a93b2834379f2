from dataclasses import replace

import numpy as np
import pytest

from kg.institutions.ror.registry_arrays import check_arrays, registry_arrays
from kg.institutions.ror.registry_record import Organisation

ROWS = [
    Organisation("rye", "University of Rye", acronyms=("URYE",), city="Rye"),
    Organisation("old", "University of Tares", status="withdrawn"),
    Organisation("lab", "Rye Oats", relations=(("parent", "rye"), ("parent", "gone"))),
]
ARRAYS = registry_arrays(ROWS)


def test_those_withdrawn_are_left_out():
    assert ARRAYS.ids == ["rye", "lab"]


def test_parents_that_are_in_the_registry():
    assert ARRAYS.parents.tolist() == [[1, 0]]


def test_names_with_their_bearers():
    assert ARRAYS.keys == ["university rye", "rye oat"]
    assert ARRAYS.bearers.tolist() == [0, 1]
    assert ARRAYS.main.tolist() == [True, True]
    assert ARRAYS.acronyms == ["URYE"]


def test_a_word_of_fewer_weighs_more():
    assert ARRAYS.words == ["oat", "rye", "university"]
    weights = dict(zip(ARRAYS.words, ARRAYS.weights.tolist(), strict=True))
    assert weights["oat"] == weights["university"] > weights["rye"]
    first, end = ARRAYS.postings_borders[1:3]
    assert ARRAYS.postings[first:end].tolist() == [0, 1]
    assert ARRAYS.name_weights[0] == pytest.approx(weights["rye"] + weights["oat"])


def test_what_is_made_fits_together():
    check_arrays(ARRAYS)
    check_arrays(registry_arrays([Organisation("a", "?")]))


@pytest.mark.parametrize(
    "change",
    [
        {"bearers": ARRAYS.bearers + 9},
        {"bearers": ARRAYS.bearers - 1},
        {"weights": ARRAYS.weights[:-1]},
        {"keys": [*ARRAYS.keys, "more"]},
        {"postings_borders": ARRAYS.postings_borders[::-1]},
        {"records_borders": np.array([0, 5, 3])},
    ],
)
def test_what_does_not_is_told(change):
    with pytest.raises(ValueError, match=r"are no|are not"):
        check_arrays(replace(ARRAYS, **change))
