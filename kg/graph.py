"""From the store to networkx: one network at a time, after thresholds.

The schema of nodes and edges stands here and nowhere else; every export writes it.

Nodes, keyed by entity id: label, kind, documents (works behind it), first_year,
last_year (None where no year is known), community (numbered from 0, the largest first),
degree (in this network), aliases (a tuple); of institutions, where known, ror (an id),
country (a code), city and parent (a name); of people, where known, orcid; former_ids (a
tuple), where there are any; of methods and concepts, salience (how much they say of what
works are about), but of data sets is_data_set (true) instead; shown_with (an id) and
shown_because of a term that is better shown under another.
`kg.analysis.structure.node_measures` adds what it names.

Edges: kind, weight (works that say so), fractional, strength (association strength),
first_year, last_year, evidence (ids of the first documents that say so, at most ten),
source and target. There is one edge a pair of nodes at most, of the kind that stands first
in `kg.kinds`: of a term and a broader one the whole graph does not also say that they
occur together. The graph is undirected,
for networkx and igraph read no mixed GraphML; edges of the directed kinds of `kg.kinds`
lead from `source` to `target`.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from kg.errors import UnknownName
from kg.network_kinds import NETWORKS

if TYPE_CHECKING:
    import networkx as nx
    from duckdb import DuckDBPyConnection

MAX_EDGES = 100_000  # of a kind in a network, by default
# Of nodes, where there is any to tell.
FACTS = (
    *("ror", "country", "city", "parent", "orcid"),
    *("salience", "is_data_set", "shown_with", "shown_because"),
)
EVIDENCE = 10  # documents named on an edge; the store knows all of them

# The strongest edges of a kind, and where each stands among them by its ends.
_CHOSEN = """
CREATE OR REPLACE TEMPORARY TABLE chosen AS
SELECT *, ROW_NUMBER() OVER (ORDER BY source, target) - 1 AS number
FROM (
    SELECT source, target, weight, fractional, strength, first_year, last_year
    FROM edges
    WHERE kind = $kind AND weight >= $weight
    ORDER BY weight DESC, strength DESC, source, target
    LIMIT $bound
)
"""

_CHOSEN_EDGES = """
SELECT source, target, weight, fractional, strength, first_year, last_year
FROM chosen
ORDER BY number
"""

_BEHIND = """
SELECT c.number AS edge, d.number AS document
FROM relations r
JOIN chosen c ON c.source = r.source AND c.target = r.target
JOIN documents d ON d.work = r.work
WHERE r.kind = $kind
"""

_ROWS = 50_000  # fetched at a time

Attributes = dict[str, Any]
Edge = tuple[str, str, Attributes]


def network(
    connection: "DuckDBPyConnection",
    name: str = "all",
    *,
    min_documents: int = 1,
    min_weight: int = 1,
    max_edges: int = MAX_EDGES,
) -> "nx.Graph[str]":
    """Return one network of edges as the store has them; see `kg.network_kinds`.

    Nodes of fewer than `min_documents` works and edges of less than `min_weight` are
    left out; of each kind of edge the `max_edges` strongest stay (100,000: what Gephi and
    igraph open on a laptop), with the nodes that these link. `graph.graph` holds the
    thresholds, the count of edges left out ("dropped"), and "documents": titles by id.

    Raises:
        UnknownName: there is no network of that name.

    Example:
        >>> from pathlib import Path
        >>> from kg.store.connection import connect
        >>> with connect(Path("outputs/examples")) as connection:
        ...     people = network(connection, "coauthor")
        >>> people.edges["person:ada-byron", "person:carl-gauss"]["evidence"]
        ('doc:1',)
    """
    import networkx as nx

    stored = {each: row.edges for each, row in NETWORKS.items() if row.edges}
    if name not in stored:
        raise UnknownName("network", name, sorted(stored), all_known=True)
    graph: nx.Graph[str] = nx.Graph(name=name)
    nodes = read_nodes(connection, min_documents)
    counts, dropped = edge_counts(connection), 0
    for kind in stored[name]:  # one at a time: a graph copies its edges
        if kind in counts:
            edges = _edges(connection, kind, min_weight, max_edges)
            dropped += counts[kind] - len(edges) + _add_edges(graph, nodes, edges)
    for node, degree in graph.degree():
        graph.nodes[node]["degree"] = degree
    bounds = {"min_documents": min_documents, "min_weight": min_weight}
    thresholds = {**bounds, "max_edges": max_edges}
    graph.graph.update(thresholds=thresholds, dropped=dropped)
    graph.graph["documents"] = titles(connection)
    return graph


def _add_edges(
    graph: "nx.Graph[str]", nodes: Mapping[str, Attributes], edges: Iterable[Edge]
) -> int:
    """Add edges of one kind between `nodes`; return how many gave way to another kind.

    A pair that is linked already keeps the edge it has; one of the same kind, in the
    other direction (two works that cite each other), is summed with it.
    """
    inside = [edge for edge in edges if edge[0] in nodes and edge[1] in nodes]
    ends = {end for edge in inside for end in edge[:2]}
    graph.add_nodes_from((n, nodes[n]) for n in sorted(ends) if n not in graph)
    gave_way = 0
    for source, target, attributes in inside:
        known = graph.get_edge_data(source, target)
        if known is None:
            graph.add_edge(source, target, **attributes)
        elif known["kind"] == attributes["kind"]:
            known.update(_sum_edges(known, attributes))
        else:
            gave_way += 1
    return gave_way


def titles(connection: "DuckDBPyConnection") -> dict[str, str]:
    """Return what the work of each document is called, by the document's id.

    Example:
        >>> from pathlib import Path
        >>> from kg.store.connection import connect
        >>> with connect(Path("outputs/examples")) as connection:
        ...     titles(connection)["doc:2"]
        'Least squares'
    """
    rows = connection.execute(
        "SELECT d.id, e.name FROM documents d JOIN entities e ON e.id = d.work "
        "ORDER BY d.number"
    ).fetchall()
    return dict(rows)


def edge_counts(connection: "DuckDBPyConnection") -> dict[str, int]:
    """Return how many edges of each kind the store has.

    Example:
        >>> from pathlib import Path
        >>> from kg.store.connection import connect
        >>> with connect(Path("outputs/examples")) as connection:
        ...     edge_counts(connection)["authorship"]
        4
    """
    rows = connection.execute(
        "SELECT kind, COUNT(*) FROM edges GROUP BY kind ORDER BY kind"
    ).fetchall()
    return dict(rows)


def read_nodes(
    connection: "DuckDBPyConnection", min_documents: int = 1
) -> dict[str, Attributes]:
    """Return the nodes of at least so many documents, with the facts that they have.

    Example:
        >>> from pathlib import Path
        >>> from kg.store.connection import connect
        >>> with connect(Path("outputs/examples")) as connection:
        ...     read_nodes(connection)["person:ada-byron"]["documents"]
        2
    """
    rows = connection.execute(
        "SELECT id, name, kind, documents, first_year, last_year, aliases, "
        f"{', '.join(FACTS)} FROM nodes WHERE documents >= ?",
        [min_documents],
    ).fetchall()
    former = _former_ids(connection)
    return {
        node: {
            "label": label,
            "kind": kind,
            "documents": documents,
            "first_year": first_year,
            "last_year": last_year,
            "community": 0,
            "degree": 0,
            "aliases": tuple(json.loads(aliases)) if aliases != "[]" else (),
            **_known_facts(facts),
            **({"former_ids": tuple(former[node])} if node in former else {}),
        }
        for node, label, kind, documents, first_year, last_year, aliases, *facts in rows
    }


def _former_ids(connection: "DuckDBPyConnection") -> dict[str, list[str]]:
    """Return the ids that nodes had in builds before, sorted, by the ids of now."""
    rows = connection.execute(
        "SELECT entity, list(former ORDER BY former) FROM former_ids GROUP BY entity"
    ).fetchall()
    return dict(rows)


def _known_facts(values: Sequence[Any]) -> Attributes:
    """Return the facts that are known and not false; a salience of 0 is."""
    pairs = zip(FACTS, values, strict=True)
    return {n: v for n, v in pairs if v is not False and v not in ("", None)}


def _edges(
    connection: "DuckDBPyConnection", kind: str, min_weight: int, max_edges: int
) -> list[Edge]:
    """Return the strongest edges of a kind, sorted by their ends."""
    # Ranked in the store: of millions of edges only the chosen ones come to Python.
    bounds = {"kind": kind, "weight": min_weight, "bound": max_edges}
    connection.execute(_CHOSEN, bounds)
    evidence = _evidence(connection, kind)
    connection.execute(_CHOSEN_EDGES)
    edges: list[Edge] = []
    same: dict[str, str] = {}  # one object a name, however many edges it has
    while rows := connection.fetchmany(_ROWS):
        for source, target, *values in rows:
            ends = same.setdefault(source, source), same.setdefault(target, target)
            documents = evidence.get(len(edges), ())
            edges.append((*ends, _edge_attributes(kind, ends, values, documents)))
    return edges


def _edge_attributes(
    kind: str,
    ends: tuple[str, str],
    values: Sequence[Any],
    documents: tuple[str, ...],
) -> Attributes:
    weight, fractional, strength, first_year, last_year = values
    return {
        "kind": kind,
        "source": ends[0],
        "target": ends[1],
        "weight": weight,
        "fractional": round(fractional, 6),
        "strength": round(strength, 6),
        "first_year": first_year,
        "last_year": last_year,
        "evidence": documents,
    }


def _evidence(
    connection: "DuckDBPyConnection", kind: str
) -> dict[int, tuple[str, ...]]:
    """Return, by number of the chosen edge, the first documents that say so."""
    rows = connection.execute("SELECT id FROM documents ORDER BY number").fetchall()
    ids = [row[0] for row in rows]
    found = connection.execute(_BEHIND, {"kind": kind}).fetchnumpy()
    # Edge and document in one number: one sort puts them in order.
    numbers = np.asarray(found["edge"]), np.asarray(found["document"])
    keys = np.sort(numbers[0].astype(np.int64) * len(ids) + numbers[1])
    edges, documents = np.divmod(keys, max(len(ids), 1))
    starts = np.flatnonzero(np.diff(edges, prepend=-1))
    ends = np.minimum(np.append(starts[1:], len(edges)), starts + EVIDENCE)
    bounds = zip(edges[starts].tolist(), starts.tolist(), ends.tolist(), strict=True)
    named = [ids[number] for number in documents.tolist()]
    return {edge: tuple(named[start:end]) for edge, start, end in bounds}


def _sum_edges(one: Attributes, other: Attributes) -> Attributes:
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
