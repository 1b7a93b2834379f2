"""A network by its name: as the store has it, or made from what shares works."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from kg.analysis.incidence import fewest_works
from kg.analysis.network_description import count_hidden
from kg.analysis.projected_graph import projected_graph
from kg.analysis.projection import Ways, project
from kg.errors import KGError, UnknownName
from kg.graph import MAX_EDGES, Attributes, network, read_nodes
from kg.network_kinds import BACKBONES, COUNTINGS, NETWORKS, NORMALISATIONS

if TYPE_CHECKING:
    import networkx as nx
    from duckdb import DuckDBPyConnection


def read_network(
    connection: "DuckDBPyConnection",
    name: str = "all",
    *,
    counting: str | None = None,
    normalisation: str | None = None,
    backbone: str | None = None,
    min_documents: int | None = None,
    min_weight: int = 1,
    max_edges: int = MAX_EDGES,
    lone_nodes: bool = False,
) -> "nx.Graph[str]":
    """Return a network of `kg.network_kinds` as a networkx graph.

    Nodes and edges have the attributes of `kg.graph`; edges that are made from what
    shares works have `measure` besides (as counted and normalised), `significance` (a
    log-likelihood ratio) and `counted`. `graph.graph` holds what `kg.graph.network` says
    there; "thresholds" name the counting, normalisation and backbone, too, and "hidden"
    counts the nodes left out (see `kg.analysis.network_description.count_hidden`).

    Args:
        connection: an open store.
        name: one of `kg.network_kinds.NETWORKS`.
        counting: one of `kg.network_kinds.COUNTINGS`; by default, as all below, what is
            usual for the network.
        normalisation: one of `kg.network_kinds.NORMALISATIONS`.
        backbone: one of `kg.network_kinds.BACKBONES`.
        min_documents: leave out nodes of fewer works; by default none of a corpus of
            few terms, see `kg.analysis.incidence.fewest_works`.
        min_weight: leave out edges of fewer works (or shared terms).
        max_edges: only so many, the strongest; of stored edges, of each kind.
        lone_nodes: keep nodes without an edge.

    Raises:
        UnknownName: there is no such network, counting, normalisation or backbone.
        KGError: the edges of the store cannot be counted another way, or there is no
            order of authors to count by.

    Example:
        >>> from pathlib import Path
        >>> from kg.store.connection import connect
        >>> with connect(Path("outputs/examples")) as connection:
        ...     people = read_network(connection, "people")
        >>> people.edges["person:ada-byron", "person:carl-gauss"]["measure"]
        1.0
    """
    if name not in NETWORKS:
        raise UnknownName("network", name, sorted(NETWORKS), all_known=True)
    row = NETWORKS[name]
    ways = Ways(
        _known("counting", counting, row.counting, COUNTINGS),
        _known("normalisation", normalisation, row.normalisation, NORMALISATIONS),
        _known("backbone", backbone, row.backbone, BACKBONES),
        min_weight,
        max_edges,
    )
    least = min_documents
    if least is None:
        least = fewest_works(connection, row.min_documents)
    if row.edges:
        if ways != Ways(min_weight=min_weight, max_edges=max_edges):
            raise KGError(
                f"the edges of the network {name!r} are taken as the store has them; "
                "another counting, normalisation or backbone is for the networks "
                f"{', '.join(n for n, each in NETWORKS.items() if each.sides)}"
            )
        bounds = {"min_weight": min_weight, "max_edges": max_edges}
        graph = network(connection, name, min_documents=least, **bounds)
        if lone_nodes:
            _add_lone_nodes(graph, read_nodes(connection, least))
        graph.graph["hidden"] = count_hidden(connection, graph, 0, least)
        return graph
    made = project(connection, row.sides, least, ways)
    graph = projected_graph(
        connection, name, made, edge=row.edge, lone_nodes=lone_nodes
    )
    known = len(made.edges.nodes)
    graph.graph["hidden"] = count_hidden(connection, graph, known, least)
    graph.graph["thresholds"] = {
        "min_documents": least,
        "min_weight": min_weight,
        "max_edges": max_edges,
        "counting": ways.counting,
        "normalisation": ways.normalisation,
        "backbone": ways.backbone,
    }
    return graph


def _add_lone_nodes(graph: "nx.Graph[str]", nodes: Mapping[str, Attributes]) -> None:
    """Add the nodes without an edge: to the whole graph all, else of the kinds linked."""
    kinds = {attributes["kind"] for _, attributes in graph.nodes(data=True)}
    for node in sorted(nodes.keys() - graph.nodes):
        if graph.name == "all" or nodes[node]["kind"] in kinds:
            graph.add_node(node, **nodes[node])


def _known(what: str, given: str | None, default: str, table: Mapping[str, str]) -> str:
    """Return what was asked for, if there is such a thing; else the default."""
    if given is not None and given not in table:
        raise UnknownName(what, given, sorted(table), all_known=True)
    return given or default
