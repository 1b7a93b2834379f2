"""The interactive page: one file that works with the network off.

pyvis collects nodes, edges and options and renders the template; template, style and
script are our own, as its own template loads Bootstrap from the net, and its `add_edge`
compares each edge with all others. vis.js comes from the package, into the page.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.analysis.layout import positions
from kg.appearance import kind_colour, node_size
from kg.exports.schema import Attributes, known_years, node_values, sorted_edges
from kg.files.writing import write_text
from kg.kinds import directed_kinds
from kg.viewer.selection import SHOWN, strongest

if TYPE_CHECKING:
    import networkx as nx

LABEL_LENGTH = 30  # characters of a label drawn; the hover card has the whole name
NEIGHBOURS = 5  # on the hover card
ROOM = 1.6  # labels need more room than discs

# vis.js reads numbers as they are; everything about motion is off, as positions stand.
OPTIONS: dict[str, Any] = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False, "randomSeed": 0},
    "interaction": {"hover": True, "tooltipDelay": 120, "hideEdgesOnDrag": True},
    "nodes": {
        "shape": "dot",
        "borderWidth": 1,
        "scaling": {"label": {"drawThreshold": 6}},
        "font": {"strokeWidth": 3, "strokeColor": "#fbfbfa", "color": "#22262b"},
    },
    "edges": {
        "smooth": False,
        "selectionWidth": 2,
        "color": {"color": "#c4c9cf", "highlight": "#22262b", "hover": "#5a6068"},
    },
}


def generate(
    graph: "nx.Graph[str]", *, title: str = "Research network", most: int = SHOWN
) -> Iterator[str]:
    """Yield the page with the `most` prominent nodes.

    Document titles are taken from `graph.graph["documents"]`, by id, where they are.
    """
    shown = strongest(graph, most=most)
    network = _network(title)
    # Straight into its lists: pyvis' own way in is quadratic.
    network.nodes = _nodes(shown)
    network.edges = _edges(shown)
    titles = graph.graph.get("documents") or {}
    named = sorted({d for edge in network.edges for d in edge["evidence"]})
    network.templateEnv.globals["page"] = {
        "sentence": sentence(graph, shown),
        "kinds": _legend(shown),
        "documents": {d: _clean(titles[d]) for d in named if titles.get(d)},
        "library": _library(),
    }
    yield network.generate_html(notebook=False)
    yield "\n"


def _network(title: str) -> Any:  # noqa: ANN401 - pyvis has no types
    """Return an empty pyvis network that renders our template."""
    import jinja2
    from pyvis.network import Network

    network = Network(height="100vh", heading=_clean(title), cdn_resources="in_line")
    network.templateEnv = jinja2.Environment(
        loader=jinja2.FileSystemLoader(str(files("kg.viewer") / "assets")),
        autoescape=False,
    )
    network.path = "page.html"
    network.options = OPTIONS
    return network


@cache
def _library() -> str:
    """Return vis.js without the scheme of the addresses in its comments and messages.

    So `grep https: network.html` answers nothing, and anyone can see that nothing is
    loaded. The names of XML namespaces are no addresses and stay. A control character
    that stands in a string of it is written by its number.
    """
    file = files("pyvis") / "templates/lib/vis-9.1.2/vis-network.min.js"
    script = file.read_text("utf-8").replace("\x85", r"\x85")
    return re.sub(r"https?://(?!www\.w3\.org/)", "", script)


def sentence(graph: "nx.Graph[str]", shown: "nx.Graph[str]") -> str:
    """Say how much of `graph` is `shown`, and how much is hidden."""
    nodes, edges = len(shown), shown.number_of_edges()
    hidden_nodes = len(graph) - nodes
    hidden_edges = graph.number_of_edges() - edges
    text = f"{nodes:,} nodes and {edges:,} edges shown"
    if not hidden_nodes and not hidden_edges:
        return f"{text}, none hidden."
    return (
        f"{text}, those with the most documents; "
        f"{hidden_nodes:,} nodes and {hidden_edges:,} edges hidden."
    )


def _legend(shown: "nx.Graph[str]") -> list[dict[str, Any]]:
    kinds = Counter(_clean(a.get("kind") or "other") for _, a in shown.nodes(data=True))
    ranked = sorted(kinds.items(), key=lambda item: (-item[1], item[0]))
    return [
        {"kind": kind, "count": count, "colour": kind_colour(kind)}
        for kind, count in ranked
    ]


def _nodes(shown: "nx.Graph[str]") -> list[dict[str, Any]]:
    """Return nodes as vis.js wants them; the small ones last, so search finds large."""
    places = positions(shown)
    most = max((a.get("documents") or 0 for _, a in shown.nodes(data=True)), default=0)
    made = [_node(shown, node, place, most) for node, place in sorted(places.items())]
    made.sort(key=lambda node: (-node["documents"], node["id"]))
    return made


def _node(
    shown: "nx.Graph[str]", node: str, place: tuple[float, float], most: int
) -> dict[str, Any]:
    attributes = shown.nodes[node]
    values = node_values(node, attributes)
    name, kind = _clean(values["label"]), _clean(values.get("kind", "other"))
    documents = int(values.get("documents", 0))
    size = node_size(documents, most)
    colour = kind_colour(kind)
    return {
        "id": _clean(node),
        "label": name if len(name) <= LABEL_LENGTH else f"{name[: LABEL_LENGTH - 1]}…",
        "name": name,
        "kind": kind,
        "documents": documents,
        "years": _span(attributes),
        "aliases": _clean(values.get("aliases", "")),
        "title": _card(shown, node, name, kind, documents),
        "x": round(ROOM * place[0], 1),
        "y": round(ROOM * place[1], 1),
        "size": size,
        "color": {
            "background": colour,
            "border": "#ffffff",
            "highlight": {"background": colour, "border": "#22262b"},
            "hover": {"background": colour, "border": "#22262b"},
        },
        "font": {"size": round(11 + size / 2.5, 1)},
    }


def _card(
    shown: "nx.Graph[str]", node: str, name: str, kind: str, documents: int
) -> str:
    """Return the hover card as plain text: vis.js reads no HTML in a string."""
    attributes = shown.nodes[node]
    plural = "" if documents == 1 else "s"
    facts = [kind, f"{documents} document{plural}", _span(attributes)]
    around = sorted(
        shown[node].items(), key=lambda item: (-int(item[1].get("weight", 1)), item[0])
    )
    names = [_clean(node_values(n, shown.nodes[n])["label"]) for n, _ in around]
    lines = [name, " · ".join(fact for fact in facts if fact)]
    if names:
        lines.append(f"With: {', '.join(names[:NEIGHBOURS])}")
    if attributes.get("aliases"):
        lines.append(f"Also: {_clean('; '.join(attributes['aliases']))}")
    return "\n".join(lines)


def _edges(shown: "nx.Graph[str]") -> list[dict[str, Any]]:
    made, directed = [], directed_kinds()
    for number, (source, target, attributes) in enumerate(sorted_edges(shown)):
        kind = _clean(attributes.get("kind") or "related")
        weight = attributes.get("weight", 1)
        made.append(
            {
                "id": f"e{number}",
                "from": _clean(source),
                "to": _clean(target),
                "kind": kind,
                "weight": weight,
                "years": _span(attributes),
                "evidence": [_clean(d) for d in attributes.get("evidence") or ()],
                "width": round(min(8.0, 0.6 + 0.7 * weight**0.5), 2),
                "arrows": {"to": {"enabled": kind in directed, "scaleFactor": 0.35}},
            }
        )
    return made


def _span(attributes: Attributes) -> str:
    known = known_years(attributes)
    if known is None:
        return ""
    return str(known[0]) if known[0] == known[1] else f"{known[0]}–{known[1]}"


def _clean(text: object) -> str:
    """Return text that UTF-8 and a page can hold: no lone surrogates, no NUL."""
    return str(text).encode("utf-8", "ignore").decode("utf-8").replace("\0", "")


def write(graph: "nx.Graph[str]", path: Path | str) -> None:
    """Write the page of `graph` to `path`.

    Raises:
        OutputError: the file cannot be written.
    """
    title = graph.graph.get("title") or "Research network"
    write_text(path, generate(graph, title=title))
