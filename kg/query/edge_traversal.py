"""From nodes over their edges to what is not yet known, and the documents behind edges."""

from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from kg.analysis.counted_salience import OF_DATA_SETS

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

EdgeKey = tuple[str, str, str]
"""What an edge is known by: kind, source, target."""

# An edge may be crossed from either end. Works count as much as a term says: what all
# have in common ("accuracy") says little of any two.
_CROSSED = """
SELECT e.near, e.far, n.name, n.kind, e.kind, e.source, e.target, e.weight, e.strength,
    n.salience
FROM (
    SELECT *, source AS near, target AS far FROM edges
    UNION ALL
    SELECT *, target AS near, source AS far FROM edges
) e
JOIN nodes n ON n.id = e.far
WHERE list_contains($frontier, e.near)
ORDER BY
    e.weight * COALESCE(n.salience, CASE WHEN n.is_data_set THEN $of_data_sets ELSE 1 END)
        DESC,
    e.weight DESC, e.strength DESC, e.far, e.near, e.kind
"""

_BEHIND = """
SELECT r.kind, r.source, r.target, d.id
FROM (
    SELECT unnest(CAST($kinds AS VARCHAR[])) AS kind,
        unnest(CAST($sources AS VARCHAR[])) AS source,
        unnest(CAST($targets AS VARCHAR[])) AS target
) e
JOIN relations r ON r.kind = e.kind AND r.source = e.source AND r.target = e.target
JOIN documents d ON d.work = r.work
ORDER BY d.number
"""


class Crossing(NamedTuple):
    """An edge crossed, from a node that was reached before to one that was not."""

    near: str
    far: str
    name: str
    kind: str
    edge: str
    source: str
    target: str
    weight: int
    strength: float
    salience: float | None

    @property
    def key(self) -> EdgeKey:
        """What the edge is known by, whichever end was reached first."""
        return self.edge, self.source, self.target


def cross_edges(
    connection: "DuckDBPyConnection", frontier: Sequence[str], seen: Collection[str]
) -> dict[str, Crossing]:
    """Return, by node, the strongest edge from the frontier to each not yet seen.

    The strongest first: by works, times the salience of a term.

    Example:
        >>> from kg import open_store
        >>> with open_store("outputs/examples") as store:
        ...     crossed = cross_edges(store.connection, ["work:looms"], set())
        >>> [(far, crossing.edge) for far, crossing in crossed.items()]
        [('person:ada-byron', 'authorship'), ('method:punched-cards', 'uses')]
    """
    bound = {"frontier": list(frontier), "of_data_sets": OF_DATA_SETS}
    rows = connection.execute(_CROSSED, bound).fetchall()
    crossed: dict[str, Crossing] = {}
    for row in rows:
        crossing = Crossing(*row)
        # Rows come strongest first, so the first to reach a node is kept.
        if crossing.far not in seen:
            crossed.setdefault(crossing.far, crossing)
    return crossed


def reach_nodes(
    connection: "DuckDBPyConnection", start: str, hops: int
) -> list[Crossing]:
    """Return the edge by which each node at most `hops` edges away was reached.

    Nearer nodes come first, among them those at the strongest edges.

    Example:
        >>> from kg import open_store
        >>> with open_store("outputs/examples") as store:
        ...     reached = reach_nodes(store.connection, "work:looms", hops=2)
        >>> [crossing.far for crossing in reached[:3]]
        ['person:ada-byron', 'method:punched-cards', 'concept:least-squares']
    """
    seen = {start}
    frontier = [start]
    reached: list[Crossing] = []
    for _ in range(hops):
        crossed = cross_edges(connection, frontier, seen)
        frontier = list(crossed)
        if not frontier:
            break
        seen |= crossed.keys()
        reached += crossed.values()
    return reached


def edge_documents(
    connection: "DuckDBPyConnection", edges: Iterable[EdgeKey]
) -> dict[EdgeKey, tuple[str, ...]]:
    """Return the ids of all documents behind each edge, in document order.

    Example:
        >>> from kg import open_store
        >>> with open_store("outputs/examples") as store:
        ...     edge = ("coauthor", "person:ada-byron", "person:carl-gauss")
        ...     edge_documents(store.connection, [edge])[edge]
        ('doc:1',)
    """
    # One statement for all edges, not one an edge.
    behind: dict[EdgeKey, list[str]] = {edge: [] for edge in edges}
    rows = connection.execute(
        _BEHIND,
        {
            "kinds": [kind for kind, _, _ in behind],
            "sources": [source for _, source, _ in behind],
            "targets": [target for _, _, target in behind],
        },
    ).fetchall()
    for kind, source, target, document in rows:
        behind[kind, source, target].append(document)
    return {edge: tuple(documents) for edge, documents in behind.items()}
