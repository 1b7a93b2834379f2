import networkx as nx
import numpy as np
import pytest

from kg.analysis.arrays import edge_arrays
from kg.analysis.incidence import count_together
from kg.analysis.meaning import meaning_vectors, nearest_neighbours
from kg.analysis.partition_quality import rand_index, stability
from kg.analysis.regions import (
    SMALLEST_REGION,
    find_regions,
    find_regions_by_meaning,
    home_shares,
    merge_communities,
)


@pytest.fixture(scope="module")
def vectors(planted):
    return meaning_vectors(count_together(planted))


@pytest.fixture(scope="module")
def ties(planted, vectors):
    return nearest_neighbours(planted.nodes, vectors)


def test_regions_are_the_topics(planted, ties):
    regions = find_regions(ties)
    topics = np.unique([label[:2] for label in planted.labels], return_inverse=True)[1]
    assert rand_index(regions.coarse, topics) > 0.9


def test_they_are_the_same_from_seed_to_seed(ties):
    found = [find_regions(ties, seed=seed).coarse for seed in range(5)]
    assert stability(found) > 0.95


@pytest.mark.parametrize("most", [1, 2, 4, 20])
def test_there_are_no_more_than_asked_for_and_one_level_lies_in_the_other(most):
    graph = nx.relabel_nodes(nx.ring_of_cliques(12, 8), str)
    regions = find_regions(edge_arrays(graph, weight="weight"), most=most)
    assert regions.coarse.max() + 1 <= most
    for region in range(regions.fine.max() + 1):
        assert len(set(regions.coarse[regions.fine == region])) == 1
    sizes = np.bincount(regions.coarse)
    assert (np.diff(sizes) <= 0).all()


def test_what_nothing_ties_stays_apart():
    graph = nx.disjoint_union_all([nx.complete_graph(5)] * 30)
    graph = nx.relabel_nodes(graph, str)
    regions = find_regions(edge_arrays(graph, weight="weight"), most=20)
    assert regions.coarse.max() + 1 == 30


def test_small_communities_join_others():
    graph = nx.relabel_nodes(nx.barbell_graph(8, 2), str)
    regions = find_regions(edge_arrays(graph, weight="weight"), resolution=4.0)
    assert np.bincount(regions.fine).min() >= SMALLEST_REGION


def test_of_no_nodes_there_are_no_regions():
    none = edge_arrays(nx.Graph(), weight="weight")
    assert len(merge_communities(none, np.empty(0, np.int64), most=3)) == 0


def test_general_terms_are_less_at_home(planted, vectors, ties):
    shares = home_shares(vectors, find_regions(ties).coarse)
    general = planted.labels.index("results")
    assert shares[general] < np.median(shares)
    assert ((shares >= 0) & (shares <= 1)).all()


def test_what_has_no_direction_is_at_home_nowhere():
    vectors = np.array([[1.0, 0.0], [0.0, 0.0]])
    assert home_shares(vectors, np.array([0, 0])).tolist() == [1.0, 0.0]


def test_regions_by_meaning_come_with_what_they_are_cut_from(planted, vectors, ties):
    regions, found, cut = find_regions_by_meaning(count_together(planted), seed=1)
    assert np.array_equal(found, vectors)
    assert np.array_equal(cut.weights, ties.weights)
    assert np.array_equal(regions.fine, find_regions(ties, seed=1).fine)
