"""How good the communities of a network are, and how the network hangs together."""

from dataclasses import dataclass

import numpy as np
from scipy.sparse.csgraph import (  # type: ignore[import-untyped]
    connected_components,
)

from kg.analysis.arrays import EdgeArrays, Floats, adjacency
from kg.analysis.network_communities import network_partitions, read_region_terms
from kg.analysis.partition_quality import (
    modularity,
    stability,
)
from kg.analysis.structure.study import Study

MEANING = "size, density, components, and how good the communities are"
NETWORK = "terms"

SEEDS = 5  # by which communities are found anew
SMALLEST = 4  # nodes of a community that counts in the means


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure of the whole network, with what it means."""

    measure: str
    value: float
    meaning: str


def analyse(study: Study) -> list[Measure]:
    """Return the measures of a network and of its communities.

    Example:
        >>> from pathlib import Path
        >>> from kg.analysis.structure.study import read_study
        >>> from kg.store.connection import connect
        >>> with connect(Path("outputs/examples")) as connection:
        ...     rows = analyse(read_study(connection, "terms"))
        >>> {row.measure: row.value for row in rows}["density"]
        1.0
    """
    arrays, groups = study.arrays, study.groups
    if not len(arrays.nodes):
        return [_measure("nodes", 0, "of the network")]
    sizes = np.bincount(groups)
    large = sizes >= SMALLEST
    among = read_region_terms(study.connection, study.graph, study.incidence)
    partitions = network_partitions(study.graph, arrays, among, seeds=range(SEEDS))
    return [
        *_describe_network(arrays),
        _measure("communities", large.sum(), f"of {SMALLEST} nodes or more"),
        _measure(
            *("modularity", modularity(arrays, groups)),
            "weight inside of communities, above that of a random network",
        ),
        _measure(
            *("conductance", _mean(study.conductances[large])),
            "mean share of a community's weight that leads out; 0 is apart",
        ),
        _measure(
            *("coherence", _mean(study.coherences[large])),
            "mean NPMI of the ten most frequent nodes of each; 1 is always together",
        ),
        _measure(
            *("stability", stability(partitions)),
            f"mean adjusted Rand index over {SEEDS} seeds; 1 is the same each time",
        ),
    ]


def _describe_network(arrays: EdgeArrays) -> list[Measure]:
    size, edges = len(arrays.nodes), len(arrays.sources)
    _, parts = connected_components(adjacency(arrays), directed=False)
    largest = int(np.bincount(parts).max(initial=0))
    pairs = max(size * (size - 1) / 2, 1)
    return [
        _measure("nodes", size, "of the network"),
        _measure("edges", edges, "that are drawn"),
        _measure("density", edges / pairs, "share of all pairs that have an edge"),
        _measure("mean degree", 2 * edges / max(size, 1), "edges of a node"),
        _measure(
            "components",
            int(parts.max(initial=-1)) + 1,
            "parts without an edge between",
        ),
        _measure("largest component", largest / max(size, 1), "share of nodes in it"),
    ]


def _measure(name: str, value: float, meaning: str) -> Measure:
    return Measure(name, round(float(value), 6), meaning)


def _mean(values: Floats) -> float:
    return float(values.mean()) if len(values) else 0.0
