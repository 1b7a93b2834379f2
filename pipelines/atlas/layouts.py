"""The land beside other layouts, as a corpus grows, and of many nodes.

    python -m pipelines.atlas.layouts compare outputs/demo [FOLDER…]
    python -m pipelines.atlas.layouts growth outputs/demo [FOLDER…]
    python -m pipelines.atlas.layouts scale [--nodes 100000] [--edges 300000]

`compare`: silhouette of communities on the map, which share of its ten surest terms
(log-likelihood) each term has among its ten nearest, stability over five seeds
(adjusted Rand index), coherence of communities (NPMI), seconds; kg's recipe,
VOSviewer's, ForceAtlas2. `growth`: how far terms move when a twentieth of the works is
missing, by ids alone, and with the earlier map kept. `scale`: seconds of a processor that
the layout of a made-up network takes. Reads: stores of builds. Prints: a table each.
"""

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import numpy as np
import typer

from kg.analysis.arrays import EdgeArrays
from kg.analysis.incidence import Incidence, count_together, read_terms, select_nodes
from kg.analysis.landscape.land import Land
from kg.analysis.landscape.layout_by_region import lay_out_regions
from kg.analysis.landscape.term_land import land_of_terms
from kg.analysis.partition_quality import coherences, stability
from kg.analysis.regions import find_regions
from kg.analysis.significance import weigh_by_significance
from kg.store.connection import connect
from pipelines.atlas.baselines import RECIPES, Recipe
from pipelines.atlas.layout_quality import displacement, nearest_kept, shift, silhouette
from pipelines.common.command import run

app = typer.Typer(help=__doc__, pretty_exceptions_enable=False)

SEEDS = 5
_MISSING = 0.05  # share of works
_INSIDE = 0.85  # share of edges within a community of the made-up network
Folders = Annotated[list[Path], typer.Argument(help="Folders of builds.")]


@app.command()
def compare(folders: Folders) -> None:
    """Measure kg's recipe, VOSviewer's and ForceAtlas2 on the terms of each build."""
    typer.echo("corpus recipe terms communities silhouette kept stability coherence s")
    for folder in folders:
        terms = _read(folder)
        for name, recipe in RECIPES.items():
            typer.echo(f"{folder.name} {name} {describe_recipe(terms, recipe)}")


def describe_recipe(
    terms: Incidence, recipe: Callable[[Incidence, int], Recipe]
) -> str:
    """Return the figures of a recipe as a row."""
    begin = time.monotonic()
    found = [recipe(terms, seed) for seed in range(SEEDS)]
    seconds = (time.monotonic() - begin) / SEEDS
    first, kept = found[0], found[0].kept
    inside = select_nodes(terms, kept)
    counts, pairs = inside.counts, count_together(inside)
    surest = weigh_by_significance(pairs, counts, len(terms.works))
    sizes = np.bincount(first.groups)
    coherence = np.average(
        coherences(inside, first.groups, counts.astype(float)), weights=sizes
    )
    return (
        f"{len(kept)} {np.count_nonzero(sizes >= 4)} "
        f"{silhouette(first.places, first.groups):.2f} "
        f"{nearest_kept(first.places, surest):.2f} "
        f"{stability([each.groups for each in found]):.2f} {coherence:.3f} {seconds:.2f}"
    )


@app.command()
def growth(folders: Folders) -> None:
    """Measure how far terms move when a twentieth of the works is missing."""
    typer.echo("corpus start moved as-seen")
    for folder in folders:
        terms = _read(folder)
        land = land_of_terms(terms, total=len(terms.nodes))
        before = dict(zip(land.nodes, _pairs(land), strict=True))
        for name, earlier in (("by ids", None), ("earlier map", before)):
            moved = [
                _compare_lands(land, _land_of_fewer(terms, seed, earlier))
                for seed in range(SEEDS)
            ]
            fitted, seen = np.mean(moved, axis=0)
            typer.echo(f"{folder.name} {name} {fitted:.3f} {seen:.3f}")


def _pairs(land: Land) -> list[tuple[float, float]]:
    return [(float(x), float(y)) for x, y in land.places]


def _land_of_fewer(
    terms: Incidence, seed: int, earlier: dict[str, tuple[float, float]] | None
) -> Land:
    """Return the land of 95 % of the works."""
    size = len(terms.works)
    kept = np.random.default_rng(seed).permutation(size)[round(_MISSING * size) :]
    matrix = terms.matrix[np.sort(kept)]
    chosen = np.flatnonzero(matrix.sum(axis=0) >= 2)
    works = tuple(terms.works[i] for i in np.sort(kept).tolist())
    fewer = select_nodes(replace(terms, works=works, matrix=matrix), chosen)
    return land_of_terms(fewer, total=len(chosen), before=earlier)


def _compare_lands(land: Land, other: Land) -> tuple[float, float]:
    """Return how far the nodes of both moved, the maps laid on each other, and as seen."""
    place = {node: i for i, node in enumerate(land.nodes)}
    common = [(place[node], i) for i, node in enumerate(other.nodes) if node in place]
    ours, theirs = (list(each) for each in zip(*common, strict=True))
    places = other.places[theirs], land.places[ours]
    return displacement(*places), shift(*places)


@app.command()
def scale(
    nodes: Annotated[int, typer.Option(help="How many nodes.")] = 100_000,
    edges: Annotated[int, typer.Option(help="How many edges.")] = 300_000,
) -> None:
    """Lay out a made-up network of communities of very different sizes."""
    network = make_network(nodes, edges)
    begin = time.process_time()
    regions = find_regions(network)
    found = time.process_time()
    radii = 2 + 7 * np.minimum(np.random.default_rng(1).pareto(2, nodes) / 9, 1)
    layout = lay_out_regions(network, radii, regions)
    end = time.process_time()
    typer.echo(
        "nodes edges regions-s layout-s silhouette-regions silhouette-sub-regions"
    )
    typer.echo(
        f"{nodes} {len(network.sources)} {found - begin:.1f} {end - found:.1f} "
        f"{silhouette(layout.places, regions.coarse):.2f} "
        f"{silhouette(layout.places, regions.fine):.2f}"
    )


def make_network(nodes: int, edges: int, *, seed: int = 0) -> EdgeArrays:
    """Return a network of communities, most edges within them; the same for a seed."""
    random = np.random.default_rng(seed)
    sizes = random.pareto(1.5, max(nodes // 250, 2)) + 0.3
    groups = np.sort(random.choice(len(sizes), nodes, p=sizes / sizes.sum()))
    bounds = np.searchsorted(groups, np.arange(len(sizes) + 1))
    a, b = random.integers(0, nodes, (2, edges))
    low, high = bounds[groups[a]], bounds[groups[a] + 1]
    within = random.random(edges) < _INSIDE
    b = np.where(
        within, low + (random.random(edges) * (high - low)).astype(np.int64), b
    )
    ends = np.unique(np.sort(np.stack([a, b])[:, a != b], axis=0), axis=1)
    ids = tuple(f"n{number:06}" for number in range(nodes))
    return EdgeArrays(
        ids, ends[0], ends[1], random.integers(1, 5, ends.shape[1]).astype(float)
    )


def _read(folder: Path) -> Incidence:
    with connect(folder) as store:
        return read_terms(store)


if __name__ == "__main__":
    run(app)
