"""What is behind the edges of a projection: works in common, their years, their documents."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from scipy import sparse  # type: ignore[import-untyped]

from kg.analysis.arrays import Ints
from kg.analysis.projection import Projection
from kg.graph import EVIDENCE

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_EDGES = 50_000  # looked at at a time


@dataclass(frozen=True, slots=True)
class Behind:
    """The first documents that an edge is found in, and the years of its works."""

    documents: tuple[str, ...]
    first_year: int | None
    last_year: int | None


def read_evidence(
    connection: "DuckDBPyConnection", made: Projection
) -> Iterator[Behind]:
    """Yield what is behind each edge, in the order of edges.

    Of works that share terms, that is these works themselves.

    Example:
        >>> from pathlib import Path
        >>> from kg.analysis.projection import Ways, project
        >>> from kg.store.connection import connect
        >>> with connect(Path("outputs/examples")) as connection:
        ...     made = project(connection, ("authors",), 1, Ways())
        ...     list(read_evidence(connection, made))
        [Behind(documents=('doc:1',), first_year=1840, last_year=1840)]
    """
    documents: dict[str, list[tuple[int, str]]] = {}
    rows = connection.execute("SELECT work, number, id FROM documents").fetchall()
    for work, number, document in rows:
        documents.setdefault(work, []).append((number, document))
    dated = connection.execute("SELECT work, first_year, last_year FROM sizes")
    years = {work: (first, last) for work, first, last in dated.fetchall()}
    for works in _works_behind(made):
        found = sorted(each for work in works for each in documents.get(work, ()))
        spans = [years.get(work, (None, None)) for work in works]
        firsts = [first for first, _ in spans if first is not None]
        lasts = [last for _, last in spans if last is not None]
        yield Behind(
            tuple(document for _, document in found[:EVIDENCE]),
            min(firsts, default=None),
            max(lasts, default=None),
        )


def _works_behind(made: Projection) -> Iterator[Sequence[str]]:
    """Yield the works of each edge."""
    edges, works = made.edges, made.sides[0].incidence.works
    if set(made.kinds) == {"work"}:
        for a, b in zip(edges.sources.tolist(), edges.targets.tolist(), strict=True):
            yield edges.nodes[a], edges.nodes[b]
        return
    presence = _presence(made)
    for first in range(0, len(edges.sources), _EDGES):
        some = slice(first, first + _EDGES)
        shared = _shared_works(made, presence, edges.sources[some], edges.targets[some])
        for begin, end in zip(shared.indptr[:-1], shared.indptr[1:], strict=True):
            yield [works[i] for i in shared.indices[begin:end].tolist()]


def _presence(made: Projection) -> Any:  # noqa: ANN401 - scipy has no types
    """Return which node is in which work: (nodes, works), sparse."""
    place = {node: i for i, node in enumerate(made.edges.nodes)}
    nodes = [node for side in made.sides for node in side.incidence.nodes]
    order = np.argsort([place[node] for node in nodes])
    return sparse.vstack([s.incidence.matrix.T for s in made.sides]).tocsr()[order]


def _shared_works(made: Projection, presence: Any, a: Ints, b: Ints) -> Any:  # noqa: ANN401
    """Return which work has both ends of which edge: (edges, works), sparse."""
    shared = presence[a].multiply(presence[b]).tocsr()
    alone = made.sides[0].alone
    if alone is not None and len(made.sides) == 1:
        own = alone.matrix.T.tocsr()
        rows = len(alone.works)
        ends = (np.arange(rows), alone.works)
        of_work = sparse.csr_array((np.ones(rows), ends), (rows, shared.shape[1]))
        shared = (shared - own[a].multiply(own[b]) @ of_work).tocsr()
    shared.eliminate_zeros()
    shared.sort_indices()
    return shared
