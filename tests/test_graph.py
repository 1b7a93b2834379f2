import pytest

from kg.analysis.named_network import read_network
from kg.errors import UnknownName
from kg.graph import edge_counts, network, titles
from kg.network_kinds import NETWORKS


def test_the_whole_graph_has_every_entity_if_asked_for(connection, resolution):
    connection.execute("DELETE FROM edges WHERE kind = 'affiliation'")
    lone = {"institution:analytical-engine-lab"}
    assert (
        set(read_network(connection, lone_nodes=True)) - set(network(connection))
        == lone
    )
    graph = read_network(connection, lone_nodes=True)
    assert set(graph) == {entity.id for entity in resolution.entities}


def test_nodes_follow_the_schema(connection):
    graph = network(connection)
    assert graph.nodes["person:ada-byron"] == {
        "label": "Ada Byron",
        "kind": "person",
        "documents": 2,
        "first_year": 1830,
        "last_year": 1840,
        "community": 0,
        "degree": graph.degree("person:ada-byron"),
        "aliases": (),
    }
    assert graph.nodes["person:carl-gauss"]["aliases"] == ("Gauss, Carl",)


def test_edges_follow_the_schema(connection):
    graph = network(connection, "coauthor")
    assert list(graph.edges(data=True)) == [
        (
            "person:ada-byron",
            "person:carl-gauss",
            {
                "kind": "coauthor",
                "source": "person:ada-byron",
                "target": "person:carl-gauss",
                "weight": 1,
                "fractional": 1.0,
                "strength": 2.0,
                "first_year": 1840,
                "last_year": 1840,
                "evidence": ("doc:1",),
            },
        )
    ]


@pytest.mark.parametrize("name", [n for n, row in NETWORKS.items() if row.edges])
def test_every_edge_has_a_document_behind_it(connection, name):
    graph = network(connection, name)
    documents = set(titles(connection))
    for _, _, edge in graph.edges(data=True):
        assert edge["evidence"]
        assert set(edge["evidence"]) <= documents
        assert edge["weight"] >= 1


@pytest.mark.parametrize("name", ["coauthor", "institution", "concept"])
def test_a_network_of_one_kind_has_no_lone_nodes(connection, name):
    graph = network(connection, name)
    assert all(degree > 0 for _, degree in graph.degree())


def test_the_bound_keeps_the_strongest_edges_and_counts_the_rest(connection):
    whole = network(connection)
    bounded = network(connection, max_edges=1)
    kinds = [edge["kind"] for _, _, edge in bounded.edges(data=True)]
    assert len(kinds) == len(set(kinds)) == len(edge_counts(connection))
    assert bounded.graph["dropped"] == len(whole.edges) - len(bounded.edges)
    assert ("person:ada-byron", "method:punched-cards") in bounded.edges


def test_thresholds_leave_out_small_nodes_and_edges(connection):
    graph = network(connection, min_documents=2, min_weight=2)
    assert all(node["documents"] >= 2 for _, node in graph.nodes(data=True))
    assert {edge["weight"] for _, _, edge in graph.edges(data=True)} == {2}
    assert graph.graph["thresholds"]["min_documents"] == 2


def test_an_unknown_network_names_the_known_ones(connection):
    with pytest.raises(UnknownName, match="coauthor"):
        network(connection, "citations")


def test_works_that_cite_each_other_have_one_edge_of_both(connection):
    connection.execute(
        "INSERT INTO edges VALUES ('citation', 'work:arxiv-1801-00001', "
        "'work:least-squares', 2, 0.5, 3.0, 1990, NULL)"
    )
    edge = network(connection).edges["work:least-squares", "work:arxiv-1801-00001"]
    assert (edge["weight"], edge["fractional"], edge["strength"]) == (3, 1.5, 3.0)
    assert edge["first_year"] == 1990


def test_the_strongest_of_each_kind_stay_and_the_others_are_counted(connection):
    counts = edge_counts(connection)
    graph = network(connection, max_edges=1)
    kinds = [kind for _, _, kind in graph.edges(data="kind")]
    assert sorted(kinds) == sorted(counts)
    assert graph.graph["dropped"] == sum(counts.values()) - len(counts)


def test_evidence_is_in_order_of_documents_and_no_more_than_ten(connection):
    order = list(titles(connection))
    for _, _, edge in network(connection).edges(data=True):
        places = [order.index(document) for document in edge["evidence"]]
        assert places == sorted(places)
        assert 1 <= len(places) <= 10
