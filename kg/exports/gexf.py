"""GEXF 1.3, for Gephi and graphology: with colours, sizes, places and years.

Undirected like the GraphML; `directed` on an edge says whether it means its direction.
A node or edge with years has one spell, from its first year to its last; without, it is
there at all times. Nothing in the file tells when it was written.
"""

from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from kg.appearance import GREY, community_colour, kind_colour, node_size, split_rgb
from kg.exports.schema import (
    EDGE_TYPES,
    NODE_TYPES,
    Column,
    edge_batches,
    known_years,
    node_batches,
    year_span,
)
from kg.exports.xml import as_literal, escape, tag_rows
from kg.files.writing import write_text

if TYPE_CHECKING:
    import networkx as nx

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" \
xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xsi:schemaLocation="http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd" version="1.3">
<meta>
<creator>kg</creator>
"""

# In GEXF's own words.
_TYPES = {
    "int": "integer",
    "double": "double",
    "string": "string",
    "boolean": "boolean",
}

# These have a place of their own in GEXF.
_PLACED = {"label", "x", "y", "radius", "colour"}
_NODE_COLUMNS = {n: t for n, t in NODE_TYPES.items() if n not in _PLACED}
_EDGE_COLUMNS = {n: t for n, t in EDGE_TYPES.items() if n != "weight"}

_NODE_TAGS = {n: (f'<attvalue for="{n}" value="', '"/>') for n in _NODE_COLUMNS}
_EDGE_TAGS = {n: (f'<attvalue for="{n}" value="', '"/>') for n in _EDGE_COLUMNS}


def generate(graph: "nx.Graph[str]") -> Iterator[str]:
    """Yield the file piece by piece, nodes and edges sorted by id.

    Nodes have the colours and sizes that they bring; those without are coloured by
    community in a network of one kind of node, by kind in others.

    Example:
        >>> import networkx as nx
        >>> graph = nx.Graph([("a", "b")])
        >>> "".join(generate(graph)).count("<node ")
        2
    """
    most = max((a.get("documents") or 0 for _, a in graph.nodes(data=True)), default=0)
    mixed = len({a.get("kind") for _, a in graph.nodes(data=True)}) > 1
    # The sizes and whether kinds are mixed are of the whole network, before a first line.
    yield HEAD
    description = graph.graph.get("description") or "Research knowledge graph"
    yield f"<description>{escape(description)}</description>\n</meta>\n"
    yield _graph_tag(graph)
    yield from _columns("node", _NODE_COLUMNS)
    yield from _columns("edge", _EDGE_COLUMNS)
    yield f'<nodes count="{len(graph)}">\n'
    for nodes, columns in node_batches(graph):
        yield from _nodes(nodes, columns, most, by_kind=mixed)
    yield f'</nodes>\n<edges count="{graph.number_of_edges()}">\n'
    ids = {node: escape(node) for node in graph}  # most are an end of many edges
    first = 0
    for edges, columns in edge_batches(graph):
        ends = [(ids[source], ids[target]) for source, target in edges]
        yield from _edges(first, ends, columns)
        first += len(edges)
    yield "</edges>\n</graph>\n</gexf>\n"


def _graph_tag(graph: "nx.Graph[str]") -> str:
    dated = any(known_years(a) for _, a in graph.nodes(data=True)) or any(
        known_years(a) for _, _, a in graph.edges(data=True)
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


def _nodes(
    nodes: Sequence[str], columns: dict[str, Column], most: int, *, by_kind: bool
) -> Iterator[str]:
    inside = zip(
        nodes,
        columns["label"],
        tag_rows(columns, _NODE_TAGS),
        _year_spells(columns),
        columns["kind"] if by_kind else columns["community"],
        columns["colour"],
        zip(columns["documents"], columns["radius"], strict=True),
        zip(columns["x"], columns["y"], strict=True),
        strict=True,
    )
    for node, label, values, spells, group, colour, (works, radius), (x, y) in inside:
        red, green, blue = split_rgb(colour or _colour(group))
        # Without positions Gephi lays the network out by itself.
        place = ""
        if x is not None and y is not None:
            place = f'<viz:position x="{x}" y="{y}" z="0.0"/>'
        yield (
            f'<node id="{escape(node)}" label="{as_literal(label)}">'
            f"<attvalues>{values}</attvalues>{spells}"
            f'<viz:color r="{red}" g="{green}" b="{blue}"/>'
            f'<viz:size value="{radius or node_size(int(works or 0), most)}"/>'
            f"{place}</node>\n"
        )


def _edges(
    first: int, ends: Sequence[tuple[str, str]], columns: dict[str, Column]
) -> Iterator[str]:
    inside = zip(
        count(first),
        ends,
        columns["weight"],
        map(as_literal, columns["kind"]),
        tag_rows(columns, _EDGE_TAGS),
        _year_spells(columns),
        strict=False,
    )
    for number, (source, target), weight, kind, values, spells in inside:
        yield (
            f'<edge id="e{number}" source="{source}" target="{target}" '
            f'weight="{weight}" kind="{kind}">'
            f"<attvalues>{values}</attvalues>{spells}</edge>\n"
        )


def _colour(group: str | int | None) -> str:
    """Return the colour of a kind or a community."""
    if group is None:
        return GREY
    return kind_colour(group) if isinstance(group, str) else community_colour(group)


def _year_spells(columns: dict[str, Column]) -> Iterator[str]:
    for first, last in zip(columns["first_year"], columns["last_year"], strict=True):
        known = year_span(first, last)
        yield (
            f'<spells><spell start="{known[0]}" end="{known[1]}"/></spells>'
            if known
            else ""
        )


def write(graph: "nx.Graph[str]", path: Path | str) -> None:
    """Write `graph` to `path`.

    Raises:
        OutputError: the file cannot be written.

    Example:
        >>> import networkx as nx
        >>> graph = nx.Graph([("a", "b")])
        >>> write(graph, "network.gexf")
        >>> len(nx.read_gexf("network.gexf", version="1.3"))
        2
    """
    write_text(path, generate(graph))
