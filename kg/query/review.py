"""What resolution was least certain of, as lines that a person can put right.

The list is a file of decisions: obeyed as it stands it changes nothing.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from kg.arguments import check_count
from kg.query.answers import UncertainDecision
from kg.resolution.decisions_file import COLUMNS
from kg.text.counts import format_count
from kg.text.spreadsheet_cells import csv_lines, spreadsheet_safe

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

# Made of one document alone: a line on the names would change all the others.
_OF_ONE_DOCUMENT = (
    "surname in its document",
    "split name",
    "abbreviation by document",
    "abbreviation unclear",
)

_LEAST_DOUBT = 0.02  # below it, all but a few in hundreds are right

_UNCERTAIN = """
WITH names_in_texts AS (
    SELECT COALESCE(NULLIF(trim(m.name), ''), trim(m.surface)) AS name,
        COUNT(DISTINCT d.work) AS works
    FROM mentions m
    JOIN documents d ON d.number = m.document
    GROUP BY 1
),
weighed AS (
    SELECT m.*, least(m.score, 1 - m.score) AS doubt,
        least(COALESCE(a.works, 1), COALESCE(b.works, 1)) AS works
    FROM merges m
    LEFT JOIN names_in_texts a ON a.name = split_part(m.a, '@', 1)
    LEFT JOIN names_in_texts b ON b.name = split_part(m.b, '@', 1)
    WHERE m.rule <> 'decision' AND NOT list_contains($left_out, m.rule)
)
SELECT kind, a, b, CASE verdict WHEN 'same' THEN 'merge' ELSE verdict END AS verdict,
    reason, score, works
FROM weighed
WHERE doubt >= $least
-- Of a crowd of look-alikes, some lines each are enough to see what it is.
QUALIFY ROW_NUMBER() OVER (PARTITION BY kind, rule, a ORDER BY doubt DESC, b) <= 3
    AND ROW_NUMBER() OVER (PARTITION BY kind, rule, b ORDER BY doubt DESC, a) <= 3
ORDER BY doubt * log2(1 + works) DESC, kind, a, b, rule
LIMIT $limit
"""


def least_certain(
    connection: "DuckDBPyConnection", *, limit: int = 100
) -> list[UncertainDecision]:
    """Return what was decided with most doubt about most works, most important first.

    Doubt is the distance of the score from 0 or 1, at least 0.02; it weighs more, by
    the logarithm, the more works the rarer of both names is in.

    Example:
        >>> from kg import open_store
        >>> with open_store("outputs/examples") as store:
        ...     least_certain(store.connection)  # one merge, which nobody doubts
        []
    """
    check_count(limit, "limit")
    rows = connection.execute(
        _UNCERTAIN,
        {"limit": limit, "least": _LEAST_DOUBT, "left_out": list(_OF_ONE_DOCUMENT)},
    ).fetchall()
    return [UncertainDecision(*row) for row in rows]


def as_csv(rows: Iterable[UncertainDecision]) -> str:
    """Write rows of `least_certain` as a file of decisions, the doubt in the note.

    Example:
        >>> row = UncertainDecision("person", "A. Byron", "Ada B.", "merge", "Why.", 0.7, 1)
        >>> print(as_csv([row]), end="")
        kind,a,b,verdict,note
        person,A. Byron,Ada B.,merge,"0.70 likely one, 1 work. Why."
    """
    # A name may begin with "=": no spreadsheet may compute it.
    lines = [[spreadsheet_safe(cell) for cell in _cells(row)] for row in rows]
    return csv_lines([COLUMNS, *lines])


def _cells(row: UncertainDecision) -> tuple[str, ...]:
    works = format_count(row.works, "work")
    note = f"{row.score:.2f} likely one, {works}. {row.reason}"
    return (row.kind, row.a, row.b, row.verdict, note)
