import numpy as np
import pytest

from kg.analysis.projection import Ways, project, thin
from kg.analysis.sides import Side
from kg.network_kinds import BACKBONES, COUNTINGS, NORMALISATIONS


@pytest.fixture
def side(planted):
    return Side(planted, planted.matrix.sum(axis=1))


def test_edges_are_counted_as_the_store_counts_them(connection):
    made = project(connection, ("authors",), 1, Ways())
    stored = connection.execute(
        "SELECT weight, fractional, strength FROM edges WHERE kind = 'coauthor'"
    ).fetchall()
    values = zip(made.works, made.fractional, made.strength, strict=True)
    assert [tuple(map(float, each)) for each in values] == stored


def test_two_sides_are_one_network_in_the_order_of_ids(connection):
    made = project(connection, ("authors", "subjects"), 1, Ways())
    assert list(made.edges.nodes) == sorted(made.edges.nodes)
    stored = connection.execute(
        "SELECT DISTINCT source, target FROM edges "
        "WHERE kind IN ('studies', 'uses') AND source LIKE 'person:%'"
    ).fetchall()
    pairs = zip(made.edges.sources, made.edges.targets, strict=True)
    found = {
        tuple(sorted((made.edges.nodes[a], made.edges.nodes[b]))) for a, b in pairs
    }
    assert found == {tuple(sorted(ends)) for ends in stored}
    assert found


def test_works_have_the_terms_that_are_in_them(connection):
    made = project(connection, ("works", "terms"), 2, Ways())
    assert made.works.tolist() == [1, 1, 1, 1]
    assert set(made.kinds) == {"work", "method", "concept"}


@pytest.mark.parametrize("backbone", BACKBONES)
def test_a_backbone_has_some_of_the_edges(side, backbone):
    whole, made = thin((side,), Ways()), thin((side,), Ways(backbone=backbone))
    assert made.pairs == len(whole.works)
    assert len(made.works) <= made.pairs
    keys = made.edges.sources * 1000 + made.edges.targets
    assert (np.diff(keys) > 0).all()


@pytest.mark.parametrize("backbone", ["significance", "strongest"])
def test_nothing_falls_off(side, backbone):
    made = thin((side,), Ways(backbone=backbone))
    ends = {*made.edges.sources.tolist(), *made.edges.targets.tolist()}
    assert len(ends) == len(made.edges.nodes)
    assert len(made.works) < made.pairs / 2


@pytest.mark.parametrize("counting", [each for each in COUNTINGS if each != "position"])
@pytest.mark.parametrize("normalisation", NORMALISATIONS)
def test_every_way_of_counting_can_be_made_comparable(side, counting, normalisation):
    made = thin((side,), Ways(counting, normalisation))
    assert np.isfinite(made.measure).all()
    assert (made.measure > 0).all()
    if normalisation in ("jaccard", "cosine", "inclusion"):
        assert made.measure.max() <= 1


def test_only_edges_of_enough_works_and_no_more_than_asked_for(side):
    made = thin((side,), Ways(min_weight=5, max_edges=7))
    assert made.works.min() >= 5
    assert len(made.works) == 7
    others = thin((side,), Ways(min_weight=5)).measure
    assert sorted(made.measure)[0] >= sorted(others)[-7]
