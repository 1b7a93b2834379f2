"""What stands on nodes and edges in every format, in which order, under which name.

Values are the plain ones of `kg.graph`, with lists joined by "; ". What is None or
empty is left out: Gephi shows an empty cell, and networkx can write neither.
"""

from collections.abc import Iterator, Mapping
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from kg.exports.xml import clean

if TYPE_CHECKING:
    import networkx as nx

Value = str | int | float | bool
Attributes = Mapping[str, Any]

NODE_TYPES: dict[str, str] = {
    "label": "string",
    "kind": "string",
    "documents": "int",
    "first_year": "int",
    "last_year": "int",
    "community": "int",
    "degree": "int",
    "aliases": "string",
    "x": "double",
    "y": "double",
}
"""Type of each node attribute, in the names that GraphML and Gephi share."""

EDGE_TYPES: dict[str, str] = {
    "kind": "string",
    "weight": "int",
    "fractional": "double",
    "strength": "double",
    "first_year": "int",
    "last_year": "int",
    "directed": "boolean",
    "evidence": "string",
}

DIRECTED = frozenset({"authorship", "affiliation", "uses", "studies", "citation"})
"""Kinds of edge that lead from source to target and mean it."""

EVIDENCE = 10  # documents named on an edge; more would make most of a file


def node_values(node: str, attributes: Attributes) -> dict[str, Value]:
    """Return what is known of a node; a node without a label is called by its id."""
    values = {
        name: value
        for name in NODE_TYPES
        if (value := attributes.get(name)) is not None and value != ""
    }
    values["label"] = clean(str(attributes.get("label") or "")) or node
    if aliases := values.pop("aliases", ()):
        values["aliases"] = "; ".join(aliases)
    return values


def edge_values(attributes: Attributes) -> dict[str, Value]:
    """Return what is known of an edge, the first `EVIDENCE` documents among it."""
    values = {
        name: value
        for name in EDGE_TYPES
        if (value := attributes.get(name)) is not None and value != ""
    }
    kind = values.setdefault("kind", "related")
    values.setdefault("weight", 1)
    values["directed"] = kind in DIRECTED
    if evidence := values.pop("evidence", ()):
        values["evidence"] = "; ".join(evidence[:EVIDENCE])
    return values


def nodes_in_order(graph: "nx.Graph[str]") -> Iterator[tuple[str, Attributes]]:
    """Yield nodes with their attributes, by id."""
    for node in sorted(graph):
        yield node, graph.nodes[node]


def edges_in_order(graph: "nx.Graph[str]") -> list[tuple[str, str, Attributes]]:
    """Return edges as (source, target, attributes), sorted by both."""
    found: list[tuple[str, str, Attributes]] = []
    for a, b, attributes in graph.edges(data=True):
        source = attributes.get("source", a)
        found.append((source, b if source == a else a, attributes))
    found.sort(key=itemgetter(0, 1))  # a pair has one edge: attributes need no order
    return found


def years(attributes: Attributes) -> tuple[int, int] | None:
    """Return the first and last year of a node or edge; None where none is known."""
    first: int | None = attributes.get("first_year")
    last: int | None = attributes.get("last_year")
    if first is None or last is None:
        only = last if first is None else first
        return None if only is None else (only, only)
    return (first, last) if first <= last else (last, first)
