"""What stands on nodes and edges in every format, in which order, under which name.

Values are the plain ones of `kg.graph`, with lists joined by "; ". What is None or
empty is left out: Gephi shows an empty cell, and networkx can write neither.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from kg.kinds import directed_kinds
from kg.text.xml_characters import drop_illegal

if TYPE_CHECKING:
    import networkx as nx

Value = str | int | float | bool
Attributes = Mapping[str, Any]
Column = list[Any]

NODE_TYPES: dict[str, str] = {
    "label": "string",
    "kind": "string",
    "documents": "int",
    "first_year": "int",
    "last_year": "int",
    "community": "int",
    "degree": "int",
    "aliases": "string",
    "ror": "string",
    "country": "string",
    "city": "string",
    "parent": "string",
    "x": "double",
    "y": "double",
    "orcid": "string",
    "former_ids": "string",
    "salience": "double",
    "weighted_degree": "double",
    "pagerank": "double",
    "harmonic": "double",
    "betweenness": "double",
    "constraint": "double",
    "mean_year": "double",
    "growth": "double",
    "radius": "double",
    "colour": "string",
    "region": "int",
    "region_name": "string",
    "sub_region": "int",
    "sub_region_name": "string",
    "home_share": "double",
    "is_data_set": "boolean",
    "shown_with": "string",
    "shown_because": "string",
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
    "measure": "double",
    "significance": "double",
}

EVIDENCE = 10  # documents named on an edge; more would make most of a file


BATCH = 10_000  # rows made at a time, a column at a time: much faster than row by row


def node_columns(
    nodes: Sequence[str], attributes: Sequence[Attributes]
) -> dict[str, Column]:
    """Return what is known of nodes, a list an attribute, None or "" for nothing.

    A node without a label is called by its id.

    Example:
        >>> columns = node_columns(["a"], [{"kind": "person", "aliases": ("A.", "AA")}])
        >>> columns["label"], columns["aliases"], columns["documents"]
        (['a'], ['A.; AA'], [None])
    """
    columns = _columns(attributes, NODE_TYPES)
    columns["label"] = [
        drop_illegal(str(label or "")) or node
        for node, label in zip(nodes, columns["label"], strict=True)
    ]
    for name in ("aliases", "former_ids"):
        lists = columns.pop(name)
        columns[name] = ["; ".join(each) if each else None for each in lists]
    return columns


def edge_columns(attributes: Sequence[Attributes]) -> dict[str, Column]:
    """Return what is known of edges, the first `EVIDENCE` documents among it.

    Example:
        >>> columns = edge_columns([{"kind": "authorship", "evidence": ("d1", "d2")}])
        >>> columns["directed"], columns["weight"], columns["evidence"]
        ([True], [1], ['d1; d2'])
    """
    columns = _columns(attributes, EDGE_TYPES)
    columns["kind"] = [kind or "related" for kind in columns["kind"]]
    # Networks from elsewhere may lack both; readers of the formats count on them.
    columns["weight"] = [1 if w in (None, "") else w for w in columns["weight"]]
    directed = directed_kinds()
    columns["directed"] = [kind in directed for kind in columns["kind"]]
    columns["evidence"] = [
        "; ".join(ids[:EVIDENCE]) if ids else None for ids in columns["evidence"]
    ]
    return columns


def _columns(
    attributes: Sequence[Attributes], names: Mapping[str, str]
) -> dict[str, Column]:
    return {name: [each.get(name) for each in attributes] for name in names}


def node_values(node: str, attributes: Attributes) -> dict[str, Value]:
    """Return what is known of one node.

    Example:
        >>> node_values("a", {"label": "Ada", "kind": "person", "first_year": None})
        {'label': 'Ada', 'kind': 'person'}
    """
    columns = node_columns([node], [attributes])
    return {
        name: value for name, (value,) in columns.items() if value not in (None, "")
    }


def node_batches(
    graph: "nx.Graph[str]",
) -> Iterator[tuple[list[str], dict[str, Column]]]:
    """Yield ids and columns of nodes, by id.

    Example:
        >>> import networkx as nx
        >>> graph = nx.Graph([("a", "b")])
        >>> [nodes for nodes, _ in node_batches(graph)]
        [['a', 'b']]
    """
    nodes = sorted(graph)
    for first in range(0, len(nodes), BATCH):
        some = nodes[first : first + BATCH]
        yield some, node_columns(some, [graph.nodes[node] for node in some])


def edge_batches(
    graph: "nx.Graph[str]",
) -> Iterator[tuple[list[tuple[str, str]], dict[str, Column]]]:
    """Yield (source, target) and columns of edges, sorted by both.

    Example:
        >>> import networkx as nx
        >>> graph = nx.Graph()
        >>> graph.add_edge("a", "b", source="b")
        >>> [ends for ends, _ in edge_batches(graph)]
        [[('b', 'a')]]
    """
    edges = sorted_edges(graph)
    for first in range(0, len(edges), BATCH):
        some = edges[first : first + BATCH]
        ends = [(source, target) for source, target, _ in some]
        yield ends, edge_columns([attributes for _, _, attributes in some])


def sorted_edges(graph: "nx.Graph[str]") -> list[tuple[str, str, Attributes]]:
    """Return edges as (source, target, attributes), sorted by both.

    Example:
        >>> import networkx as nx
        >>> sorted_edges(nx.Graph([("b", "c"), ("a", "b")]))
        [('b', 'a', {}), ('b', 'c', {})]
    """
    found: list[tuple[str, str, Attributes]] = []
    for a, b, attributes in graph.edges(data=True):
        ends = (b, a) if attributes.get("source") == b else (a, b)
        found.append((*ends, attributes))
    # By numbers: to compare the names of a million edges takes seconds. A pair has one
    # edge, so attributes need no order.
    place = {node: number for number, node in enumerate(sorted(graph))}
    size = len(place)
    keys = [place[source] * size + place[target] for source, target, _ in found]
    return [found[number] for number in np.argsort(keys, kind="stable").tolist()]


def known_years(attributes: Attributes) -> tuple[int, int] | None:
    """Return the first and last year of a node or edge; None where none is known.

    Example:
        >>> known_years({"first_year": 1830, "last_year": None})
        (1830, 1830)
    """
    return year_span(attributes.get("first_year"), attributes.get("last_year"))


def year_span(first: int | None, last: int | None) -> tuple[int, int] | None:
    """Return both years in order, where only one is known that one twice.

    Example:
        >>> year_span(1840, 1830)
        (1830, 1840)
    """
    if first is None or last is None:
        only = last if first is None else first
        return None if only is None else (only, only)
    return (first, last) if first <= last else (last, first)
