import pytest

from kg.analysis.named_network import read_network
from kg.graph import network

ADA, CARDS = "person:ada-byron", "method:punched-cards"


def test_nodes_and_edges_have_what_those_of_the_store_have(connection):
    made, stored = read_network(connection, "people"), network(connection, "coauthor")
    assert dict(made.nodes(data=True)) == dict(stored.nodes(data=True))
    for a, b, edge in stored.edges(data=True):
        assert {key: made.edges[a, b][key] for key in edge} == edge


def test_people_use_methods_and_study_concepts(connection):
    graph = read_network(connection, "people-terms", min_documents=1)
    edge = graph.edges[ADA, CARDS]
    assert (edge["kind"], edge["source"], edge["target"]) == ("uses", ADA, CARDS)
    assert graph.edges[ADA, "concept:least-squares"]["kind"] == "studies"


@pytest.mark.parametrize("kind", ["about", "uses"])
def test_what_the_store_says_of_a_work_and_a_term_is_said(connection, kind):
    connection.execute(
        "INSERT INTO relations VALUES (?, 'work:looms', ?, 'work:looms', 1.0)",
        [kind, CARDS],
    )
    graph = read_network(connection, "works-terms")
    assert graph.edges["work:looms", CARDS]["kind"] == kind
    assert graph.edges["work:cards", CARDS]["kind"] == "mentions"


def test_a_country_is_a_node_with_its_name(connection):
    connection.execute("UPDATE entities SET country = 'NL' WHERE kind = 'institution'")
    graph = read_network(connection, "countries", lone_nodes=True)
    node = graph.nodes["country:nl"]
    assert (node["label"], node["kind"]) == ("The Netherlands", "country")
    assert (node["documents"], node["first_year"]) == (1, 1830)
