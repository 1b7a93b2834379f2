import networkx as nx
import numpy as np
from scipy import sparse

from kg.analysis.arrays import edge_arrays
from kg.analysis.incidence import Incidence
from kg.analysis.landscape.network_land import OWN_NODES, land_of_network


def _found(arrays, works):
    """Give nodes called by their ids in capitals, of so many works each."""
    matrix = np.zeros((max(works), len(works)))
    for number, size in enumerate(works):
        matrix[:size, number] = 1
    labels = tuple(node.upper() for node in arrays.nodes)
    kinds = ("work",) * len(labels)
    rows = tuple(f"w{n}" for n in range(len(matrix)))
    return Incidence(rows, arrays.nodes, labels, kinds, sparse.csr_array(matrix))


def test_regions_are_cut_from_edges_and_named_by_the_largest_nodes():
    two = nx.union(nx.complete_graph("abcd"), nx.complete_graph("efgh"))
    two.add_edge("a", "h")
    arrays = edge_arrays(two, weight="weight")
    land = land_of_network(arrays, _found(arrays, [1, 5, 1, 1, 1, 1, 7, 1]))
    assert land.named_by == OWN_NODES
    assert {names[0] for names in land.names} == {"B", "G"}
    coarse = land.regions.coarse.tolist()
    assert coarse[:4] == [coarse[0]] * 4
    assert coarse[4:] == [1 - coarse[0]] * 4


def test_of_nothing_there_is_a_land():
    arrays = edge_arrays(nx.Graph(), weight="weight")
    nothing = Incidence((), (), (), (), sparse.csr_array((0, 0)))
    assert land_of_network(arrays, nothing).names == ()
