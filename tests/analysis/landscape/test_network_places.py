import networkx as nx
import numpy as np
import pytest
from scipy import sparse

from kg.analysis.arrays import EdgeArrays, edge_arrays
from kg.analysis.incidence import Incidence, select_nodes
from kg.analysis.landscape.network_places import Ground, place_network, read_ground


@pytest.fixture
def ground(planted, planted_land):
    return Ground(planted_land, planted)


def _without_edges(incidence):
    nothing = np.zeros(0, dtype=np.int64)
    return EdgeArrays(incidence.nodes, nothing, nothing, np.zeros(0))


def test_terms_stand_where_the_land_has_them(planted, planted_land, ground):
    some = select_nodes(planted, np.arange(3, 40))
    stands = place_network(_without_edges(some), some, ground)
    assert (stands.places == planted_land.places[3:40]).all()
    assert (stands.radii == planted_land.radii[3:40]).all()
    assert (stands.regions == planted_land.regions.coarse[3:40]).all()


def test_others_stand_where_the_terms_of_their_works_are(planted, planted_land, ground):
    # One person of the first topic, one of no work that has a term.
    matrix = np.zeros((len(planted.works), 2))
    matrix[:24, 0] = 1
    names = ("person:ada", "person:nobody")
    people = Incidence(
        planted.works, names, names, ("person",) * 2, sparse.csr_array(matrix)
    )
    stands = place_network(_without_edges(people), people, ground)
    topic = [n for n, label in enumerate(planted.labels) if label.startswith("t0")]
    regions = planted_land.regions.coarse[topic]
    assert stands.regions.tolist() == [np.bincount(regions).argmax(), -1]
    assert stands.own.tolist() == [-1, -1]


def test_what_is_linked_together_stands_together_around_the_land(planted, ground):
    names = tuple(f"person:{n}" for n in range(6))
    nobody = sparse.csr_array((len(planted.works), 6))
    people = Incidence(planted.works, names, names, ("person",) * 6, nobody)
    pairs = [(names[0], names[3]), (names[1], names[4]), (names[2], names[5])]
    arrays = edge_arrays(nx.Graph(pairs), weight="weight")
    both = place_network(arrays, people, ground).places
    gaps = np.hypot(*(both[:, None] - both).transpose(2, 0, 1))
    np.fill_diagonal(gaps, np.inf)
    assert gaps.argmin(axis=1).tolist() == [3, 4, 5, 0, 1, 2]


def test_what_is_linked_to_something_on_the_land_stands_beside_it(planted, ground):
    names = ("person:ada", "person:nobody")
    matrix = np.zeros((len(planted.works), 2))
    matrix[:24, 0] = 1
    people = Incidence(
        planted.works, names, names, ("person",) * 2, sparse.csr_array(matrix)
    )
    arrays = edge_arrays(nx.Graph([names]), weight="weight")
    stands = place_network(arrays, people, ground)
    assert stands.regions[1] == stands.regions[0]
    gap = np.hypot(*(stands.places[0] - stands.places[1]))
    assert stands.radii.sum() < gap < stands.radii.sum() + 10


def test_of_few_terms_a_network_is_a_land_of_its_own(connection):
    arrays = edge_arrays(nx.relabel_nodes(nx.ring_of_cliques(3, 5), str), weight="w")
    one = sparse.csr_array(np.ones((1, 15)))
    found = Incidence(("w",), arrays.nodes, arrays.nodes, ("work",) * 15, one)
    ground = read_ground(connection, "works", arrays, found)
    stands = place_network(arrays, found, ground)
    assert ground.terms is None
    assert stands.own.tolist() == list(range(15))
    assert len(np.unique(stands.places, axis=0)) == 15


def test_coauthors_have_a_land_of_their_own(connection):
    nothing = _without_edges(Incidence((), (), (), (), None))
    found = Incidence((), (), (), (), sparse.csr_array((0, 0)))
    ground = read_ground(connection, "coauthor", nothing, found)
    assert ground.terms is None
    assert ground.land.total == 2  # all people of the store
