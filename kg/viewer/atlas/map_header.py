"""What the page says of itself: layers, regions, colours, counts, thresholds in words."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from kg.analysis.arrays import Flags, Floats
from kg.analysis.landscape.land import Land
from kg.analysis.landscape.land_layers import (
    LAYERS,
    WORKS,
    LandLayers,
    layer_kinds,
)
from kg.analysis.regions import MOST_REGIONS
from kg.appearance import COMMUNITY_COLOURS, readable_ink
from kg.kinds import EDGE_KINDS, ENTITY_KINDS
from kg.text.counts import format_count
from kg.viewer.atlas.document_texts import ROLES
from kg.viewer.atlas.map_edges import DRAWN, MapEdges
from kg.viewer.atlas.map_nodes import (
    FAR,
    NEAR,
    UNPLACED,
    MapNodes,
    box_of,
)

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

VERSION = 1  # of the data in a page

_DIGITS = 1  # of places on the land
_LABELS = {
    "terms": ("Concepts", "term"),
    "people": ("People", "person"),
    "institutions": ("Institutions", "institution"),
    "works": ("Works", "work"),
}
_SHAPES = {
    "concept": "disc",
    "method": "square",
    "person": "ring",
    "institution": "diamond",
    "work": "triangle",
}
_HOW_DRAWN = {
    "terms": "the three most significant of each by log-likelihood ratio, and a "
    "spanning forest",
    "people": "of co-authors of one region, or of two works",
    "institutions": "of institutions of one region that share a work, or of two works",
    "works": "of works that name each other",
}
_CORPUS = """
SELECT COUNT(*), COUNT(DISTINCT work), COUNT(DISTINCT source), MIN(year), MAX(year),
    COUNT(year)
FROM documents
"""


@dataclass(frozen=True, slots=True)
class Corpus:
    """Counts of a store: documents, works, files, first and last year, dated documents."""

    documents: int
    works: int
    files: int
    first_year: int | None
    last_year: int | None
    dated: int


def read_corpus(connection: "DuckDBPyConnection") -> Corpus:
    """Return how large the corpus of a store is.

    Example:
        >>> from pathlib import Path
        >>> from kg.store.connection import connect
        >>> with connect(Path("outputs/examples")) as connection:
        ...     read_corpus(connection).documents
        3
    """
    row = connection.execute(_CORPUS).fetchone()
    return Corpus(*row) if row else Corpus(0, 0, 0, None, None, 0)


def make_header(
    corpus: Corpus,
    nodes: MapNodes,
    edges: MapEdges,
    land: LandLayers,
    *,
    texts: dict[str, Any],
    first: str,
) -> dict[str, Any]:
    """Return the header of the map block.

    Args:
        corpus: of the store.
        nodes: of the page.
        edges: of the page.
        land: where they stand.
        texts: what the page has of texts, and how many documents a block.
        first: the layer that is shown first.
    """
    return {
        "version": VERSION,
        "title": title_of(corpus),
        "about": _about(corpus),
        "notes": _notes(edges, land, texts["without"]),
        "drawnBy": "Drawn by kg.",
        "works": corpus.works,
        "noun": "term" if land.ground == "terms" else "person",
        "ground": land.ground,
        "first": first,
        "box": [round(value, 3) for value in box_of(nodes)],
        "kinds": [
            {
                "name": name,
                "plural": kind.plural,
                "colour": kind.colour,
                "shape": _SHAPES.get(name, "disc"),
            }
            for name, kind in ENTITY_KINDS.items()
        ],
        "edgeKinds": [
            {"name": name, "label": kind.label, "directed": kind.directed}
            for name, kind in EDGE_KINDS.items()
        ],
        "roles": list(ROLES),
        "layers": [_describe_layer(name, nodes, edges, land) for name in LAYERS],
        "colours": [[colour, readable_ink(colour)] for colour in COMMUNITY_COLOURS],
        "regions": _regions(land.land),
        "subregions": _sub_regions(land.land),
        "ties": [
            [tie.first, tie.second, round(tie.strength, 2)]
            for tie in land.land.ties
            if max(tie.first, tie.second) < MOST_REGIONS
        ],
        "leftOut": edges.left_out,
        "shownWith": [list(each) for each in nodes.shown_with],
        "texts": texts,
    }


def title_of(corpus: Corpus) -> str:
    """Return what the page is called: facts of the corpus, and nothing of the machine.

    Example:
        >>> title_of(Corpus(3, 2, 1, 1830, 1840, 2))
        'Atlas of 2 works, 1830–1840'
    """
    years = _span(corpus)
    return (
        f"Atlas of {format_count(corpus.works, 'work')}{f', {years}' if years else ''}"
    )


def _span(corpus: Corpus) -> str:
    """Return the years of a corpus, if at least a fifth of its documents has one."""
    if corpus.first_year is None or corpus.dated * 5 < corpus.documents:
        return ""
    if corpus.first_year == corpus.last_year:
        return str(corpus.first_year)
    return f"{corpus.first_year}–{corpus.last_year}"


def _about(corpus: Corpus) -> str:
    read = format_count(corpus.documents, "document")
    files = format_count(corpus.files, "file")
    dated = f"{corpus.dated:,} of {corpus.documents:,}"
    return f"{read} from {files}; a year is known of {dated}."


def _notes(edges: MapEdges, land: LandLayers, without: int) -> list[str]:
    """Return what a reader must know of what is not here, in sentences."""
    notes = []
    if land.ground != "terms":
        notes.append("Too few terms for a map of them: it shows who wrote together.")
    if edges.left_out:
        count = format_count(edges.left_out, "link")
        notes.append(f"{count} of the lowest rank are not in this page.")
    if without:
        count = format_count(without, "document")
        notes.append(
            f"The texts of {count} are not in this page, which keeps those that name its "
            "nodes most often; kg why has all, and so has kg view --serve."
        )
    beyond = len(land.land.names) - MOST_REGIONS
    if beyond > 0:
        notes.append(f"{format_count(beyond, 'smaller region')} have no name here.")
    return notes


def _describe_layer(
    name: str, nodes: MapNodes, edges: MapEdges, land: LandLayers
) -> dict[str, Any]:
    """Return what the page says of a layer."""
    kinds, (label, one) = layer_kinds(name), _LABELS[name]
    of_kind = np.array([kind in kinds for kind in nodes.kinds], dtype=bool)
    numbers = list(ENTITY_KINDS)
    return {
        "name": name,
        "label": label,
        "one": one,
        "kinds": [numbers.index(kind) for kind in kinds],
        "total": int(np.count_nonzero(of_kind)),
        "caption": _caption(name, of_kind, nodes, edges, land),
    }


def _caption(
    name: str, of_kind: Flags, nodes: MapNodes, edges: MapEdges, land: LandLayers
) -> str:
    """Return what the map of a layer shows, and of how much, in a sentence or two."""
    shown = of_kind & (nodes.tiers == FAR)
    least = int(nodes.works[shown].min(initial=WORKS)) if shown.any() else 1
    which = f" of {least} or more works" if least > 1 else ""
    places = list(EDGE_KINDS).index(DRAWN[name])
    pairs = edges.kinds == places
    plural = _LABELS[name][0].lower()
    placed = nodes.tiers != UNPLACED
    both = placed[edges.sources] & placed[edges.targets]
    drawn = int(np.count_nonzero(pairs & edges.drawn & both))
    links = (
        f"; {drawn:,} of {np.count_nonzero(pairs):,} links: {_HOW_DRAWN[name]}"
        if drawn
        else ""
    )
    near = int(np.count_nonzero(of_kind & (nodes.tiers == NEAR)))
    lost = int(np.count_nonzero(of_kind & ~placed))
    ways = [(near, "more where you zoom in"), (lost, "by search alone")]
    more = ", ".join(f"{count:,} {words}" for count, words in ways if count)
    closer = f" ({more})" if more else ""
    count = f"{np.count_nonzero(shown):,} of {np.count_nonzero(of_kind):,} {plural}"
    regions = f" {_describe_regions(land)}." if land.land.names else ""
    return f"{count}{which}{closer}{links}.{regions}"


def _describe_regions(land: LandLayers) -> str:
    what = "terms of like meaning" if land.ground == "terms" else "co-authors"
    count = format_count(min(len(land.land.names), MOST_REGIONS), "region")
    return f"{count}: {what}, named by {land.land.named_by}"


def _regions(land: Land) -> list[dict[str, Any]]:
    """Return the regions that have a name at first sight."""
    sizes = np.bincount(land.regions.coarse, minlength=len(land.names))
    return [
        {
            "names": list(land.names[region]),
            "colour": int(land.colours[region]),
            "centre": _place(land.centres[region]),
            "size": int(sizes[region]),
            "borders": [_flat(ring) for ring in rings],
        }
        for region, rings in enumerate(_borders(land))
    ]


def _borders(land: Land) -> list[tuple[Floats, ...]]:
    """Return the rings of each region that has a name; of a few nodes there are none."""
    shown = min(len(land.names), MOST_REGIONS)
    missing = [()] * max(0, shown - len(land.borders))
    return [*land.borders[:shown], *missing]


def _sub_regions(land: Land) -> list[dict[str, Any]]:
    """Return the sub-regions of these, each in the middle of its nodes."""
    found = []
    for number, names in enumerate(land.sub_names):
        members = np.flatnonzero(land.regions.fine == number)
        region = int(land.regions.coarse[members[0]]) if len(members) else MOST_REGIONS
        if region < MOST_REGIONS and names:
            middle = land.places[members].mean(axis=0)
            found.append(
                {"names": list(names), "region": region, "centre": _place(middle)}
            )
    return found


def _place(point: Floats) -> list[float]:
    return [round(float(value), _DIGITS) + 0.0 for value in point]


def _flat(ring: Floats) -> list[float]:
    return [round(float(value), _DIGITS) + 0.0 for value in ring.ravel()]
