"""What a network shows, and by which thresholds, in sentences that go with its files."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from kg.analysis.incidence import count_nodes
from kg.kinds import ENTITY_KINDS
from kg.network_kinds import BACKBONES, COUNTINGS, NETWORKS, NORMALISATIONS
from kg.text.counts import format_count

if TYPE_CHECKING:
    import networkx as nx
    from duckdb import DuckDBPyConnection


def count_hidden(
    connection: "DuckDBPyConnection", graph: "nx.Graph[str]", known: int, least: int
) -> dict[str, int]:
    """Return how many nodes of its kinds a network does not show, by reason.

    "below" are those of fewer works than it asks for, or in other roles; "lone" those
    that no edge links.

    Args:
        connection: the store that it is of.
        graph: the network.
        known: how many nodes it could show; of a network of edges of the store 0, for
            all of `least` works.
        least: works that a node needs.

    Example:
        >>> from pathlib import Path
        >>> from kg.graph import network
        >>> from kg.store.connection import connect
        >>> with connect(Path("outputs/examples")) as connection:
        ...     count_hidden(connection, network(connection, "coauthor"), 0, 2)
        {'below': 0, 'lone': 0}
    """
    found = {str(kind) for _, kind in graph.nodes(data="kind")}
    kinds = [kind for kind in ENTITY_KINDS if kind in found or graph.name == "all"]
    total = count_nodes(connection, kinds)
    known = known or count_nodes(connection, kinds, least=least)
    return {"below": max(0, total - known), "lone": max(0, known - len(graph))}


def describe_network(graph: "nx.Graph[str]") -> str:
    """Return what is to be said of a network: sentences, one after another.

    Args:
        graph: as `kg.analysis.network_for_drawing.annotated_network` returns it; of
            other networks is said what is known.

    Example:
        >>> import networkx as nx
        >>> describe_network(nx.Graph([("a", "b")], name="people"))
        'people: People who are authors of one work. 2 nodes. 1 edge.'
    """
    sentences = (
        *_say_what(graph),
        *_count_nodes(graph),
        *_count_edges(graph),
        *_say_how(graph.graph.get("thresholds", {})),
        *_say_where(graph),
        *_bound_betweenness(graph.graph.get("betweenness")),
    )
    return " ".join(f"{sentence}." for sentence in sentences)


def _say_what(graph: "nx.Graph[str]") -> Iterator[str]:
    if graph.name in NETWORKS:
        yield f"{graph.name}: {NETWORKS[graph.name].meaning.removesuffix('.')}"


def _count_nodes(graph: "nx.Graph[str]") -> Iterator[str]:
    least = graph.graph.get("thresholds", {}).get("min_documents", 1)
    of = f" of at least {format_count(least, 'work')}" if least > 1 else ""
    hidden = graph.graph.get("hidden", {})
    reasons = (
        ("below", "of fewer works or in other roles"),
        ("lone", "without an edge"),
    )
    more = [f"{hidden[key]:,} {why}" for key, why in reasons if hidden.get(key)]
    said = f"; hidden are {' and '.join(more)}" if more else ""
    yield f"{format_count(len(graph), 'node')}{of}{said}"


def _count_edges(graph: "nx.Graph[str]") -> Iterator[str]:
    size, dropped = graph.number_of_edges(), graph.graph.get("dropped", 0)
    thresholds = graph.graph.get("thresholds", {})
    least, most = (thresholds.get(key) for key in ("min_weight", "max_edges"))
    of = f" of {size + dropped:,}" if dropped else ""
    bounds = f", of at least {format_count(least, 'work')}" if (least or 1) > 1 else ""
    which = " of a kind" if "counting" not in thresholds else ""
    limit = f", at most {most:,}{which}" if most else ""
    yield f"{format_count(size, 'edge')}{of}{bounds}{limit}"


def _say_how(thresholds: dict[str, Any]) -> Iterator[str]:
    """Yield how edges are counted, made comparable and chosen, if they are made."""
    tables = {
        "counting": COUNTINGS,
        "normalisation": NORMALISATIONS,
        "backbone": BACKBONES,
    }
    for key, table in tables.items():
        if key in thresholds:
            way = thresholds[key]
            yield f"{key.capitalize()} {way}: {table[way]}"


def _say_where(graph: "nx.Graph[str]") -> Iterator[str]:
    if "land" not in graph.graph:
        return
    land, of = graph.graph["land"], graph.graph["land_of"]
    regions = format_count(len(land.centres), "region")
    yield f"x, y, region: the land of {of}, {regions} named by {land.named_by}"


def _bound_betweenness(paths: dict[str, Any] | None) -> Iterator[str]:
    if paths is None:
        return
    if not paths["bound"]:
        yield "Betweenness: all shortest paths"
    else:
        drawn = format_count(paths["sources"], "node")
        bound = f"off by less than {paths['bound']:.2f} in 19 cases of 20"
        yield f"Betweenness: shortest paths from {drawn} drawn at random, {bound}"
