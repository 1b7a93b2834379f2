"""GEXF 1.3, for Gephi and graphology: with colours, sizes, places and years.

Undirected like the GraphML; `directed` on an edge says whether it means its direction.
A node or edge with years has one spell, from its first year to its last; without, it is
there at all times. Nothing in the file tells when it was written.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from kg.appearance import GREY, community_colour, components, kind_colour, node_size
from kg.exports.files import write_text
from kg.exports.schema import (
    EDGE_TYPES,
    NODE_TYPES,
    Attributes,
    Value,
    edge_values,
    edges_in_order,
    node_values,
    nodes_in_order,
    years,
)
from kg.exports.xml import escape, literal

if TYPE_CHECKING:
    import networkx as nx

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" \
xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xsi:schemaLocation="http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd" version="1.3">
<meta>
<creator>kg</creator>
<description>Research knowledge graph</description>
</meta>
"""

_TYPES = {
    "int": "integer",
    "double": "double",
    "string": "string",
    "boolean": "boolean",
}

# These have a place of their own in GEXF.
_NODE_COLUMNS = {n: t for n, t in NODE_TYPES.items() if n not in {"label", "x", "y"}}
_EDGE_COLUMNS = {n: t for n, t in EDGE_TYPES.items() if n != "weight"}


def generate(graph: "nx.Graph[str]") -> Iterator[str]:
    """Yield the file piece by piece, nodes and edges sorted by id.

    A network of one kind of node is coloured by community, others by kind.
    """
    edges = edges_in_order(graph)
    most = max((a.get("documents") or 0 for _, a in graph.nodes(data=True)), default=0)
    mixed = len({a.get("kind") for _, a in graph.nodes(data=True)}) > 1
    yield HEAD
    yield _graph_tag(graph)
    yield from _columns("node", _NODE_COLUMNS)
    yield from _columns("edge", _EDGE_COLUMNS)
    yield f'<nodes count="{len(graph)}">\n'
    for node, attributes in nodes_in_order(graph):
        yield _node(node, attributes, most, by_kind=mixed)
    yield f'</nodes>\n<edges count="{len(edges)}">\n'
    for number, (source, target, attributes) in enumerate(edges):
        yield _edge(number, source, target, attributes)
    yield "</edges>\n</graph>\n</gexf>\n"


def _graph_tag(graph: "nx.Graph[str]") -> str:
    dated = any(years(a) for _, a in graph.nodes(data=True)) or any(
        years(a) for _, _, a in graph.edges(data=True)
    )
    time = (
        'mode="dynamic" timeformat="double" timerepresentation="interval"'
        if dated
        else 'mode="static"'
    )
    return f'<graph defaultedgetype="undirected" idtype="string" {time}>\n'


def _columns(element: str, types: dict[str, str]) -> Iterator[str]:
    yield f'<attributes class="{element}" mode="static">\n'
    for name, kind in types.items():
        kind = _TYPES.get(kind, kind)
        yield f'<attribute id="{name}" title="{name}" type="{kind}"/>\n'
    yield "</attributes>\n"


def _node(node: str, attributes: Attributes, most: int, *, by_kind: bool) -> str:
    values = node_values(node, attributes)
    colour = GREY
    if by_kind:
        colour = kind_colour(str(values.get("kind", "")))
    elif "community" in values:
        colour = community_colour(int(values["community"]))
    red, green, blue = components(colour)
    place = ""
    if "x" in values and "y" in values:
        place = f'<viz:position x="{values["x"]}" y="{values["y"]}" z="0.0"/>'
    return (
        f'<node id="{escape(node)}" label="{literal(values["label"])}">'
        f"{_attvalues(values, _NODE_COLUMNS)}{_spells(attributes)}"
        f'<viz:color r="{red}" g="{green}" b="{blue}"/>'
        f'<viz:size value="{node_size(int(values.get("documents", 0)), most)}"/>'
        f"{place}</node>\n"
    )


def _edge(number: int, source: str, target: str, attributes: Attributes) -> str:
    values = edge_values(attributes)
    return (
        f'<edge id="e{number}" source="{escape(source)}" target="{escape(target)}" '
        f'weight="{values["weight"]}" kind="{literal(values["kind"])}">'
        f"{_attvalues(values, _EDGE_COLUMNS)}{_spells(attributes)}</edge>\n"
    )


def _attvalues(values: dict[str, Value], columns: dict[str, str]) -> str:
    inside = "".join(
        [
            f'<attvalue for="{name}" value="{literal(value)}"/>'
            for name, value in values.items()
            if name in columns
        ]
    )
    return f"<attvalues>{inside}</attvalues>" if inside else ""


def _spells(attributes: Attributes) -> str:
    span = years(attributes)
    if span is None:
        return ""
    return f'<spells><spell start="{span[0]}" end="{span[1]}"/></spells>'


def write(graph: "nx.Graph[str]", path: Path | str) -> None:
    """Write `graph` to `path`.

    Raises:
        OutputError: the file cannot be written.
    """
    write_text(path, generate(graph))
