"""What a figure can show, and where it comes from in a store."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from kg.analysis.arrays import EdgeArrays, Floats, Ints, edges_among
from kg.analysis.incidence import Incidence, read_incidence, read_terms
from kg.analysis.landscape.land import Land, node_radii
from kg.analysis.landscape.overlay import place_on_land
from kg.analysis.landscape.people_land import people_land
from kg.analysis.landscape.term_land import term_land
from kg.analysis.regions import FEWEST_TERMS, HOME, MOST_REGIONS
from kg.errors import UnknownName
from kg.kinds import ENTITY_KINDS
from kg.text.counts import format_count

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

# Nodes of one work say little: they are left out where that leaves as many as can be
# told apart on a page.
_WORKS, _ENOUGH = 2, 60

_TIES = (
    "SELECT source, target, weight FROM edges WHERE kind = ? ORDER BY source, target"
)


@dataclass(frozen=True, slots=True)
class Drawing:
    """A land, and what is drawn on it: its own nodes, or others.

    Attributes:
        land: regions, borders, names, ties.
        places: of the nodes drawn, (nodes, 2).
        radii: of these, in the unit of places, (nodes,).
        labels: of these.
        works: of how many works each is, (nodes,).
        regions: of each, −1 for one that is at home nowhere, (nodes,).
        edges: pairs of places among them, (edges, 2), strongest first.
        caption: what is shown, and of how much, in sentences.
    """

    land: Land
    places: Floats
    radii: Floats
    labels: tuple[str, ...]
    works: Ints
    regions: Ints
    edges: Ints
    caption: tuple[str, ...]


def draw_network(connection: "DuckDBPyConnection", name: str) -> Drawing:
    """Return what a figure of the network `name` shows.

    Raises:
        UnknownName: there is no figure of that name; the message lists them.

    Example:
        >>> from pathlib import Path
        >>> from kg.store.connection import connect
        >>> with connect(Path("outputs/examples")) as connection:
        ...     draw_network(connection, "terms").labels
        ('least squares', 'punched cards')
    """
    if name not in FIGURES:
        raise UnknownName("figure", name, sorted(FIGURES), all_known=True)
    return FIGURES[name](connection)


def _terms(connection: "DuckDBPyConnection") -> Drawing:
    """Draw terms in regions of like meaning."""
    terms = read_terms(connection)
    return _draw_land(term_land(connection, terms), "terms", _of_works(terms))


def _coauthors(connection: "DuckDBPyConnection") -> Drawing:
    """Draw people in communities of co-authors."""
    corpus = read_incidence(connection, ["person"], authors=True)
    return _draw_land(people_land(connection), "people", _of_works(corpus))


def _people(connection: "DuckDBPyConnection") -> Drawing:
    """Draw people where the terms of their works are."""
    terms = read_terms(connection)
    if len(terms.nodes) < FEWEST_TERMS:  # no land to stand on
        return _coauthors(connection)
    return _draw_on_land(connection, terms, "person", ties="coauthor")


def _institutions(connection: "DuckDBPyConnection") -> Drawing:
    """Draw institutions where the terms of their works are."""
    terms = read_terms(connection)
    return _draw_on_land(connection, terms, "institution", ties="collaboration")


FIGURES: dict[str, Callable[["DuckDBPyConnection"], Drawing]] = {
    "terms": _terms,
    "people": _people,
    "coauthors": _coauthors,
    "institutions": _institutions,
}
"""Each network that can be drawn as a figure, by name."""


def _of_works(corpus: Incidence) -> str:
    return f"of {format_count(len(corpus.works), 'work')}"


def _draw_land(land: Land, plural: str, of_works: str) -> Drawing:
    """Draw the nodes of a land themselves, those of its largest regions."""
    chosen = np.flatnonzero(land.regions.coarse < MOST_REGIONS)
    at_home = np.where(land.shares >= HOME, land.regions.coarse, -1)[chosen]
    edges = _edges_among(land.edges, chosen)
    least = int(land.works.min(initial=1))
    which = f" in {least} or more works" if least > 1 else ""
    shown = f"{len(chosen):,} of {land.total:,} {plural} {of_works}{which}"
    surest = (
        "the three most significant of each by log-likelihood ratio"
        if plural == "terms"
        else "the three strongest of each by fractional counting"
    )
    drawn = f"{len(edges):,} of {land.pairs:,} pairs: {surest}, and a spanning forest"
    return Drawing(
        land,
        land.places[chosen],
        land.radii[chosen],
        tuple(land.labels[i] for i in chosen),
        land.works[chosen],
        at_home,
        edges,
        (shown, drawn, _describe_regions(land)),
    )


def _edges_among(edges: EdgeArrays, chosen: Ints) -> Ints:
    """Return edges between the chosen nodes, as places among these, strongest first."""
    among = edges_among(edges, chosen)
    order = np.argsort(-among.weights, kind="stable")
    return np.stack([among.sources[order], among.targets[order]], axis=1)


def _describe_regions(land: Land) -> str:
    many, most = len(land.centres), MOST_REGIONS
    count = f"{most} of {many} regions" if many > most else format_count(many, "region")
    kind = "terms of like meaning" if land.shares.min(initial=1.0) < 1 else "co-authors"
    return f"{count}: {kind}, named by {land.named_by}"


def _draw_on_land(
    connection: "DuckDBPyConnection", terms: Incidence, kind: str, *, ties: str
) -> Drawing:
    """Draw nodes of a kind on the land of terms."""
    land = term_land(connection, terms)
    nodes = read_incidence(connection, [kind], authors=kind == "person")
    least = _WORKS if np.count_nonzero(nodes.counts >= _WORKS) >= _ENOUGH else 1
    shared = nodes.matrix.T @ terms.matrix
    chosen = np.flatnonzero((nodes.counts >= least) & (shared.sum(axis=1) > 0))
    works, radii = nodes.counts[chosen], node_radii(nodes.counts[chosen])
    stands = place_on_land(
        shared[chosen], land.works, land.shares, land.regions.coarse, land.places, radii
    )
    ids = [nodes.nodes[i] for i in chosen]
    rows = connection.execute(_TIES, [ties]).fetchall()
    edges = _ties_among(rows, ids, stands.regions)
    plural = ENTITY_KINDS[kind].plural
    which = f" of {least} or more" if least > 1 else ""
    shown = f"{len(ids):,} of {len(nodes.nodes):,} {plural} {_of_works(nodes)}{which}"
    drawn = f"{len(edges):,} of {len(rows):,} ties: inside a region, or of two works"
    return Drawing(
        land,
        stands.places,
        radii,
        tuple(nodes.labels[i] for i in chosen),
        works,
        stands.regions,
        edges,
        (shown, drawn, _describe_regions(land)),
    )


def _ties_among(
    rows: Sequence[tuple[str, str, int]], ids: Sequence[str], regions: Ints
) -> Ints:
    """Return the pairs to draw, as places in `ids`, strongest first: (pairs, 2)."""
    place = {node: i for i, node in enumerate(ids)}
    found = [
        (-weight, place[a], place[b])
        for a, b, weight in rows
        if a in place
        and b in place
        and (weight >= _WORKS or regions[place[a]] == regions[place[b]])
    ]
    pairs = [(a, b) for _, a, b in sorted(found)]
    return np.array(pairs, dtype=np.int64).reshape(-1, 2)
