"""What the page of a neighbourhood is told: nodes, lines, documents, ready to be shown.

Every string here comes from files that strangers wrote. It is made printable, cut to a
length that a page can show, and reaches the page as text.
"""

import shlex
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from kg.analysis.layout import positions
from kg.appearance import kind_colour, node_size
from kg.exports.schema import Attributes, known_years
from kg.kinds import EDGE_KINDS, ENTITY_KINDS
from kg.printable import printable_line
from kg.text.counts import format_count

if TYPE_CHECKING:
    import networkx as nx

LABEL_LENGTH = 30  # characters of a name drawn beside its disc
NAME_LENGTH = 300  # of a name anywhere else: some are whole paragraphs
ALIASES_LENGTH = 1000  # of all other names together
DOCUMENTS = 50  # listed of a kind of edge; `kg why` lists all
ROOM = 3.0  # labels need more room than discs

Values = dict[str, Any]


def describe_shown(graph: "nx.MultiGraph[str]") -> str:
    """Say how much is shown, and how much is hidden.

    >>> import networkx as nx
    >>> describe_shown(nx.MultiGraph([("a", "b")], hidden_nodes=3, hidden_links=1))
    '2 nodes and 1 link shown, the strongest; hidden: 3 nodes, 1 link between those shown'
    """
    links = len({frozenset(ends) for ends in graph.edges()})
    shown = (
        f"{format_count(len(graph), 'node')} and {format_count(links, 'link')} shown"
    )
    hidden = []
    if nodes := graph.graph["hidden_nodes"]:
        hidden.append(format_count(nodes, "node"))
    if links := graph.graph["hidden_links"]:
        hidden.append(f"{format_count(links, 'link')} between those shown")
    if not hidden:
        return f"{shown}, none hidden"
    return f"{shown}, the strongest; hidden: {', '.join(hidden)}"


def shown_name(node: str, attributes: Attributes) -> str:
    """Return what a node is called, on one line; by its id where that is nothing.

    >>> shown_name("person:a", {"label": "Ada\\nByron"}), shown_name("person:a", {})
    ('Ada Byron', 'person:a')
    """
    name = printable_line(attributes.get("label") or "").strip()
    return _cut(name or printable_line(node), NAME_LENGTH)


def kind_counts(graph: "nx.MultiGraph[str]") -> list[Values]:
    """Return the kinds of node that are there, each with its count and colour."""
    kinds = [attributes["kind"] for _, attributes in graph.nodes(data=True)]
    return [
        {"kind": kind, "count": kinds.count(kind), "colour": kind_colour(kind)}
        for kind in ENTITY_KINDS
        if kind in kinds
    ]


def shown_nodes(graph: "nx.MultiGraph[str]") -> list[Values]:
    """Return nodes as vis.js wants them, by id; each is called by its number."""
    import networkx as nx

    places = positions(nx.Graph(graph))
    most = max(attributes["documents"] for _, attributes in graph.nodes(data=True))
    return [
        {"id": number, **_node(node, graph.nodes[node], places[node], most)}
        for number, node in enumerate(sorted(graph))
    ]


def _node(
    node: str, attributes: Attributes, place: tuple[float, float], most: int
) -> Values:
    name, kind, years = (
        shown_name(node, attributes),
        attributes["kind"],
        _span(attributes),
    )
    works = format_count(attributes["documents"], "work")
    size = node_size(attributes["documents"], most)
    aliases = printable_line("; ".join(attributes.get("aliases", ())))
    facts = " · ".join(fact for fact in (kind, works, years) if fact)
    return {
        "label": _cut(name, LABEL_LENGTH),
        "name": name,
        "kind": kind,
        "facts": facts,
        "aliases": _cut(aliases, ALIASES_LENGTH),
        "title": f"{name}\n{facts}",
        "x": round(ROOM * place[0], 1),
        "y": round(ROOM * place[1], 1),
        "size": size,
        "color": kind_colour(kind),
        "font": {"size": round(12 + size / 3, 1)},
    }


def shown_documents(graph: "nx.MultiGraph[str]") -> list[Values]:
    """Return title, year and place of each document that a line can list, by id."""
    return [
        {
            "title": _cut(printable_line(known["title"]), NAME_LENGTH),
            "year": known["year"],
            "place": printable_line(known["place"]),
        }
        for known in map(graph.graph["documents"].__getitem__, _listed(graph))
    ]


def _listed(graph: "nx.MultiGraph[str]") -> list[str]:
    edges = (attributes for *_, attributes in graph.edges(data=True))
    return sorted({each for edge in edges for each in edge["documents"][:DOCUMENTS]})


def shown_lines(graph: "nx.MultiGraph[str]") -> list[Values]:
    """Return lines as vis.js wants them: one between two nodes, with all its relations.

    Ends are numbers of nodes, documents are places in `shown_documents`.
    """
    pairs: dict[tuple[str, str], list[Attributes]] = {}
    for a, b, attributes in graph.edges(data=True):
        pairs.setdefault((min(a, b), max(a, b)), []).append(attributes)
    nodes = {node: number for number, node in enumerate(sorted(graph))}
    documents = {each: number for number, each in enumerate(_listed(graph))}
    return [_line(pairs[pair], nodes, documents) for pair in sorted(pairs)]


def _line(
    edges: Sequence[Attributes], nodes: Mapping[str, int], documents: Mapping[str, int]
) -> Values:
    """Return a line, drawn as the strongest of its relations, which stands first."""
    ranked = sorted(edges, key=lambda edge: (-edge["weight"], edge["kind"]))
    strongest = ranked[0]
    source, target = strongest["source"], strongest["target"]
    # What is written on an arrow holds in its own direction only.
    along = [edge for edge in ranked if edge["source"] == source]
    return {
        "from": nodes[source],
        "to": nodes[target],
        "label": ", ".join(EDGE_KINDS[edge["kind"]].label for edge in along),
        "relations": [_relation(edge, nodes, documents) for edge in ranked],
        "why": printable_line(f"kg why {shlex.quote(source)} {shlex.quote(target)}"),
        "width": round(min(8.0, 0.6 + 0.7 * strongest["weight"] ** 0.5), 2),
        "arrows": {"to": {"enabled": EDGE_KINDS[strongest["kind"]].directed}},
    }


def _relation(
    edge: Attributes, nodes: Mapping[str, int], documents: Mapping[str, int]
) -> Values:
    """Return one kind of edge: "from", "words", "to" are a sentence.

    If it is "mutual", so are "to", "words", "from".
    """
    said, kind = edge["documents"], EDGE_KINDS[edge["kind"]]
    facts = (format_count(edge["weight"], "work"), _span(edge))
    return {
        "from": nodes[edge["source"]],
        "words": kind.label,
        "mutual": not kind.directed,
        "to": nodes[edge["target"]],
        "facts": ", ".join(fact for fact in facts if fact),
        "works": edge["weight"],
        "documents": [documents[each] for each in said[:DOCUMENTS]],
        "more": max(0, len(said) - DOCUMENTS),
    }


def _cut(text: str, length: int) -> str:
    return text if len(text) <= length else f"{text[: length - 1]}…"


def _span(attributes: Attributes) -> str:
    known = known_years(attributes)
    if known is None:
        return ""
    return str(known[0]) if known[0] == known[1] else f"{known[0]}–{known[1]}"
