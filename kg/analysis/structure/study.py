"""A network as the questions about its structure take it."""

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from kg.analysis.arrays import EdgeArrays, Floats, Ints, edge_arrays
from kg.analysis.counted_salience import counted_salience
from kg.analysis.incidence import Incidence, count_together
from kg.analysis.named_network import read_network
from kg.analysis.network_communities import (
    counted_weight,
    network_communities,
    read_region_terms,
)
from kg.analysis.partition_quality import coherences, conductances
from kg.analysis.presence import Presence, read_presence
from kg.analysis.region_names import choose_names, prominence, rank_terms
from kg.analysis.significance import weigh_by_significance

if TYPE_CHECKING:
    import networkx as nx
    from duckdb import DuckDBPyConnection


@dataclass(frozen=True)
class Study:
    """A network, its communities, and the works behind its nodes.

    Attributes:
        graph: as `kg.analysis.named_network.read_network` returns it.
        arrays: its drawn edges, weighed as counted.
        groups: the community of each node, the largest 0, (nodes,).
        shares: how much each is at home in it, in [0, 1], (nodes,).
        presence: which work has which node, and the years of works.
        connection: the store, for what only one question asks.
    """

    graph: "nx.Graph[str]"
    arrays: EdgeArrays
    groups: Ints
    shares: Floats
    presence: Presence
    connection: "DuckDBPyConnection"

    @cached_property
    def labels(self) -> tuple[str, ...]:
        """Return what nodes are called, in their order."""
        return tuple(str(self.graph.nodes[node]["label"]) for node in self.arrays.nodes)

    @cached_property
    def works(self) -> Ints:
        """Return of how many works each node is: (nodes,)."""
        documents = (self.graph.nodes[node]["documents"] for node in self.arrays.nodes)
        return np.fromiter(documents, np.int64, len(self.arrays.nodes))

    @property
    def incidence(self) -> Incidence:
        """Return which work has which node of the network."""
        return self.presence.incidence

    @cached_property
    def salience(self) -> Floats:
        """Return how much each node says of what works are about: (nodes,), in [0, 1].

        See `kg.analysis.counted_salience`.
        """
        found = (counted_salience(self.graph.nodes[node]) for node in self.arrays.nodes)
        return np.fromiter(found, np.float64, len(self.arrays.nodes))

    @cached_property
    def ranked(self) -> list[list[int]]:
        """Return the nodes of each community, those that it is best named by first."""
        return rank_terms(
            self.incidence.counts, self.groups, self.shares, salience=self.salience
        )

    @cached_property
    def names(self) -> list[list[str]]:
        """Return the names of each community: up to three of its nodes."""
        return choose_names(self.labels, self.ranked)

    @cached_property
    def prominence(self) -> Floats:
        """Return how well each node stands for its community: (nodes,)."""
        return prominence(self.incidence.counts, self.shares)

    @cached_property
    def conductances(self) -> Floats:
        """Return how much of the weight of each community leads out: (communities,)."""
        return conductances(self.arrays, self.groups)

    @cached_property
    def coherences(self) -> Floats:
        """Return how surely the nodes of each community share works: (communities,)."""
        return coherences(self.incidence, self.groups, self.prominence)

    @cached_property
    def pairs(self) -> EdgeArrays:
        """Return each pair of nodes that a work has both of, weighed by such works."""
        return count_together(self.incidence)

    @cached_property
    def significances(self) -> Floats:
        """Return how sure it is that each of `pairs` is no chance: (pairs,)."""
        counts, works = self.incidence.counts, len(self.incidence.works)
        return weigh_by_significance(self.pairs, counts, works).weights

    def facts(self, place: int) -> tuple[str, str, str, int]:
        """Return the id, name, kind and works of a node, by its place."""
        node = self.arrays.nodes[place]
        kind = str(self.graph.nodes[node]["kind"])
        return node, self.labels[place], kind, int(self.works[place])


def read_study(
    connection: "DuckDBPyConnection", name: str, *, seed: int = 0, **ways: object
) -> Study:
    """Return a network of a store with its communities and works.

    Args:
        connection: an open store.
        name: one of `kg.network_kinds.NETWORKS`.
        seed: of the communities.
        ways: as `read_network` takes them: counting, backbone, thresholds.

    Raises:
        UnknownName: there is no network, or no way, of that name.

    Example:
        >>> from pathlib import Path
        >>> from kg.store.connection import connect
        >>> with connect(Path("outputs/examples")) as connection:
        ...     study = read_study(connection, "terms")
        >>> study.labels, study.works.tolist(), study.groups.tolist()
        (('least squares', 'punched cards'), [2, 2], [0, 0])
    """
    graph = read_network(connection, name, **ways)  # type: ignore[arg-type]
    arrays = edge_arrays(graph, weight=counted_weight(graph))
    presence = read_presence(connection, graph)
    among = read_region_terms(connection, graph, presence.incidence)
    groups, shares = network_communities(graph, arrays, among, seed=seed)
    return Study(graph, arrays, groups, shares, presence, connection)
