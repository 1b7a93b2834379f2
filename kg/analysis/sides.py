"""What a network can link: who or what stands in which work."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np
from scipy import sparse  # type: ignore[import-untyped]

from kg.analysis.arrays import Floats, Ints, indicator_matrix
from kg.analysis.incidence import Incidence, read_incidence, select_nodes
from kg.kinds import family_kinds

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

# Two works share what few works have: a term of more says of no two that they are alike,
# and has a million pairs.
MOST_WORKS = 100

_AUTHORS = """
SELECT d.work AS work, m.entity AS entity, MIN(m.document * 100000 + m.number) AS place
FROM mentions m
JOIN documents d ON d.number = m.document
WHERE m.role = 'author' AND m.kind = 'person' AND m.entity IS NOT NULL
GROUP BY d.work, m.entity
ORDER BY d.work, place, m.entity
"""
_AFFILIATED = """
SELECT DISTINCT a.work, a.person, {node} AS node
FROM affiliated a JOIN entities i ON i.id = a.institution
WHERE a.is_author = 1 AND {node} IS NOT NULL
ORDER BY a.work, a.person, node
"""
_SUBJECTS = """
SELECT DISTINCT work, entity FROM appearances
WHERE family = 'term' AND (is_about = 1 OR is_used = 1)
"""
_CROWDED = """
SELECT work FROM sizes
WHERE authors > (SELECT value FROM thresholds WHERE name = 'max_authors')
"""


@dataclass(frozen=True, slots=True)
class Careers:
    """What stands in a work for one author alone: two of these share nothing by that.

    `matrix` (rows, nodes) has a row a work and author, zeros and ones; `works` (rows,)
    says of which work it is.
    """

    matrix: Any
    works: Ints


@dataclass(frozen=True, slots=True)
class Side:
    """What a network links, or one side of what it links.

    Attributes:
        incidence: which work has which node.
        sizes: how many nodes each work has, with those that are left out, (works,).
        places: among the authors of the work, from 1, where there is an order: of
            the same shape, sparse.
        alone: what one author of several institutions does not link.
    """

    incidence: Incidence
    sizes: Floats
    places: Any | None = None
    alone: Careers | None = None


def read_terms_side(connection: "DuckDBPyConnection", least: int) -> Side:
    """Return which work speaks of which term of `least` works.

    Example:
        >>> from pathlib import Path
        >>> from kg.store.connection import connect
        >>> with connect(Path("outputs/examples")) as connection:
        ...     read_terms_side(connection, 1).incidence.labels
        ('least squares', 'punched cards')
    """
    terms = read_incidence(connection, family_kinds("term"), least=least)
    rows = connection.execute("SELECT terms FROM sizes ORDER BY work").fetchall()
    return Side(terms, np.array([size for (size,) in rows], dtype=float))


def read_subjects_side(connection: "DuckDBPyConnection", least: int) -> Side:
    """Return which work is about, or uses, which term: what its authors work on.

    Example:
        >>> from pathlib import Path
        >>> from kg.store.connection import connect
        >>> with connect(Path("outputs/examples")) as connection:
        ...     read_subjects_side(connection, 9).incidence.labels
        ()
    """
    found = read_incidence(connection, family_kinds("term"))
    rows = connection.execute(_SUBJECTS).fetchall()
    matrix = indicator_matrix(rows, found.works, found.nodes)
    side = _make_side(replace(found, matrix=matrix), None)
    return _select(side, np.flatnonzero(matrix.sum(axis=0) >= least))


def read_authors_side(connection: "DuckDBPyConnection", least: int) -> Side:
    """Return who is the author of which work, and in which place.

    Works of too many authors have none, as in the store's edges.

    Example:
        >>> from pathlib import Path
        >>> from kg.store.connection import connect
        >>> with connect(Path("outputs/examples")) as connection:
        ...     read_authors_side(connection, 2).incidence.labels
        ('Ada Byron', 'Carl Gauss')
    """
    found = read_incidence(connection, ["person"], authors=True)
    rows = connection.execute(_AUTHORS).fetchall()
    places = _places_in_works(found, _without_crowded(connection, rows))
    side = _make_side(replace(found, matrix=places.sign()), places)
    return _select(side, np.flatnonzero(found.counts >= least))


def read_institutions_side(connection: "DuckDBPyConnection", least: int) -> Side:
    """Return which institution stands for authors of which work.

    Its place is that of its first author.

    Example:
        >>> from pathlib import Path
        >>> from kg.store.connection import connect
        >>> with connect(Path("outputs/examples")) as connection:
        ...     read_institutions_side(connection, 1).incidence.labels
        ('Analytical Engine Laboratory',)
    """
    rows = connection.execute(_AFFILIATED.format(node="i.id")).fetchall()
    names = connection.execute(
        "SELECT id, name FROM entities WHERE kind = 'institution'"
    ).fetchall()
    return _affiliated_side(connection, rows, dict(names), "institution", least)


def read_countries_side(connection: "DuckDBPyConnection", least: int) -> Side:
    """Return which country stands for authors of which work, by its code.

    Example:
        >>> from pathlib import Path
        >>> from kg.store.connection import connect
        >>> with connect(Path("outputs/examples")) as connection:
        ...     read_countries_side(connection, 1).incidence.labels
        ()
    """
    rows = connection.execute(_AFFILIATED.format(node="i.country")).fetchall()
    names = {f"country:{code.lower()}": code for _, _, code in rows}
    rows = [(work, who, f"country:{code.lower()}") for work, who, code in rows]
    return _affiliated_side(connection, rows, names, "country", least)


def read_works_side(connection: "DuckDBPyConnection", least: int) -> Side:
    """Return which term stands in which work: works as nodes, terms as what they share.

    Terms are those of 2 to `MOST_WORKS` works.

    Example:
        >>> from pathlib import Path
        >>> from kg.store.connection import connect
        >>> with connect(Path("outputs/examples")) as connection:
        ...     read_works_side(connection, 1).incidence.labels
        ('Cards for least squares', 'Least squares', 'Looms')
    """
    terms = read_incidence(connection, family_kinds("term"), least=2)
    terms = select_nodes(terms, np.flatnonzero(terms.counts <= MOST_WORKS))
    names = dict(connection.execute("SELECT id, name FROM entities").fetchall())
    labels = tuple(names[work] for work in terms.works)
    kinds = ("work",) * len(labels)
    turned = terms.matrix.T.tocsr()
    found = Incidence(terms.nodes, terms.works, labels, kinds, turned)
    return Side(found, turned.sum(axis=1))


SIDES: dict[str, Callable[["DuckDBPyConnection", int], Side]] = {
    "terms": read_terms_side,
    "subjects": read_subjects_side,
    "authors": read_authors_side,
    "institutions": read_institutions_side,
    "countries": read_countries_side,
    "works": read_works_side,
}
"""What networks can link, by the name that `kg.network_kinds` has for it."""


def _affiliated_side(
    connection: "DuckDBPyConnection",
    rows: list[tuple[str, str, str]],
    names: dict[str, str],
    kind: str,
    least: int,
) -> Side:
    """Return the side of what authors belong to, from rows of work, person, node."""
    works = connection.execute("SELECT work FROM sizes ORDER BY work").fetchall()
    nodes = tuple(sorted({node for _, _, node in rows}))
    labels, kinds = tuple(names[node] for node in nodes), (kind,) * len(nodes)
    rows = _without_crowded(connection, rows)
    authors = connection.execute(_AUTHORS).fetchall()
    order = {(work, person): n for n, (work, person, _) in enumerate(authors)}
    firsts: dict[tuple[str, str], int] = {}
    for work, person, node in rows:
        place = order.get((work, person), len(order))
        firsts[work, node] = min(place, firsts.get((work, node), place))
    triples = sorted((work, place, node) for (work, node), place in firsts.items())
    ranked = [(work, node, place) for work, place, node in triples]
    empty = Incidence(tuple(w for (w,) in works), nodes, labels, kinds, None)
    places = _places_in_works(empty, ranked)
    found = replace(empty, matrix=places.sign())
    side = _make_side(found, places, _read_careers(found, rows))
    return _select(side, np.flatnonzero(found.counts >= least))


def _read_careers(found: Incidence, rows: list[tuple[str, str, str]]) -> Careers:
    """Return what is in a work for one author alone, where that is of several nodes."""
    of: dict[tuple[str, str], set[str]] = {}
    for work, person, node in rows:
        of.setdefault((work, node), set()).add(person)
    only = sorted((w, *who, node) for (w, node), who in of.items() if len(who) == 1)
    rows_of = tuple(dict.fromkeys((w, p) for w, p, _ in only))
    matrix = indicator_matrix((((w, p), n) for w, p, n in only), rows_of, found.nodes)
    row = {work: n for n, work in enumerate(found.works)}
    works = np.array([row[w] for w, _ in rows_of], dtype=np.int64)
    return Careers(matrix, works)


def _without_crowded(
    connection: "DuckDBPyConnection", rows: list[tuple[Any, ...]]
) -> list[tuple[Any, ...]]:
    """Leave out the rows of works that have too many authors to link them."""
    crowded = {work for (work,) in connection.execute(_CROWDED).fetchall()}
    return [row for row in rows if row[0] not in crowded]


def _places_in_works(found: Incidence, rows: list[tuple[Any, ...]]) -> Any:  # noqa: ANN401
    """Return the place of each node in each work, from 1, by rows in that order."""
    row = {work: n for n, work in enumerate(found.works)}
    column = {node: n for n, node in enumerate(found.nodes)}
    cells = [(row[work], column[node]) for work, node, *_ in rows]
    ends = np.array(cells, dtype=np.int64).reshape(-1, 2).T
    # Rows of a work stand together: the place is the distance from the first of them.
    starts = np.flatnonzero(np.diff(ends[0], prepend=-1))
    lengths = np.diff(np.append(starts, ends.shape[1]))
    within = np.arange(ends.shape[1]) - np.repeat(starts, lengths)
    places = (within + 1).astype(float)
    return sparse.csr_array((places, (ends[0], ends[1])), shape=(len(row), len(column)))


def _select(side: Side, chosen: Ints) -> Side:
    """Return a side of some of its nodes."""
    found = select_nodes(side.incidence, chosen)
    places = None if side.places is None else side.places[:, chosen]
    alone = side.alone
    if alone is not None:
        alone = replace(alone, matrix=alone.matrix[:, chosen])
    return Side(found, side.sizes, places, alone)


def _make_side(found: Incidence, places: Any, alone: Careers | None = None) -> Side:  # noqa: ANN401
    return Side(found, found.matrix.sum(axis=1), places, alone)
