"""Draw a network of a build as a picture for the README: one SVG, text as text.

    python -m pipelines.example_picture outputs/demo --out docs/example.svg [--network coauthor]

Reads: the store of a build. Writes: nodes as discs in the colours of their communities,
edges as lines by weight, and names of the most prominent nodes, most documents first,
where they find room. The same store gives the same bytes.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any, NamedTuple
from xml.sax.saxutils import escape

import networkx as nx
import typer

from kg.analysis.network_for_drawing import annotated_network
from kg.appearance import community_colour, node_size
from kg.store.connection import connect
from pipelines.common.command import run

WIDTH, HEIGHT, MARGIN, CAPTION = 960, 600, 70, 30
FONT = 11.0  # pixels; names of prominent nodes are larger
_LETTER = 0.56  # mean width of a letter, in font sizes (sans serif)


class Box(NamedTuple):
    """A rectangle that a name covers: left, top, right, bottom in pixels."""

    left: float
    top: float
    right: float
    bottom: float


def draw(graph: "nx.Graph[str]") -> str:
    """Return an SVG of a network whose nodes have x, y, label, documents, community."""
    graph = _largest_parts(graph)
    places = _scaled(
        {node: (data["x"], data["y"]) for node, data in graph.nodes.items()}
    )
    most = max((data["documents"] for _, data in graph.nodes.items()), default=1)
    radius = {n: 0.42 * node_size(d["documents"], most) for n, d in graph.nodes.items()}
    caption = (
        f"{graph.number_of_nodes():,} people and {graph.number_of_edges():,} ties of "
        "co-authorship; size: works; colour: community. Drawn by kg."
    )
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
        'font-family="sans-serif" role="img">',
        f"<title>{escape(caption)}</title>",
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>',
        *_ties(graph, places),
        *_discs(graph, places, radius),
        *_names(graph, places, radius),
        f'<text x="12" y="{HEIGHT - 10}" font-size="{FONT}" fill="#555555">'
        f"{escape(caption)}</text>",
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def _largest_parts(graph: "nx.Graph[str]", *, least: int = 6) -> "nx.Graph[str]":
    """Return the graph without the components of fewer than `least` nodes."""
    parts = [part for part in nx.connected_components(graph) if len(part) >= least]
    return nx.Graph(graph.subgraph(sorted(set().union(*parts))))


def _scaled(
    places: Mapping[str, tuple[float, float]],
) -> dict[str, tuple[float, float]]:
    """Return the places moved and stretched into the picture; the SVG's y goes down."""
    xs = [x for x, _ in places.values()] or [0.0]
    ys = [y for _, y in places.values()] or [0.0]
    across = (WIDTH - 2 * MARGIN) / (max(xs) - min(xs) or 1)
    down = (HEIGHT - 2 * MARGIN - CAPTION) / (max(ys) - min(ys) or 1)
    return {
        node: (MARGIN + (x - min(xs)) * across, MARGIN + (max(ys) - y) * down)
        for node, (x, y) in places.items()
    }


def _ties(
    graph: "nx.Graph[str]", places: Mapping[str, tuple[float, float]]
) -> Iterator[str]:
    yield '<g stroke="#b6bcc4" stroke-opacity="0.7">'
    for a, b, data in sorted(graph.edges(data=True), key=lambda edge: edge[:2]):
        (x1, y1), (x2, y2) = places[a], places[b]
        width = min(3.0, 0.6 * data["weight"])
        yield (
            f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" '
            f'stroke-width="{width:.1f}"/>'
        )
    yield "</g>"


def _discs(
    graph: "nx.Graph[str]",
    places: Mapping[str, tuple[float, float]],
    radius: Mapping[str, float],
) -> Iterator[str]:
    for node, data in sorted(graph.nodes.items()):
        x, y = places[node]
        yield (
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius[node]:.1f}" '
            f'fill="{community_colour(data["community"])}" stroke="#ffffff"/>'
        )


def _names(
    graph: "nx.Graph[str]",
    places: Mapping[str, tuple[float, float]],
    radius: Mapping[str, float],
) -> Iterator[str]:
    """Yield the names that fit, those of most works first; each hides no other."""
    covered: list[Box] = []
    for node in sorted(graph, key=lambda n: _prominence(n, graph.nodes[n])):
        data, (x, y) = graph.nodes[node], places[node]
        font = FONT + min(5.0, data["documents"] - 1)
        for box in _boxes(data["label"], font, x, y, radius[node]):
            if _is_free(box, covered):
                covered.append(box)
                yield (
                    f'<text x="{box.left:.1f}" y="{box.bottom - 0.25 * font:.1f}" '
                    f'font-size="{font}" fill="#222222" stroke="#ffffff" stroke-width="3" '
                    f'paint-order="stroke">{escape(data["label"])}</text>'
                )
                break


def _prominence(node: str, data: Mapping[str, Any]) -> tuple[int, int, str]:
    return -data["documents"], -data["degree"], node


def _boxes(label: str, font: float, x: float, y: float, radius: float) -> Iterator[Box]:
    """Yield where a name may stand: right of its disc, left, above, below."""
    wide, high, gap = _LETTER * font * len(label), 1.25 * font, radius + 2
    middle, centre = y - high / 2, x - wide / 2
    for left, top in (
        (x + gap, middle),
        (x - gap - wide, middle),
        (centre, y - gap - high),
        (centre, y + gap),
    ):
        yield Box(left, top, left + wide, top + high)


def _is_free(box: Box, covered: Iterable[Box]) -> bool:
    inside = box.left >= 4 and box.right <= WIDTH - 4 and box.bottom <= HEIGHT - CAPTION
    return inside and not any(
        box.left < other.right
        and other.left < box.right
        and box.top < other.bottom
        and other.top < box.bottom
        for other in covered
    )


def main(
    folder: Annotated[Path, typer.Argument(help="Folder of a build.")],
    out: Annotated[Path, typer.Option(help="File for the picture, .svg.")],
    network: Annotated[str, typer.Option(help="Which network.")] = "coauthor",
) -> None:
    """Draw a network of the build in FOLDER."""
    with connect(folder) as store:
        graph = annotated_network(store, network)
    out.write_text(draw(graph), encoding="utf-8")
    typer.echo(f"{out}: {graph.number_of_nodes():,} nodes")


if __name__ == "__main__":
    run(main)
