import pytest

from kg.analysis.named_network import read_network
from kg.graph import network

CARDS = "method:punched-cards"


def test_nodes_and_edges_have_what_those_of_the_store_have(connection):
    made, stored = read_network(connection, "people"), network(connection, "coauthor")
    assert dict(made.nodes(data=True)) == dict(stored.nodes(data=True))
    for a, b, edge in stored.edges(data=True):
        assert {key: made.edges[a, b][key] for key in edge} == edge


def test_people_have_to_do_with_terms_what_the_store_says(connection):
    graph = read_network(connection, "people-terms", min_documents=1)
    rows = connection.execute(
        "SELECT kind, source, target FROM edges WHERE source LIKE 'person:%'"
    ).fetchall()
    said = {(source, target): kind for kind, source, target in rows}
    assert graph.number_of_edges() > 0
    for _, _, edge in graph.edges(data=True):
        assert said[edge["source"], edge["target"]] == edge["kind"]


@pytest.mark.parametrize("kind", ["about", "uses"])
def test_what_the_store_says_of_a_work_and_a_term_is_said(connection, kind):
    connection.execute("DELETE FROM relations WHERE source LIKE 'work:%'")
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
