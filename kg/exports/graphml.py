"""GraphML, for networkx, igraph, Gephi, yEd and Cytoscape.

Only the six types that Gephi reads; no defaults, no nesting, no mixed directions
(networkx and igraph refuse those): the file is undirected, and `directed` on an edge
says whether it means its direction.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from kg.exports.files import write_text
from kg.exports.schema import (
    EDGE_TYPES,
    NODE_TYPES,
    Value,
    edge_values,
    edges_in_order,
    node_values,
    nodes_in_order,
)
from kg.exports.xml import escape, literal

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

_NODE_TAGS = {name: f'<data key="{name}">' for name in NODE_TYPES}
_EDGE_TAGS = {name: f'<data key="{key}">' for name, key in _EDGE_KEYS.items()}


def generate(graph: "nx.Graph[str]") -> Iterator[str]:
    """Yield the file piece by piece, nodes and edges sorted by id."""
    yield HEAD
    for name, kind in NODE_TYPES.items():
        yield _key(name, "node", name, kind)
    for name, kind in EDGE_TYPES.items():
        yield _key(_EDGE_KEYS[name], "edge", name, kind)
    yield '<graph id="kg" edgedefault="undirected">\n'
    for node, attributes in nodes_in_order(graph):
        data = _data(node_values(node, attributes), _NODE_TAGS)
        yield f'<node id="{escape(node)}">{data}</node>\n'
    for number, (source, target, attributes) in enumerate(edges_in_order(graph)):
        data = _data(edge_values(attributes), _EDGE_TAGS)
        yield (
            f'<edge id="e{number}" source="{escape(source)}" target="{escape(target)}">'
            f"{data}</edge>\n"
        )
    yield "</graph>\n</graphml>\n"


def _key(identifier: str, element: str, name: str, kind: str) -> str:
    return (
        f'<key id="{identifier}" for="{element}" attr.name="{name}" '
        f'attr.type="{kind}"/>\n'
    )


def _data(values: dict[str, Value], tags: dict[str, str]) -> str:
    return "".join(
        [f"{tags[name]}{literal(value)}</data>" for name, value in values.items()]
    )


def write(graph: "nx.Graph[str]", path: Path | str) -> None:
    """Write `graph` to `path`.

    Raises:
        OutputError: the file cannot be written.
    """
    write_text(path, generate(graph))
