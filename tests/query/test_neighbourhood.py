"""What of a node's surroundings is kept, and that what is not is counted."""

import pytest

from kg.errors import UnknownName
from kg.query.neighbourhood import MOST_NODES, read_neighbourhood
from kg.query.questions import neighbours

ADA, GAUSS = "person:ada-byron", "person:carl-gauss"
CARDS, SQUARES = "method:punched-cards", "concept:least-squares"


def relations(graph, a, b):
    """Return the kinds of edge between two nodes, each with its documents."""
    edges = graph[a][b].values() if graph.has_edge(a, b) else ()
    return {edge["kind"]: edge["documents"] for edge in edges}


def add_terms(connection, count):
    """Link `count` terms to Carl Gauss, the last ones strongest, and all to the first."""
    names = [f"concept:t{number:03}" for number in range(count)]
    for number, name in enumerate(names):
        connection.execute(
            "INSERT INTO nodes (id, name, kind, documents, aliases) "
            "VALUES (?, ?, 'concept', 1, '[]')",
            [name, name],
        )
        for end, weight in ((GAUSS, number + 10), (names[0], 1)):
            connection.execute(
                "INSERT INTO edges (kind, source, target, weight, fractional, strength) "
                "VALUES ('studies', ?, ?, ?, 1, 1)",
                [end, name, weight],
            )
    return names


@pytest.mark.parametrize("hops", [1, 2, 3])
@pytest.mark.parametrize("limit", [1, 2, 50])
def test_the_nodes_are_those_of_the_answer(connection, hops, limit):
    rows = neighbours(connection, "Ada Byron", hops=hops, limit=limit)
    graph = read_neighbourhood(connection, "Ada Byron", hops=hops, limit=limit)
    everyone = neighbours(connection, "Ada Byron", hops=hops, limit=1000)
    assert set(graph) == {ADA, *(row.entity for row in rows)}
    assert graph.graph["centre"] == ADA
    assert graph.graph["hidden_nodes"] == len(everyone) - len(rows)
    for row in rows:
        assert any(
            relations(graph, other, row.entity).get(row.edge) == row.documents
            for other in graph[row.entity]
        )


def test_two_nodes_have_an_edge_for_each_kind_that_links_them(connection):
    connection.execute(
        "INSERT INTO edges (kind, source, target, weight, strength) "
        "VALUES ('cites', ?, ?, 1, 1), ('cites', ?, ?, 1, 1)",
        [ADA, GAUSS, GAUSS, ADA],
    )
    graph = read_neighbourhood(connection, "Ada Byron")
    found = [(e["kind"], e["source"]) for e in graph[ADA][GAUSS].values()]
    assert sorted(found) == [("cites", ADA), ("cites", GAUSS), ("coauthor", ADA)]


def test_documents_are_known_by_title_year_and_place(connection):
    documents = read_neighbourhood(connection, "Ada Byron").graph["documents"]
    assert documents["doc:1"] == {
        "title": "Cards for least squares",
        "year": 1840,
        "place": "talks.txt:2",
    }
    # A record without a line is named by its id.
    documents = read_neighbourhood(connection, "Carl Gauss").graph["documents"]
    assert documents["doc:2"]["place"] == "talks.txt:doc:2"


def test_of_one_kind_what_leads_there_is_shown_too(connection):
    graph = read_neighbourhood(connection, "Ada Byron", kind="person")
    assert set(graph) == {ADA, GAUSS}
    lab = "institution:analytical-engine-lab"
    graph = read_neighbourhood(connection, lab, kind="concept", hops=2)
    assert set(graph) == {lab, ADA, SQUARES}
    assert graph.graph["hidden_nodes"] == 0


def test_of_too_many_the_strongest_stay_and_the_rest_is_counted(connection):
    names = add_terms(connection, 150)
    found = neighbours(connection, "Carl Gauss", limit=1000)
    graph = read_neighbourhood(connection, "Carl Gauss", limit=1000)
    assert len(graph) == MOST_NODES
    assert set(graph) == {GAUSS, *names[-99:]}
    assert graph.graph["hidden_nodes"] == len(found) - 99


def test_links_beside_the_ways_are_few_and_the_rest_is_counted(connection):
    names = add_terms(connection, 40)
    for number, name in enumerate(names):  # all are linked to all
        connection.execute(
            "INSERT INTO edges (kind, source, target, weight, strength) "
            "SELECT 'cooccurrence', ?, unnest(?), ?, 1",
            [name, names[number + 1 :], number + 1],
        )
    graph = read_neighbourhood(connection, "Carl Gauss")
    pairs = {frozenset(ends) for ends in graph.edges()}
    between = {pair for pair in pairs if pair <= set(names)}
    everything = len(names) * (len(names) - 1) // 2
    assert all(graph.has_edge(GAUSS, name) for name in names)
    assert all(any(name in pair for pair in between) for name in names)
    assert len(between) <= 3 * len(names)
    assert graph.graph["hidden_links"] == everything - len(between)


def test_of_links_between_terms_those_of_salient_ones_stay(connection):
    names = add_terms(connection, 12)
    for number, name in enumerate(names):
        connection.execute(
            "UPDATE nodes SET salience = ? WHERE id = ?", [(number + 1) / 12, name]
        )
        connection.execute(
            "INSERT INTO edges (kind, source, target, weight, strength) "
            "SELECT 'cooccurrence', ?, unnest(?), 5, 1",
            [name, names[number + 1 :]],
        )
    graph = read_neighbourhood(connection, "Carl Gauss")
    assert graph.has_edge(*names[-2:])
    assert not graph.has_edge(*names[1:3])


def test_a_node_that_nothing_is_linked_to_stands_alone(connection):
    connection.execute("DELETE FROM edges")
    graph = read_neighbourhood(connection, "Ada Byron", hops=3)
    assert list(graph) == [ADA]
    assert (graph.graph["hidden_nodes"], graph.graph["hidden_links"]) == (0, 0)
    assert graph.graph["documents"] == {}


def test_what_nothing_is_called_and_wrong_numbers_are_refused(connection):
    with pytest.raises(UnknownName, match="nearest"):
        read_neighbourhood(connection, "Ada Bryon")
    with pytest.raises(ValueError, match="limit"):
        read_neighbourhood(connection, "Ada Byron", limit=0)
