"""Which work has which node of a network, of whatever kinds, and when works are from."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy import sparse  # type: ignore[import-untyped]

from kg.analysis.arrays import Ints
from kg.analysis.incidence import Incidence

if TYPE_CHECKING:
    import networkx as nx
    from duckdb import DuckDBPyConnection

# A person is in the works that they wrote; one who wrote none, where they are named.
_PRESENT = """
SELECT work, entity FROM (
    SELECT work, entity, kind, is_author,
        MAX(is_author) OVER (PARTITION BY entity) AS is_ever_author
    FROM appearances
) a
WHERE kind <> 'person' OR is_author = is_ever_author
UNION
SELECT work, work FROM documents
UNION
SELECT a.work, 'country:' || LOWER(i.country)
FROM affiliated a JOIN entities i ON i.id = a.institution
WHERE a.is_author = 1 AND i.country IS NOT NULL
"""


@dataclass(frozen=True, slots=True)
class Presence:
    """Which work has which node, and the years of works.

    Attributes:
        incidence: its nodes are those of a network, in ascending order.
        years: the first year of each work, 0 where none is known, (works,).
    """

    incidence: Incidence
    years: Ints


def read_presence(connection: "DuckDBPyConnection", graph: "nx.Graph[str]") -> Presence:
    """Return which work has which node of a network of this store.

    Example:
        >>> from pathlib import Path
        >>> import networkx as nx
        >>> from kg.store.connection import connect
        >>> graph = nx.Graph()
        >>> graph.add_node("person:ada-byron", label="Ada Byron", kind="person")
        >>> with connect(Path("outputs/examples")) as connection:
        ...     found = read_presence(connection, graph)
        >>> found.incidence.counts.tolist(), found.years.tolist()
        ([2], [1840, 0, 1830])
    """
    nodes = tuple(sorted(graph))
    rows = connection.execute("SELECT work, first_year FROM sizes ORDER BY work")
    dated = rows.fetchall()
    row = {work: n for n, (work, _) in enumerate(dated)}
    column = {node: n for n, node in enumerate(nodes)}
    found = connection.execute(_PRESENT).fetchall()
    cells = [(row[work], column[node]) for work, node in found if node in column]
    places = np.array(cells, dtype=np.int64).reshape(-1, 2)
    matrix = sparse.csr_array(
        (np.ones(len(places)), (places[:, 0], places[:, 1])),
        shape=(len(row), len(column)),
    )
    labels, kinds = (
        tuple(str(graph.nodes[node].get(key) or node) for node in nodes)
        for key in ("label", "kind")
    )
    years = np.array([year or 0 for _, year in dated], dtype=np.int64)
    return Presence(Incidence(tuple(row), nodes, labels, kinds, matrix), years)
