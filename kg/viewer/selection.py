"""The part of a network that fits on a page: its most prominent nodes."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import networkx as nx

SHOWN = 300  # nodes on the page; with more, vis.js is slow and the eye is lost


def strongest(graph: "nx.Graph[str]", *, most: int = SHOWN) -> "nx.Graph[str]":
    """Return the `most` nodes with the most documents, with the edges between them.

    Equal ones go by the sum of the strength of their edges, then by id. Works are left
    out as long as anything else is there: each is one document, and all look alike.

    Returns:
        A view of the network, which is itself left as it is.
    """
    strength = graph.degree(weight="strength")

    def prominence(node: str) -> tuple[bool, int, float, str]:
        attributes = graph.nodes[node]
        return (
            attributes.get("kind") == "work",
            -int(attributes.get("documents") or 0),
            -round(float(strength[node]), 9),
            node,
        )

    chosen = sorted(graph, key=prominence)[:most]
    return graph.subgraph(chosen)
