"""From the store to networkx: one network at a time, after thresholds.

The schema of nodes and edges stands here and nowhere else; every export writes it.

Nodes, keyed by entity id: label, kind, documents (works behind it), first_year,
last_year (None where no year is known), community (numbered from 0, the largest first),
degree (in this network), aliases (a tuple).

Edges: kind, weight (works that say so), fractional, strength (association strength),
first_year, last_year, evidence (ids of the first documents that say so, at most ten),
source and target. There is one edge a pair of nodes at most. The graph is undirected,
for networkx and igraph read no mixed GraphML; authorship, affiliation, uses, studies
and citation lead from `source` to `target`.
"""

import json
from typing import TYPE_CHECKING, Any

from kg.errors import UnknownName

if TYPE_CHECKING:
    import networkx as nx
    from duckdb import DuckDBPyConnection

NETWORKS = {
    "all": None,
    "coauthor": "coauthor",
    "institution": "collaboration",
    "concept": "cooccurrence",
}
"""Names of networks, and the kind of edge that each consists of (None: every kind)."""

EVIDENCE = 10  # documents named on an edge; the store knows all of them

_CHOSEN = """
SELECT kind, source, target, weight, fractional, strength, first_year, last_year
FROM (
    SELECT *, ROW_NUMBER() OVER (
        PARTITION BY kind ORDER BY weight DESC, strength DESC, source, target
    ) AS place
    FROM edges
    WHERE weight >= $weight AND ($kind IS NULL OR kind = $kind)
)
WHERE place <= $bound
"""


def network(
    connection: "DuckDBPyConnection",
    name: str = "all",
    *,
    min_documents: int = 1,
    min_weight: int = 1,
    max_edges: int = 200_000,
) -> "nx.Graph[str]":
    """Return one network of the store.

    Nodes of fewer than `min_documents` works and edges of less than `min_weight` are
    left out, and of each kind of edge the `max_edges` strongest stay (200,000: what
    Gephi and igraph open on a laptop). The whole graph has every node, the others only
    nodes with an edge. `graph.graph` holds the thresholds, the counts of what they left
    out ("dropped"), and "documents": a title, or the first words, by document id.

    Raises:
        UnknownName: there is no network of that name.
    """
    import networkx as nx

    if name not in NETWORKS:
        raise UnknownName("network", name, sorted(NETWORKS))
    graph: nx.Graph[str] = nx.Graph(name=name)
    nodes = {
        row[0]: row
        for row in connection.execute(
            "SELECT id, kind, name, aliases, documents, first_year, last_year "
            "FROM nodes WHERE documents >= ? ORDER BY id",
            [min_documents],
        ).fetchall()
    }
    bounds = {"kind": NETWORKS[name], "weight": min_weight, "bound": max_edges}
    edges, dropped = _edges(connection, bounds)
    edges = [e for e in edges if e[1] in nodes and e[2] in nodes]
    kept = nodes if name == "all" else {end for e in edges for end in (e[1], e[2])}
    for node in sorted(kept):
        graph.add_node(node, **_node(nodes[node]))
    evidence = _evidence(connection, bounds)
    for edge in edges:
        attributes = _edge(edge, evidence.get(edge[:3], ()))
        if graph.has_edge(edge[1], edge[2]):  # works that cite each other
            attributes = _summed(graph.edges[edge[1], edge[2]], attributes)
        graph.add_edge(edge[1], edge[2], **attributes)
    for node, degree in graph.degree():
        graph.nodes[node]["degree"] = degree
    graph.graph["thresholds"] = {
        "min_documents": min_documents,
        "min_weight": min_weight,
        "max_edges": max_edges,
    }
    graph.graph["dropped"] = dropped
    graph.graph["documents"] = titles(connection)
    return graph


def titles(connection: "DuckDBPyConnection") -> dict[str, str]:
    """Return the title of each document by id; where there is none, its first words."""
    rows = connection.execute(
        "SELECT d.id, e.name FROM documents d JOIN entities e ON e.id = d.work "
        "ORDER BY d.number"
    ).fetchall()
    return dict(rows)


def edge_counts(connection: "DuckDBPyConnection") -> dict[str, int]:
    """Return how many edges of each kind the store has."""
    rows = connection.execute(
        "SELECT kind, COUNT(*) FROM edges GROUP BY kind ORDER BY kind"
    ).fetchall()
    return dict(rows)


def _edges(
    connection: "DuckDBPyConnection", bounds: dict[str, Any]
) -> tuple[list[tuple[Any, ...]], int]:
    """Return the rows of edges that stay, sorted, and how many the bounds left out."""
    rows = connection.execute(
        f"{_CHOSEN} ORDER BY kind, source, target", bounds
    ).fetchall()
    total = connection.execute(
        "SELECT COUNT(*) FROM edges WHERE $kind IS NULL OR kind = $kind",
        {"kind": bounds["kind"]},
    ).fetchone()
    return rows, (total[0] if total else 0) - len(rows)


def _evidence(
    connection: "DuckDBPyConnection", bounds: dict[str, Any]
) -> dict[tuple[str, str, str], tuple[str, ...]]:
    rows = connection.execute(
        f"""
        SELECT e.kind, e.source, e.target, list(d.id ORDER BY d.number)[1:{EVIDENCE}]
        FROM ({_CHOSEN}) e
        JOIN relations r
            ON r.kind = e.kind AND r.source = e.source AND r.target = e.target
        JOIN documents d ON d.work = r.work
        GROUP BY e.kind, e.source, e.target
        """,
        bounds,
    ).fetchall()
    return {row[:3]: tuple(row[3]) for row in rows}


def _node(row: tuple[Any, ...]) -> dict[str, Any]:
    return {
        "label": row[2],
        "kind": row[1],
        "documents": row[4],
        "first_year": row[5],
        "last_year": row[6],
        "community": 0,
        "degree": 0,
        "aliases": tuple(json.loads(row[3])),
    }


def _edge(row: tuple[Any, ...], evidence: tuple[str, ...]) -> dict[str, Any]:
    return {
        "kind": row[0],
        "source": row[1],
        "target": row[2],
        "weight": row[3],
        "fractional": round(row[4], 6),
        "strength": round(row[5], 6),
        "first_year": row[6],
        "last_year": row[7],
        "evidence": evidence,
    }


def _summed(one: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    """Join the edges of both directions into one, under the direction of the first."""
    evidence = dict.fromkeys((*one["evidence"], *other["evidence"]))
    firsts = [e["first_year"] for e in (one, other) if e["first_year"] is not None]
    lasts = [e["last_year"] for e in (one, other) if e["last_year"] is not None]
    return {
        **one,
        "weight": one["weight"] + other["weight"],
        "fractional": round(one["fractional"] + other["fractional"], 6),
        "strength": max(one["strength"], other["strength"]),
        "first_year": min(firsts, default=None),
        "last_year": max(lasts, default=None),
        "evidence": tuple(evidence)[:EVIDENCE],
    }
