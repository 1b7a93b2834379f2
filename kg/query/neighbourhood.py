"""The surroundings of a node as a network of its own, small enough to be taken in.

Its nodes are those that `kg.query.questions.neighbours` answers with, strongest first.
"""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from kg.arguments import check_count
from kg.query.edge_traversal import Crossing, edge_documents, reach_nodes
from kg.query.entity_lookup import find_entity

if TYPE_CHECKING:
    import networkx as nx
    from duckdb import DuckDBPyConnection

MOST_NODES = 100  # with more, nobody finds a name by looking

# Each node keeps so many links besides the one over which it was reached: all terms of a
# work meet each other, and drawn whole that is a ball of wool.
_LINKS = 3

_NODE = ("label", "kind", "documents", "first_year", "last_year", "aliases")
_NODES = """
SELECT id, name, kind, documents, first_year, last_year, aliases
FROM nodes
WHERE list_contains($nodes, id)
ORDER BY id
"""

_RELATION = (
    *("kind", "source", "target", "weight", "strength"),
    *("first_year", "last_year"),
)
# The strongest first, as neighbours come: by works, times the salience of terms.
_EDGES = """
SELECT e.kind, source, target, weight, strength, e.first_year, e.last_year
FROM edges e
JOIN nodes s ON s.id = source
JOIN nodes t ON t.id = target
WHERE list_contains($nodes, source) AND list_contains($nodes, target)
    AND source <> target
ORDER BY weight * COALESCE(s.salience, 1) * COALESCE(t.salience, 1) DESC, weight DESC,
    strength DESC, source, target, e.kind
"""

_DOCUMENTS = """
SELECT d.id, e.name, d.year, d.source, COALESCE(d.first_line + 1, d.record_line)
FROM documents d
JOIN entities e ON e.id = d.work
WHERE list_contains($documents, d.id)
ORDER BY d.number
"""

Pair = tuple[str, str]
Relation = dict[str, Any]


def read_neighbourhood(
    connection: "DuckDBPyConnection",
    name: str,
    *,
    kind: str | None = None,
    hops: int = 1,
    limit: int = MOST_NODES - 1,
) -> "nx.MultiGraph[str]":
    """Return `name`, what is linked to it, and how these are linked to each other.

    Nodes have label, kind, documents, first_year, last_year and aliases. Two nodes have
    an edge for each kind that links them, and direction; edges have kind, source,
    target, weight, strength, first_year, last_year and documents (ids of all that say
    so). `graph.graph` holds the `centre`, how many nodes were found and are left out
    (`hidden_nodes`), how many pairs of the nodes that stay are linked though no edge
    says so here (`hidden_links`), and of each of the `documents` title, year and place.

    Args:
        connection: an open store.
        name: an entity's id, name or alias.
        kind: only neighbours of this kind, and what leads to them.
        hops: how many edges away.
        limit: how many neighbours at most; there are never more than 100 nodes in all.

    Raises:
        UnknownName: nothing is called that.

    Example:
        >>> from kg import open_store
        >>> with open_store("outputs/examples") as store:
        ...     near = read_neighbourhood(store.connection, "Ada Byron", limit=2)
        >>> sorted(near)
        ['method:punched-cards', 'person:ada-byron', 'person:carl-gauss']
        >>> [edge["kind"] for edge in near["person:ada-byron"]["person:carl-gauss"].values()]
        ['coauthor']
    """
    import networkx as nx

    check_count(hops, "hops")
    check_count(limit, "limit")
    centre = find_entity(connection, name).id
    reached = reach_nodes(connection, centre, hops)
    found = [crossing for crossing in reached if kind in (None, crossing.kind)]
    ways = _choose_ways(reached, found[:limit])
    nodes = sorted({centre, *ways})
    links = _read_links(connection, nodes)
    kept = _choose_links(links, {_pair(way.near, way.far) for way in ways.values()})
    graph: nx.MultiGraph[str] = nx.MultiGraph(
        centre=centre,
        hidden_nodes=sum(crossing.far not in ways for crossing in found),
        hidden_links=len(links) - len(kept),
    )
    graph.add_nodes_from(_read_nodes(connection, nodes))
    _add_relations(connection, graph, [each for pair in kept for each in links[pair]])
    return graph


def _choose_ways(
    reached: Iterable[Crossing], found: Iterable[Crossing]
) -> dict[str, Crossing]:
    """Return, by node, the edges that lead to what was found, as far as there is room.

    What lies on the way is of other kinds, where only one was asked for.
    """
    by_node = {crossing.far: crossing for crossing in reached}
    chosen: dict[str, Crossing] = {}
    for crossing in found:
        way = {crossing.far: crossing}
        while crossing.near in by_node:
            crossing = by_node[crossing.near]
            way[crossing.far] = crossing
        if len(chosen.keys() | way.keys()) >= MOST_NODES:
            break
        chosen |= way
    return chosen


def _read_links(
    connection: "DuckDBPyConnection", nodes: Sequence[str]
) -> dict[Pair, list[Relation]]:
    """Return the edges between nodes by pair, the strongest pair first."""
    links: dict[Pair, list[Relation]] = {}
    for row in connection.execute(_EDGES, {"nodes": nodes}).fetchall():
        relation = dict(zip(_RELATION, row, strict=True))
        pair = _pair(relation["source"], relation["target"])
        links.setdefault(pair, []).append(relation)
    return links


def _choose_links(links: Iterable[Pair], ways: set[Pair]) -> list[Pair]:
    """Return the ways, and of the other links the strongest of each node."""
    counts: Counter[str] = Counter()
    kept = []
    for pair in links:
        if pair in ways:
            kept.append(pair)
        elif min(counts[end] for end in pair) < _LINKS:
            counts.update(pair)
            kept.append(pair)
    return kept


def _pair(a: str, b: str) -> Pair:
    return (a, b) if a < b else (b, a)


def _read_nodes(
    connection: "DuckDBPyConnection", nodes: Sequence[str]
) -> list[tuple[str, dict[str, Any]]]:
    read = []
    for node, *values in connection.execute(_NODES, {"nodes": nodes}).fetchall():
        attributes = dict(zip(_NODE, values, strict=True))
        attributes["aliases"] = tuple(json.loads(attributes["aliases"]))
        read.append((node, attributes))
    return read


def _add_relations(
    connection: "DuckDBPyConnection",
    graph: "nx.MultiGraph[str]",
    relations: Sequence[Relation],
) -> None:
    """Add edges with the documents that say so, and what is known of these."""
    keys = [(each["kind"], each["source"], each["target"]) for each in relations]
    behind = edge_documents(connection, keys)
    for key, relation in zip(keys, relations, strict=True):
        graph.add_edge(*key[1:], **relation, documents=behind[key])
    named = sorted(
        {document for documents in behind.values() for document in documents}
    )
    graph.graph["documents"] = _read_documents(connection, named)


def _read_documents(
    connection: "DuckDBPyConnection", documents: Sequence[str]
) -> Mapping[str, Mapping[str, Any]]:
    """Return of each document how its work is called, its year, and where it stands."""
    rows = connection.execute(_DOCUMENTS, {"documents": documents}).fetchall()
    return {
        document: {
            "title": title,
            "year": year,
            "place": f"{source}:{document if line is None else line}",
        }
        for document, title, year, source, line in rows
    }
