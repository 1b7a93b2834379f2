"""What stands below a figure: how much is shown of how much, counted and chosen how."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kg.analysis.arrays import Ints
from kg.analysis.landscape.network_places import Ground
from kg.analysis.regions import MOST_REGIONS
from kg.kinds import ENTITY_KINDS
from kg.network_kinds import BACKBONES, COUNTINGS, NETWORKS
from kg.text.counts import format_count

if TYPE_CHECKING:
    import networkx as nx

_PLURALS = {"term": "terms", "country": "countries"}


def describe_nodes(
    kinds: Sequence[str], counts: Ints, *, total: int, works: int
) -> str:
    """Return how many nodes are shown, of which kinds, of how many.

    Args:
        kinds: of those shown.
        counts: of how many works each is, (nodes,).
        total: how many there are.
        works: of the corpus.

    Example:
        >>> import numpy as np
        >>> describe_nodes(["method", "concept"], np.array([2, 3]), total=9, works=40)
        '2 of 9 terms of 40 works, in 2 or more works'
    """
    families = dict.fromkeys(
        ENTITY_KINDS[kind].family if kind in ENTITY_KINDS else kind for kind in kinds
    )
    names = [_plural(family) for family in families] or ["nodes"]
    named = names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
    least = int(counts.min()) if len(counts) else 1
    which = f", in {least} or more works" if least > 1 else ""
    of = "" if named == "works" else f" of {format_count(works, 'work')}"
    return f"{len(kinds):,} of {total:,} {named}{of}{which}"


def _plural(family: str) -> str:
    if family in ENTITY_KINDS:
        return ENTITY_KINDS[family].plural
    return _PLURALS.get(family, f"{family}s")


def describe_edges(graph: "nx.Graph[str]", drawn: int, *, is_thinned: bool) -> str:
    """Return how many edges are drawn, of how many, counted and chosen how.

    Args:
        graph: the network, as `kg.analysis.named_network.read_network` returns it.
        drawn: how many of its edges are.
        is_thinned: whether these are a backbone of what the network has.

    Example:
        >>> import networkx as nx
        >>> describe_edges(nx.Graph([("a", "b")], name="coauthor"), 1, is_thinned=False)
        '1 of 1 edge: all edges of co-authors'
    """
    total = graph.number_of_edges() + graph.graph.get("dropped", 0)
    thresholds = graph.graph.get("thresholds", {})
    meaning = NETWORKS[graph.name].meaning.removesuffix(".")
    backbone = "strongest" if is_thinned else thresholds.get("backbone", "none")
    ways = [
        meaning[0].lower() + meaning[1:],
        *([COUNTINGS[thresholds["counting"]]] if "counting" in thresholds else []),
        *([BACKBONES[backbone]] if backbone != "none" else []),
    ]
    return f"{drawn:,} of {format_count(total, 'edge')}: {'; '.join(ways)}"


def describe_regions(ground: Ground) -> str:
    """Return how many regions are shown, of what, and what they are named by.

    Example:
        >>> import networkx as nx
        >>> import numpy as np
        >>> from scipy import sparse
        >>> from kg.analysis.arrays import edge_arrays
        >>> from kg.analysis.incidence import Incidence
        >>> from kg.analysis.landscape.network_land import land_of_network
        >>> arrays = edge_arrays(nx.path_graph("abc"), weight="weight")
        >>> matrix = sparse.csr_array(np.ones((1, 3)))
        >>> found = Incidence(("w",), arrays.nodes, arrays.nodes, ("work",) * 3, matrix)
        >>> describe_regions(Ground(land_of_network(arrays, found)))
        '1 region: communities of this network alone, named by nodes'
    """
    many, most = len(ground.land.centres), MOST_REGIONS
    count = f"{most} of {many} regions" if many > most else format_count(many, "region")
    kind = "" if ground.is_of_terms else "communities of "
    return f"{count}: {kind}{ground.meaning}, named by {ground.land.named_by}"
