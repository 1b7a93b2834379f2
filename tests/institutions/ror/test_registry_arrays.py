from dataclasses import replace

import numpy as np
import pytest

from kg.institutions.ror import registry_arrays as registry_arrays_module
from kg.institutions.ror.registry_arrays import (
    TYPICAL_SIZE,
    check_arrays,
    registry_arrays,
    weight_unknown,
)
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
    assert weights["oat"] > weights["rye"] > weights["university"]
    first, end = ARRAYS.postings_borders[1:3]
    assert ARRAYS.postings[first:end].tolist() == [0, 1]
    assert ARRAYS.name_weights[0] == pytest.approx(
        weights["rye"] + weights["university"]
    )


def test_a_small_registry_is_weighed_as_a_part_of_a_typical_one(monkeypatch):
    assert weight_unknown(3) == weight_unknown(4) == np.log(1 + TYPICAL_SIZE)
    monkeypatch.setattr(registry_arrays_module, "TYPICAL_SIZE", 2)
    ours = registry_arrays([*ROWS, Organisation("inn", "University Inn")])
    weights = dict(zip(ours.words, ours.weights.tolist(), strict=True))
    assert weights["university"] == weights["rye"] == pytest.approx(np.log(4 / 2))
    assert weight_unknown(3) == np.log(4)


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
