"""What a store holds, in numbers: for a glance at it."""

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from kg.kinds import ENTITY_KINDS
from kg.text.counts import format_count

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


@dataclass(frozen=True, slots=True)
class Contents:
    """Counts of nodes and edges by kind, of documents, and the years they span.

    `years` are the first and the last, None where no document has one.
    """

    nodes: Mapping[str, int]
    edges: Mapping[str, int]
    documents: int
    years: tuple[int, int] | None


def count_contents(connection: "DuckDBPyConnection") -> Contents:
    """Count what a store holds; kinds of node in the order in which people read them."""
    nodes = _count_by_kind(connection, "nodes")
    rows = connection.execute(
        "SELECT COUNT(*), MIN(year), MAX(year) FROM documents"
    ).fetchall()
    ((documents, first, last),) = rows  # an aggregate has one row, whatever there is
    return Contents(
        nodes={kind: nodes[kind] for kind in ENTITY_KINDS if kind in nodes},
        edges=_count_by_kind(connection, "edges"),
        documents=documents,
        years=None if first is None else (first, last),
    )


def _count_by_kind(connection: "DuckDBPyConnection", table: str) -> dict[str, int]:
    rows = connection.execute(
        f"SELECT kind, COUNT(*) FROM {table} GROUP BY kind ORDER BY kind"
    ).fetchall()
    return dict(rows)


def describe_contents(contents: Contents) -> list[str]:
    """Return what a store holds in words: nodes, edges, documents with their years.

    >>> describe_contents(Contents({"person": 2}, {"coauthor": 1}, 1, (1830, 1840)))
    ['2 people', '1 edge', '1 document, 1830–1840']
    """
    nodes = ", ".join(
        format_count(number, kind, ENTITY_KINDS[kind].plural)
        for kind, number in contents.nodes.items()
    )
    edges = format_count(sum(contents.edges.values()), "edge", "edges")
    documents = format_count(contents.documents, "document", "documents")
    years = "" if contents.years is None else f", {_span(*contents.years)}"
    return [nodes or "no nodes", edges, documents + years]


def contents_as_html(contents: Contents, *, title: str) -> str:
    """Return what a store holds as a table of HTML, under a title, a kind a row."""
    nodes = ((ENTITY_KINDS[kind].plural, n) for kind, n in contents.nodes.items())
    edges = ((f"edges, {kind}", number) for kind, number in contents.edges.items())
    rows = [*nodes, *edges, ("documents", contents.documents)]
    cells = [(name, f"{number:,}") for name, number in rows]
    if contents.years is not None:
        cells.append(("years", _span(*contents.years)))
    body = "".join(
        f"<tr><th>{escape(name)}</th><td>{escape(cell)}</td></tr>"
        for name, cell in cells
    )
    return f"<table><caption>{escape(title)}</caption>{body}</table>"


def _span(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}–{last}"
