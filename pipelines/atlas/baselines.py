"""The layouts that the land is measured against."""

from dataclasses import dataclass

import numpy as np

from kg.analysis.arrays import (
    EdgeArrays,
    Floats,
    Ints,
    adjacency,
    edges_among,
    sum_by,
)
from kg.analysis.backbone import backbone
from kg.analysis.communities import number_communities
from kg.analysis.incidence import Incidence, count_together
from kg.analysis.landscape.force_balance import balance
from kg.analysis.landscape.starting_places import starting_places
from kg.analysis.landscape.term_land import land_of_terms
from kg.analysis.layout import place_nodes
from kg.analysis.significance import weigh_by_significance

_RELEVANT = 0.6  # VOSviewer's default share of terms


@dataclass(frozen=True, slots=True)
class Recipe:
    """What a recipe makes of terms: those it keeps, their places and communities."""

    kept: Ints
    places: Floats
    groups: Ints


def land(terms: Incidence, seed: int) -> Recipe:
    """Return kg's own: communities from meaning, laid out first."""
    made = land_of_terms(terms, total=len(terms.nodes), seed=seed)
    return Recipe(np.arange(len(terms.nodes)), made.places, made.regions.coarse)


def vosviewer(terms: Incidence, seed: int) -> Recipe:
    """Return VOSviewer's: the more relevant 60 % of terms, association strength, VOS.

    Relevance is that of van Eck, Waltman, Noyons & Buter (2010), communities are of
    association strength too (Waltman, van Eck & Noyons 2010).
    """
    pairs = count_together(terms)
    kept = _most_relevant(pairs)
    strengths = _association_strengths(edges_among(pairs, kept))
    starts = starting_places(strengths.nodes)
    places = balance(adjacency(strengths).toarray(), starts)
    return Recipe(kept, places, np.array(number_communities(strengths, seed=seed)))


def force_atlas(terms: Incidence, seed: int) -> Recipe:
    """Return what kg did before: ForceAtlas2 on the strongest edges, their communities."""
    pairs = count_together(terms)
    edges = backbone(weigh_by_significance(pairs, terms.counts, len(terms.works)))
    edges = EdgeArrays(
        edges.nodes, edges.sources, edges.targets, np.maximum(edges.weights, 1e-3)
    )
    groups = number_communities(edges, seed=seed)
    places = place_nodes(edges, terms.counts.tolist(), groups, seed=seed)
    return Recipe(np.arange(len(terms.nodes)), np.array(places), np.array(groups))


RECIPES = {"kg": land, "VOSviewer": vosviewer, "ForceAtlas2": force_atlas}
"""Each recipe by name: terms and a seed → what is drawn."""


def _most_relevant(pairs: EdgeArrays) -> Ints:
    """Return the terms whose co-occurrences differ most from those of all."""
    matrix = adjacency(pairs).tocoo()
    sums = matrix.sum(axis=1)
    total = max(float(sums.sum()), 1.0)
    shares = matrix.data / sums[matrix.row]
    information = shares * np.log(shares * total / sums[matrix.col])
    relevance = sum_by(matrix.row, information, len(pairs.nodes))
    most = round(_RELEVANT * len(pairs.nodes))
    chosen: Ints = np.sort(np.argsort(-relevance, kind="stable")[:most])
    return chosen


def _association_strengths(pairs: EdgeArrays) -> EdgeArrays:
    """Return pairs weighed by how much more often than by chance they meet."""
    sums = adjacency(pairs).sum(axis=1)
    expected = sums[pairs.sources] * sums[pairs.targets] / max(float(sums.sum()), 1.0)
    return EdgeArrays(
        pairs.nodes, pairs.sources, pairs.targets, pairs.weights / expected
    )
