"""Networks to study, built by hand."""

import networkx as nx
import numpy as np
import pytest
from scipy import sparse

from kg.analysis.arrays import edge_arrays
from kg.analysis.incidence import Incidence
from kg.analysis.presence import Presence
from kg.analysis.structure.study import Study


@pytest.fixture
def study_of():
    """A function: edges, works of nodes, years and groups of nodes → a study of these."""

    def make(edges, rows, years=None, groups=None, name="people", kind="person"):
        nodes = tuple("abcdefghij"[: len(rows[0])])
        matrix = sparse.csr_array(np.array(rows, dtype=float))
        graph = nx.Graph(name=name)
        for node, works in zip(nodes, matrix.sum(axis=0), strict=True):
            graph.add_node(node, label=node.upper(), kind=kind, documents=int(works))
        graph.add_weighted_edges_from(edges)
        works = tuple(f"w{n:03}" for n in range(len(rows)))
        labels = tuple(node.upper() for node in nodes)
        found = Incidence(works, nodes, labels, (kind,) * len(nodes), matrix)
        dated = np.array(years or [0] * len(rows))
        zeros = np.array(groups or [0] * len(nodes))
        arrays = edge_arrays(graph, weight="weight")
        return Study(
            graph, arrays, zeros, np.ones(len(nodes)), Presence(found, dated), None
        )

    return make
