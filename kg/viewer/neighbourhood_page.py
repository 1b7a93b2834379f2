"""The page of a neighbourhood that one can drag: one file that works with the network off.

pyvis collects nodes, edges and options and renders the template; template, style and
script are our own, as its own template loads Bootstrap from the net. vis.js comes from
the package, into the page. Where nodes stand at first is computed here, and vis.js draws
its own numbers from a fixed seed: forces move them to the same places every time.
"""

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.files.writing import write_text
from kg.viewer.content_policy import policy_source
from kg.viewer.neighbourhood_data import (
    describe_shown,
    kind_counts,
    shown_documents,
    shown_lines,
    shown_name,
    shown_nodes,
)

if TYPE_CHECKING:
    import networkx as nx

_ASSETS = files("kg.viewer") / "assets"

# A node that is dragged takes along what is linked to it; then all come to rest.
OPTIONS: dict[str, Any] = {
    "physics": {
        "solver": "barnesHut",
        "barnesHut": {
            "gravitationalConstant": -9000,
            "centralGravity": 0.25,
            "springLength": 130,
            "springConstant": 0.03,
            "damping": 0.35,
            "avoidOverlap": 0.4,
        },
        "minVelocity": 0.75,
        "stabilization": {"iterations": 400, "fit": True},
    },
    "layout": {"improvedLayout": False, "randomSeed": 0},
    "interaction": {"hover": True, "tooltipDelay": 120},
    "nodes": {
        "shape": "dot",
        "borderWidth": 1,
        "scaling": {"label": {"drawThreshold": 6}},
        "font": {"strokeWidth": 3},
    },
    "edges": {
        "smooth": False,
        "selectionWidth": 2,
        "arrows": {"to": {"scaleFactor": 0.4}},
        # Words on lines are read from near only: from afar they would hide the names.
        "scaling": {"label": {"drawThreshold": 11}},
        "font": {"size": 9, "strokeWidth": 3, "align": "middle"},
    },
}


def generate(graph: "nx.MultiGraph[str]") -> Iterator[str]:
    """Yield the page of a graph of `kg.query.neighbourhood`.

    Example:
        >>> import networkx as nx
        >>> graph = nx.MultiGraph(centre="person:a", hidden_nodes=0, hidden_links=0)
        >>> graph.graph["documents"] = {}
        >>> graph.add_node("person:a", label="Ada", kind="person", documents=1)
        >>> "<title>Around Ada</title>" in "".join(generate(graph))
        True
    """
    centre = graph.graph["centre"]
    network = _network(f"Around {shown_name(centre, graph.nodes[centre])}")
    # Straight into its lists: pyvis' own way in is quadratic.
    network.nodes, network.edges = shown_nodes(graph), shown_lines(graph)
    style, library, script = _asset("css"), _library(), _asset("js")
    network.templateEnv.globals["page"] = {
        "sentence": describe_shown(graph),
        "kinds": kind_counts(graph),
        "centre": sorted(graph).index(centre),
        "documents": shown_documents(graph),
        "options": OPTIONS,
        "style": style,
        "library": library,
        "script": script,
        "style_source": policy_source(style),
        "script_sources": f"{policy_source(library)} {policy_source(script)}",
    }
    yield network.generate_html(notebook=False)
    yield "\n"


def write(graph: "nx.MultiGraph[str]", path: Path | str) -> None:
    """Write the page of a graph of `kg.query.neighbourhood` to `path`.

    Raises:
        OutputError: the file cannot be written.
    """
    write_text(path, generate(graph))


def _network(heading: str) -> Any:  # noqa: ANN401 - pyvis has no types
    """Return an empty pyvis network that renders our template."""
    import jinja2
    from pyvis.network import Network

    network = Network(heading=heading, cdn_resources="in_line")
    loader = jinja2.FileSystemLoader(str(_ASSETS))
    network.templateEnv = jinja2.Environment(loader=loader, autoescape=False)
    network.path = "neighbourhood.html"
    network.options = OPTIONS
    return network


def _asset(ending: str) -> str:
    return (_ASSETS / f"neighbourhood.{ending}").read_text("utf-8")


@cache
def _library() -> str:
    """Return vis.js without the scheme of the addresses in its comments and messages.

    So `grep https:` answers nothing, and anyone can see that nothing is loaded. The names
    of XML namespaces are no addresses and stay. A control character that stands in a
    string of it is written by its number.
    """
    file = files("pyvis") / "templates/lib/vis-9.1.2/vis-network.min.js"
    script = file.read_text("utf-8").replace("\x85", r"\x85")
    return re.sub(r"https?://(?!www\.w3\.org/)", "", script)
