import networkx as nx
import numpy as np
import pytest
from scipy import sparse

from kg.analysis.arrays import EdgeArrays, edge_arrays
from kg.analysis.incidence import Incidence, select_nodes
from kg.analysis.landscape.land_layers import Layer, read_layers
from kg.analysis.landscape.network_places import Ground, place_network, read_ground
from kg.analysis.structure.study import read_study


@pytest.fixture
def ground(planted, planted_land):
    """The land of terms, with a layer of people: one of the first topic, one at home nowhere."""
    people = Layer(
        ("person:ada", "person:bo"),
        planted_land.places[:2] + 1.5,
        planted_land.regions.coarse[:2],
        np.array([True, False]),
    )
    return Ground(planted_land, {"people": people})


def _people(works, *names):
    """Give people, each the author of the first work."""
    matrix = np.zeros((len(works), len(names)))
    matrix[0] = 1
    kinds = ("person",) * len(names)
    return Incidence(works, names, names, kinds, sparse.csr_array(matrix))


def _without_edges(incidence):
    nothing = np.zeros(0, dtype=np.int64)
    return EdgeArrays(incidence.nodes, nothing, nothing, np.zeros(0))


def test_terms_stand_where_the_land_has_them(planted, planted_land, ground):
    some = select_nodes(planted, np.arange(3, 40))
    stands = place_network(_without_edges(some), some, ground)
    assert (stands.places == planted_land.places[3:40]).all()
    assert (stands.radii == planted_land.radii[3:40]).all()
    assert (stands.regions == planted_land.regions.coarse[3:40]).all()
    assert stands.prominent.all()


def test_others_stand_where_their_layer_has_them(planted, planted_land, ground):
    people = _people(planted.works, "person:ada", "person:bo", "person:cy")
    stands = place_network(_without_edges(people), people, ground)
    layer = ground.layers["people"]
    assert (stands.places[:2] == layer.places).all()
    assert stands.regions.tolist() == [*layer.regions.tolist(), -1]
    assert stands.own.tolist() == [-1, -1, -1]
    assert stands.prominent.tolist() == [True, False, True]
    assert stands.radii[0] > stands.radii[1] > 0


def test_what_is_linked_together_stands_together_around_the_land(planted, ground):
    names = tuple(f"person:{n}" for n in range(6))
    people = _people(planted.works, *names)
    pairs = [(names[0], names[3]), (names[1], names[4]), (names[2], names[5])]
    arrays = edge_arrays(nx.Graph(pairs), weight="weight")
    both = place_network(arrays, people, ground).places
    gaps = np.hypot(*(both[:, None] - both).transpose(2, 0, 1))
    np.fill_diagonal(gaps, np.inf)
    assert gaps.argmin(axis=1).tolist() == [3, 4, 5, 0, 1, 2]


def test_what_is_linked_to_something_on_the_land_stands_beside_it(planted, ground):
    people = _people(planted.works, "person:ada", "person:cy")
    arrays = edge_arrays(nx.Graph([people.nodes]), weight="weight")
    stands = place_network(arrays, people, ground)
    assert stands.regions[1] == stands.regions[0]
    gap = np.hypot(*(stands.places[0] - stands.places[1]))
    assert stands.radii.sum() <= gap < stands.radii.sum() + 10


def test_places_are_those_of_the_page(connection):
    found = read_layers(connection)
    study = read_study(connection, "all")
    ground = read_ground(connection, "all", study.arrays, study.incidence)
    stands = place_network(study.arrays, study.incidence, ground)
    places = dict(zip(study.arrays.nodes, stands.places.tolist(), strict=True))
    for layer in found.layers.values():
        on_land = zip(layer.nodes, layer.places.tolist(), layer.regions, strict=True)
        for node, place, region in on_land:
            assert region < 0 or places.get(node, place) == place


@pytest.mark.parametrize("name", ["coauthor", "countries"])
def test_some_networks_have_lands_of_their_own(connection, name):
    arrays = edge_arrays(nx.relabel_nodes(nx.ring_of_cliques(3, 5), str), weight="w")
    one = sparse.csr_array(np.ones((1, 15)))
    found = Incidence(("w",), arrays.nodes, arrays.nodes, ("work",) * 15, one)
    ground = read_ground(connection, name, arrays, found)
    assert not ground.layers
    assert not ground.is_of_terms
    assert ground.meaning == {"countries": "this network alone"}.get(name, "co-authors")
    stands = place_network(arrays, found, ground)
    assert len(np.unique(stands.places, axis=0)) == 15
