"""GraphML, for networkx, igraph, Gephi, yEd and Cytoscape.

What the network shows, and by which thresholds, is the attribute `description` of the graph.
Only the six types that Gephi reads; no defaults, no nesting, no mixed directions
(networkx and igraph refuse those): the file is undirected, and `directed` on an edge
says whether it means its direction.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from kg.exports.schema import EDGE_TYPES, NODE_TYPES, edge_batches, node_batches
from kg.exports.xml import escape, tag_rows
from kg.files.writing import write_text

if TYPE_CHECKING:
    import networkx as nx

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" \
xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns \
http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
"""

# An id may stand once in a file. Where nodes and edges share a name, the node has it
# (for="all" would lose the edges' values: Gephi then makes a column for nodes only).
_EDGE_KEYS = {
    name: f"edge_{name}" if name in NODE_TYPES else name for name in EDGE_TYPES
}

_NODE_TAGS = {name: (f'<data key="{name}">', "</data>") for name in NODE_TYPES}
_EDGE_TAGS = {n: (f'<data key="{key}">', "</data>") for n, key in _EDGE_KEYS.items()}


def generate(graph: "nx.Graph[str]") -> Iterator[str]:
    """Yield the file piece by piece, nodes and edges sorted by id.

    Example:
        >>> import networkx as nx
        >>> graph = nx.Graph([("a", "b")])
        >>> nx.parse_graphml("".join(generate(graph))).edges["a", "b"]["weight"]
        1
    """
    yield HEAD
    for name, kind in NODE_TYPES.items():
        yield _key(name, "node", name, kind)
    for name, kind in EDGE_TYPES.items():
        yield _key(_EDGE_KEYS[name], "edge", name, kind)
    description = graph.graph.get("description")
    if description:
        yield _key("description", "graph", "description", "string")
    yield '<graph id="kg" edgedefault="undirected">\n'
    if description:
        yield f'<data key="description">{escape(description)}</data>\n'
    ids: dict[str, str] = {}  # escaped once, as most are an end of many edges
    for nodes, columns in node_batches(graph):
        for node, data in zip(nodes, tag_rows(columns, _NODE_TAGS), strict=True):
            ids[node] = escape(node)
            yield f'<node id="{ids[node]}">{data}</node>\n'
    number = 0
    for edges, columns in edge_batches(graph):
        for (a, b), data in zip(edges, tag_rows(columns, _EDGE_TAGS), strict=True):
            ends = f'source="{ids[a]}" target="{ids[b]}"'
            yield f'<edge id="e{number}" {ends}>{data}</edge>\n'
            number += 1
    yield "</graph>\n</graphml>\n"


def _key(identifier: str, element: str, name: str, kind: str) -> str:
    return (
        f'<key id="{identifier}" for="{element}" attr.name="{name}" '
        f'attr.type="{kind}"/>\n'
    )


def write(graph: "nx.Graph[str]", path: Path | str) -> None:
    """Write `graph` to `path`.

    Raises:
        OutputError: the file cannot be written.

    Example:
        >>> import networkx as nx
        >>> graph = nx.Graph([("a", "b")])
        >>> write(graph, "network.graphml")
        >>> len(nx.read_graphml("network.graphml"))
        2
    """
    write_text(path, generate(graph))
