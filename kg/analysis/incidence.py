"""Which work speaks of which entity, as a sparse matrix."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from kg.analysis.arrays import EdgeArrays, Floats, Ints, as_edges, indicator_matrix
from kg.analysis.counted_salience import OF_DATA_SETS
from kg.kinds import family_kinds

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

# A term of one work meets no other term twice: it says little of what belongs together.
TERM_WORKS, ENOUGH_TERMS = 2, 150

_ENTITIES = """
SELECT id, name, kind, documents FROM nodes
WHERE documents >= $least AND list_contains($kinds, kind)
ORDER BY id
"""
_SALIENCE = """
SELECT id, COALESCE(salience, $of_data_sets) FROM nodes
WHERE salience IS NOT NULL OR is_data_set
"""
_APPEARANCES = """
SELECT DISTINCT work, entity FROM appearances
WHERE list_contains($kinds, kind) AND (is_author = 1 OR NOT $authors)
"""


@dataclass(frozen=True, slots=True)
class Incidence:
    """Works and the entities that they speak of.

    `nodes` are ids in ascending order, `labels` and `kinds` their names and kinds.
    `matrix` (works, nodes) is a compressed sparse matrix of zeros and ones; its rows are
    all works of which there is a document, in the order of `works`.
    """

    works: tuple[str, ...]
    nodes: tuple[str, ...]
    labels: tuple[str, ...]
    kinds: tuple[str, ...]
    matrix: Any

    @property
    def counts(self) -> Ints:
        """Return of how many works each node is: (nodes,)."""
        counted: Ints = np.asarray(self.matrix.sum(axis=0), dtype=np.int64).ravel()
        return counted


def read_incidence(
    connection: "DuckDBPyConnection",
    kinds: Sequence[str],
    *,
    least: int = 1,
    authors: bool = False,
) -> Incidence:
    """Return which work speaks of which entity of `kinds` that has `least` works.

    With `authors`, only the authors of a work count, not the people whom it mentions.

    Example:
        >>> from pathlib import Path
        >>> from kg.store.connection import connect
        >>> with connect(Path("outputs/examples")) as connection:
        ...     found = read_incidence(connection, ["method"])
        >>> found.labels, found.counts.tolist()
        (('punched cards',), [2])
    """
    chosen = {"kinds": list(kinds), "least": least}
    entities = connection.execute(_ENTITIES, chosen).fetchall()
    works = connection.execute("SELECT work FROM sizes ORDER BY work").fetchall()
    chosen = {"kinds": list(kinds), "authors": authors}
    rows = connection.execute(_APPEARANCES, chosen).fetchall()
    all_works = tuple(work for (work,) in works)
    ids, labels, of_kinds = (tuple(each[i] for each in entities) for i in range(3))
    matrix = indicator_matrix(rows, all_works, ids)
    return Incidence(all_works, ids, labels, of_kinds, matrix)


def read_terms(connection: "DuckDBPyConnection") -> Incidence:
    """Return which work speaks of which term, as maps of a corpus are drawn from.

    Terms are methods and concepts of `fewest_works`.

    Example:
        >>> from pathlib import Path
        >>> from kg.store.connection import connect
        >>> with connect(Path("outputs/examples")) as connection:
        ...     read_terms(connection).nodes
        ('concept:least-squares', 'method:punched-cards')
    """
    least = fewest_works(connection, TERM_WORKS)
    return read_incidence(connection, family_kinds("term"), least=least)


def read_salience(connection: "DuckDBPyConnection", terms: Sequence[str]) -> Floats:
    """Return how much terms say of what works are about, in [0, 1]: (terms,).

    Data sets, which have no salience, have `kg.analysis.counted_salience.OF_DATA_SETS`.

    Example:
        >>> from pathlib import Path
        >>> from kg.store.connection import connect
        >>> with connect(Path("outputs/examples")) as connection:
        ...     len(read_salience(connection, read_terms(connection).nodes))
        2
    """
    rows = connection.execute(_SALIENCE, {"of_data_sets": OF_DATA_SETS}).fetchall()
    known = dict(rows)
    return np.array([known.get(term, 0.0) for term in terms])


def fewest_works(connection: "DuckDBPyConnection", usual: int) -> int:
    """Return the works that a node needs: the usual, where `ENOUGH_TERMS` have them.

    Else 1: of a small corpus nothing would be left.

    Example:
        >>> from pathlib import Path
        >>> from kg.store.connection import connect
        >>> with connect(Path("outputs/examples")) as connection:
        ...     fewest_works(connection, 2)
        1
    """
    enough = count_nodes(connection, family_kinds("term"), least=usual) >= ENOUGH_TERMS
    return usual if enough else 1


def select_nodes(incidence: Incidence, chosen: Ints) -> Incidence:
    """Return the columns of some nodes, given by their places in ascending order.

    Example:
        >>> from pathlib import Path
        >>> from kg.store.connection import connect
        >>> with connect(Path("outputs/examples")) as connection:
        ...     select_nodes(read_terms(connection), np.array([1])).labels
        ('punched cards',)
    """
    nodes, labels, kinds = (
        tuple(each[i] for i in chosen.tolist())
        for each in (incidence.nodes, incidence.labels, incidence.kinds)
    )
    return Incidence(incidence.works, nodes, labels, kinds, incidence.matrix[:, chosen])


def count_nodes(
    connection: "DuckDBPyConnection", kinds: Sequence[str], *, least: int = 1
) -> int:
    """Return how many nodes of `kinds` the store has, of at least so many works.

    Example:
        >>> from pathlib import Path
        >>> from kg.store.connection import connect
        >>> with connect(Path("outputs/examples")) as connection:
        ...     count_nodes(connection, ["method", "concept"])
        2
    """
    row = connection.execute(
        "SELECT COUNT(*) FROM nodes "
        "WHERE documents >= $least AND list_contains($kinds, kind)",
        {"kinds": list(kinds), "least": least},
    ).fetchone()
    return int(row[0]) if row else 0


def count_together(incidence: Incidence) -> EdgeArrays:
    """Return each pair of nodes that a work has both of, weighed by such works.

    Example:
        >>> from pathlib import Path
        >>> from kg.store.connection import connect
        >>> with connect(Path("outputs/examples")) as connection:
        ...     pairs = count_together(read_terms(connection))
        >>> pairs.sources.tolist(), pairs.targets.tolist(), pairs.weights.tolist()
        ([0], [1], [1.0])
    """
    return as_edges(incidence.nodes, incidence.matrix.T @ incidence.matrix)
