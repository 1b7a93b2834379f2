"""What every export says of a node's place in its network and in time."""

from typing import TYPE_CHECKING

import numpy as np

from kg.analysis.arrays import EdgeArrays
from kg.analysis.presence import Presence
from kg.analysis.structure.brokers import constraints
from kg.analysis.structure.centrality import pagerank, weighted_degrees
from kg.analysis.structure.shortest_paths import follow_paths
from kg.analysis.structure.years import growths, mean_years

if TYPE_CHECKING:
    import networkx as nx

MEASURES = (
    *("weighted_degree", "pagerank", "harmonic", "betweenness", "constraint"),
    *("mean_year", "growth"),
)
"""The attributes that `set_measures` sets."""


def set_measures(
    graph: "nx.Graph[str]", arrays: EdgeArrays, presence: Presence
) -> None:
    """Set `MEASURES` on every node of a network; mean year and growth where years are known.

    What betweenness may be off by, if not all paths were followed, is said in
    `graph.graph["betweenness"]`.

    Args:
        graph: a network.
        arrays: its edges.
        presence: which work has which node.

    Example:
        >>> from pathlib import Path
        >>> from kg.analysis.structure.study import read_study
        >>> from kg.store.connection import connect
        >>> with connect(Path("outputs/examples")) as connection:
        ...     study = read_study(connection, "people")
        >>> set_measures(study.graph, study.arrays, study.presence)
        >>> study.graph.nodes["person:ada-byron"]["mean_year"]
        1835.0
    """
    paths = follow_paths(arrays)
    columns = {
        "weighted_degree": weighted_degrees(arrays),
        "pagerank": pagerank(arrays),
        "harmonic": paths.harmonic,
        "betweenness": paths.betweenness,
        "constraint": constraints(arrays),
    }
    means, grown = mean_years(presence), growths(presence)
    for place, node in enumerate(arrays.nodes):
        graph.nodes[node].update(
            {name: float(values[place]) for name, values in columns.items()}
        )
        if not np.isnan(means[place]):
            graph.nodes[node].update(
                mean_year=float(means[place]), growth=float(grown[place])
            )
    graph.graph["betweenness"] = {
        "sources": paths.sources,
        "bound": round(paths.bound, 4),
    }
