import pytest

from kg.analysis.named_network import read_network
from kg.errors import KGError, UnknownName
from kg.graph import titles
from kg.network_kinds import BACKBONES, COUNTINGS, NETWORKS, NORMALISATIONS

MADE = [name for name, row in NETWORKS.items() if row.sides]


@pytest.mark.parametrize("name", NETWORKS)
def test_no_node_is_without_an_edge_unless_asked_for(connection, name):
    graph = read_network(connection, name)
    assert all(degree > 0 for _, degree in graph.degree())
    more = read_network(connection, name, lone_nodes=True)
    assert set(graph) <= set(more)
    assert graph.edges == more.edges


@pytest.mark.parametrize("name", MADE)
def test_edges_have_documents_and_measures(connection, name):
    graph = read_network(connection, name, min_documents=1)
    for _, _, edge in graph.edges(data=True):
        assert edge["evidence"]
        assert set(edge["evidence"]) <= set(titles(connection))
        assert edge["measure"] > 0
        assert edge["significance"] >= 0
        assert {edge["source"], edge["target"]} <= set(graph)


@pytest.mark.parametrize("name", MADE)
def test_thresholds_say_how_it_was_made(connection, name):
    thresholds = read_network(connection, name).graph["thresholds"]
    assert thresholds["counting"] == NETWORKS[name].counting
    assert thresholds["backbone"] == NETWORKS[name].backbone
    assert thresholds["min_documents"] == 1  # of a corpus of few terms
    other = read_network(connection, name, counting="binary", normalisation="cosine")
    assert other.graph["thresholds"]["counting"] == "binary"
    assert other.graph["thresholds"]["normalisation"] == "cosine"


@pytest.mark.parametrize(
    ("ways", "known"),
    [
        ({"counting": "half"}, COUNTINGS),
        ({"normalisation": "dice"}, NORMALISATIONS),
        ({"backbone": "spine"}, BACKBONES),
    ],
)
def test_an_unknown_way_names_the_known_ones(connection, ways, known):
    with pytest.raises(UnknownName) as raised:
        read_network(connection, "people", **ways)
    assert all(name in str(raised.value) for name in known)


def test_an_unknown_network_names_the_known_ones(connection):
    with pytest.raises(UnknownName, match="people-terms"):
        read_network(connection, "friends")


def test_stored_edges_are_not_counted_another_way(connection):
    with pytest.raises(KGError, match="people"):
        read_network(connection, "coauthor", counting="binary")
    assert read_network(connection, "coauthor", counting="full").number_of_edges() == 1


def test_terms_have_no_order_of_authors(connection):
    with pytest.raises(KGError, match="order of authors"):
        read_network(connection, "terms", counting="position")
