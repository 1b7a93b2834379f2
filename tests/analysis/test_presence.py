import networkx as nx

from kg.analysis.named_network import read_network
from kg.analysis.presence import read_presence

WORKS = ["work:cards", "work:least-squares", "work:looms"]


def _works_of(presence, node):
    column = presence.incidence.nodes.index(node)
    rows = presence.incidence.matrix[:, [column]].nonzero()[0].tolist()
    return [presence.incidence.works[row] for row in rows]


def test_nodes_of_all_kinds_are_in_their_works(connection):
    presence = read_presence(connection, read_network(connection))
    assert list(presence.incidence.works) == WORKS
    assert _works_of(presence, "work:looms") == ["work:looms"]
    assert _works_of(presence, "method:punched-cards") == ["work:cards", "work:looms"]
    assert presence.years.tolist() == [1840, 0, 1830]


def test_who_wrote_nothing_is_where_they_are_named(connection):
    connection.execute("UPDATE appearances SET is_author = 0 WHERE work = 'work:looms'")
    graph = read_network(connection, "people")
    presence = read_presence(connection, graph)
    assert _works_of(presence, "person:ada-byron") == ["work:cards"]
    connection.execute("UPDATE appearances SET is_author = 0")
    presence = read_presence(connection, graph)
    assert _works_of(presence, "person:ada-byron") == ["work:cards", "work:looms"]


def test_of_no_nodes_there_are_no_columns(connection):
    presence = read_presence(connection, nx.Graph())
    assert presence.incidence.matrix.shape == (3, 0)
