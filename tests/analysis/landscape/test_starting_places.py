import numpy as np
import pytest

from kg.analysis.landscape.starting_places import (
    HELD,
    find_starts,
    starting_places,
    upright,
)


def test_they_fill_the_disc_evenly():
    places = starting_places([f"term:{n}" for n in range(4000)])
    distances = np.linalg.norm(places, axis=1)
    assert distances.max() <= 1
    assert np.mean(distances < np.sqrt(0.5)) == pytest.approx(0.5, abs=0.03)
    assert np.abs(places.mean(axis=0)).max() < 0.03


def test_they_depend_on_the_id_alone():
    one, other = starting_places(["a", "\ud800", "c"]), starting_places(["c", "\ud800"])
    assert np.array_equal(one[[2, 1]], other)


@pytest.mark.parametrize("before", [None, {}, {"gone": (3.0, 4.0)}])
def test_without_an_earlier_map_nothing_is_held(before):
    starts = find_starts(["a", "b"], before)
    assert starts.anchor == 0
    assert starts.weights.tolist() == [1, 1]


def test_what_stood_somewhere_starts_there():
    starts = find_starts(["a", "b"], {"a": (-5.0, 10.0), "z": (2.0, -1.0)})
    assert starts.places[0].tolist() == [-0.5, 1.0]
    assert starts.anchor == HELD


def test_a_map_is_mirrored_to_where_its_nodes_were():
    starts = np.random.default_rng(1).normal(size=(9, 2))
    for mirror in ([1, 1], [-1, 1], [1, -1], [-1, -1]):
        assert np.allclose(upright(starts * mirror, starts, np.ones(9)), starts)
