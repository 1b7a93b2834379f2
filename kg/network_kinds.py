"""Networks as people draw them: the one place that lists them, each with its defaults.

A network consists of edges that the store has (`edges`), or is made from who or what
stands in a work (`sides`): what of one side shares works is linked, or, of two sides,
what one work has of both. How often two things share a work is counted, made comparable
and thinned as the row says, unless other ways are asked for by their names here.

A new network is a row, if its sides are among those of `kg.analysis.sides`.
"""

from dataclasses import dataclass

from kg.kinds import EDGE_KINDS


@dataclass(frozen=True, slots=True)
class Network:
    """What a network links, and how.

    Attributes:
        meaning: what it shows, in a sentence.
        edges: the kinds of edge that it takes from the store as they are.
        sides: else what it links, one or two of `kg.analysis.sides.SIDES`.
        edge: the kind of its edges, if it is made from sides.
        counting: one of `COUNTINGS`.
        normalisation: one of `NORMALISATIONS`.
        backbone: one of `BACKBONES`.
        min_documents: nodes of fewer works are left out.
    """

    meaning: str
    edges: tuple[str, ...] = ()
    sides: tuple[str, ...] = ()
    edge: str = ""
    counting: str = "full"
    normalisation: str = "none"
    backbone: str = "none"
    min_documents: int = 1


NETWORKS = {
    "terms": Network(
        "Methods and concepts that share works, the three surest links of each.",
        sides=("terms",),
        edge="cooccurrence",
        normalisation="association",
        backbone="significance",
        min_documents=2,
    ),
    "people": Network(
        "People who are authors of one work.",
        sides=("authors",),
        edge="coauthor",
        counting="fractional",
    ),
    "institutions": Network(
        "Institutions of different authors of one work.",
        sides=("institutions",),
        edge="collaboration",
        counting="fractional",
        normalisation="association",
    ),
    "countries": Network(
        "Countries of different authors of one work.",
        sides=("countries",),
        edge="collaboration",
        counting="fractional",
        normalisation="association",
    ),
    "people-terms": Network(
        "People and what their works are about or use, the three surest links of each.",
        sides=("authors", "subjects"),
        edge="studies",
        normalisation="association",
        backbone="significance",
        min_documents=2,
    ),
    "works-terms": Network(
        "Works and the terms that they share with other works.",
        sides=("works", "terms"),
        edge="mentions",
        min_documents=2,
    ),
    "works": Network(
        "Works that share terms (bibliographic coupling), the three surest links of each.",
        sides=("works",),
        edge="coupling",
        normalisation="cosine",
        backbone="significance",
    ),
    "citation": Network("Works that name each other.", edges=("citation",)),
    "coauthor": Network("All edges of co-authors.", edges=("coauthor",)),
    "institution": Network("All edges of collaboration.", edges=("collaboration",)),
    "concept": Network(
        "All pairs of terms that share a work.", edges=("cooccurrence",)
    ),
    "all": Network("The whole graph.", edges=tuple(EDGE_KINDS)),
}
"""Networks by name, in the order in which people read them."""

COUNTINGS = {
    "full": "a work counts 1 for each pair",
    "fractional": "a work of n counts 1/(n-1) for each pair (Newman 2001), so that it "
    "counts 1 for each node; between two sides, 1/n with n of the first",
    "binary": "a pair counts 1, however many works it shares",
    "position": "as fractional, but a work is shared out among its authors by the "
    "harmonic credit of their places (Hagen 2008)",
}
"""Ways to count the works that two nodes share."""

NORMALISATIONS = {
    "none": "as counted",
    "association": "association strength: how many times as much as by chance "
    "(van Eck & Waltman 2009)",
    "jaccard": "the share of what either has that both have",
    "cosine": "over the geometric mean of what each has (Salton)",
    "inclusion": "the share of what the smaller has that both have",
}
"""Ways to make the counts of large and small nodes comparable."""

BACKBONES = {
    "none": "all edges",
    "significance": "the three most significant of each node by log-likelihood ratio "
    "(Dunning 1993), and a maximum spanning forest",
    "strongest": "the three strongest of each node, and a maximum spanning forest",
    "disparity": "those that a node's weight, dealt out at random, would give with a "
    "chance below .05 (Serrano, Boguñá & Vespignani 2009)",
}
"""Ways to choose which edges to draw."""
