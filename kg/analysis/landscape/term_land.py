"""The land of terms: what a corpus is about, as regions of terms of like meaning."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from kg.analysis.arrays import Floats, Ints
from kg.analysis.backbone import backbone
from kg.analysis.incidence import (
    Incidence,
    count_nodes,
    count_together,
    read_salience,
    read_terms,
)
from kg.analysis.landscape.land import Land, make_land
from kg.analysis.region_names import choose_names, rank_terms
from kg.analysis.regions import find_regions_by_meaning, home_shares
from kg.analysis.significance import weigh_by_significance
from kg.kinds import family_kinds

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


def term_land(
    connection: "DuckDBPyConnection",
    terms: Incidence | None = None,
    *,
    before: Mapping[str, tuple[float, float]] | None = None,
    seed: int = 0,
) -> Land:
    """Return the land of the terms of a store, named by salient ones.

    See `land_of_terms`.

    Args:
        connection: an open store.
        terms: what `read_terms` gives, where that was asked for already.
        before: where terms stood on an earlier map, by id: they stay near there.
        seed: of the communities.

    Example:
        >>> from pathlib import Path
        >>> from kg.store.connection import connect
        >>> with connect(Path("outputs/examples")) as connection:
        ...     term_land(connection).labels
        ('least squares', 'punched cards')
    """
    terms = read_terms(connection) if terms is None else terms
    salience = read_salience(connection, terms.nodes)
    total = count_nodes(connection, family_kinds("term"))
    return land_of_terms(
        terms, total=total, salience=salience, before=before, seed=seed
    )


def land_of_terms(
    terms: Incidence,
    *,
    total: int,
    salience: Floats | None = None,
    before: Mapping[str, tuple[float, float]] | None = None,
    seed: int = 0,
) -> Land:
    """Return terms in regions of like meaning, with the edges that are surest.

    Regions and places come from what terms mean; drawn edges are terms that do occur
    together, the three most significant of each.

    Args:
        terms: which work speaks of which term.
        total: terms there are, with those that are none of these.
        salience: how much a term says about what works are about, in [0, 1], (terms,);
            names are chosen by it. By default all say the same.
        before: where terms stood on an earlier map, by id.
        seed: of the communities.

    Example:
        >>> from pathlib import Path
        >>> from kg.store.connection import connect
        >>> with connect(Path("outputs/examples")) as connection:
        ...     land = land_of_terms(read_terms(connection), total=2)
        >>> len(land.edges.sources), land.pairs
        (1, 1)
    """
    pairs = count_together(terms)
    regions, vectors, ties = find_regions_by_meaning(pairs, seed=seed)
    shares = home_shares(vectors, regions.coarse)
    surest = weigh_by_significance(pairs, terms.counts, len(terms.works))
    return make_land(
        terms.labels,
        terms.counts,
        regions,
        shares,
        ties=ties,
        pairs=pairs,
        edges=backbone(surest),
        names=_names(terms, regions.coarse, shares, salience),
        sub_names=_names(
            terms, regions.fine, home_shares(vectors, regions.fine), salience
        ),
        named_by="terms",
        total=total,
        salience=salience,
        before=before,
    )


def _names(
    terms: Incidence, groups: Ints, shares: Floats, salience: Floats | None
) -> list[list[str]]:
    ranked = rank_terms(terms.counts, groups, shares, salience=salience)
    return choose_names(terms.labels, ranked)
