import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.analysis.normalisation import normalise
from kg.network_kinds import NORMALISATIONS


@given(
    st.integers(1, 50), st.integers(0, 50), st.integers(0, 50), st.integers(101, 1000)
)
def test_measures_of_sets_lie_between_0_and_1(shared, more, others, total):
    sizes = np.array([float(shared + more)]), np.array([float(shared + others)])
    for way in ("jaccard", "cosine", "inclusion"):
        (value,) = normalise(np.array([float(shared)]), *sizes, total, way)
        assert 0 < value <= 1
    inclusion, cosine, jaccard = (
        normalise(np.array([float(shared)]), *sizes, total, way)[0]
        for way in ("inclusion", "cosine", "jaccard")
    )
    assert inclusion >= cosine >= jaccard


@pytest.mark.parametrize("way", NORMALISATIONS)
def test_every_way_is_there_and_takes_no_pairs(way):
    nothing = np.zeros(0)
    assert len(normalise(nothing, nothing, nothing, 0.0, way)) == 0


def test_association_strength_is_one_where_nodes_meet_by_chance():
    (value,) = normalise(
        np.array([2.0]), np.array([4.0]), np.array([5.0]), 10.0, "association"
    )
    assert value == 1.0
