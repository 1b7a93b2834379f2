"""The land of a network alone, for corpora of too few terms: regions are cut from its edges."""

import numpy as np

from kg.analysis.arrays import EdgeArrays, Ints
from kg.analysis.backbone import backbone
from kg.analysis.incidence import Incidence
from kg.analysis.landscape.land import Land, make_land
from kg.analysis.region_names import choose_names, rank_terms
from kg.analysis.regions import find_regions

OWN_NODES = "nodes"  # what regions are named by


def land_of_network(arrays: EdgeArrays, incidence: Incidence, *, seed: int = 0) -> Land:
    """Return all nodes of a network in regions of its edges, named by their own nodes.

    Args:
        arrays: the edges of the network.
        incidence: which work has which of its nodes, in the same order.
        seed: of the regions.

    Example:
        >>> import networkx as nx
        >>> from scipy import sparse
        >>> from kg.analysis.arrays import edge_arrays
        >>> arrays = edge_arrays(nx.path_graph("abc"), weight="weight")
        >>> matrix = sparse.csr_array(np.ones((1, 3)))
        >>> found = Incidence(("w",), arrays.nodes, ("A", "B", "C"), ("work",) * 3, matrix)
        >>> land_of_network(arrays, found).names
        (('A', 'B', 'C'),)
    """
    regions = find_regions(arrays, seed=seed)
    works, shares = incidence.counts, np.ones(len(arrays.nodes))

    def name(groups: Ints) -> list[list[str]]:
        return choose_names(incidence.labels, rank_terms(works, groups, shares))

    return make_land(
        incidence.labels,
        works,
        regions,
        shares,
        ties=arrays,
        pairs=arrays,
        edges=backbone(arrays),
        names=name(regions.coarse),
        sub_names=name(regions.fine),
        named_by=OWN_NODES,
        total=len(arrays.nodes),
    )
