"""Why a node or an edge is there: the words that say so, with their place."""

from collections.abc import Sequence
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Any

from kg.query.questions import find_entity

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

SENTENCE = 300  # characters shown at most before and behind the words that count

_QUOTES = """
SELECT d.number, d.id, d.source, d.first_line, d.title, d.text,
    m.start_offset, m.end_offset, m.surface, m.field, m.entity
FROM documents d
JOIN (
    SELECT document, entity, start_offset, end_offset, surface, field
    FROM mentions
    UNION ALL
    SELECT document, entity, start_offset, end_offset, title, 'text'
    FROM works
    UNION ALL
    SELECT number, work, NULL, NULL, title, 'title'
    FROM documents
) m ON m.document = d.number AND list_contains($entities, m.entity)
WHERE $edge IS NULL OR d.work IN (
    SELECT work FROM relations
    WHERE kind = $edge AND list_contains($entities, source)
        AND list_contains($entities, target)
)
ORDER BY d.number, m.field = 'text' DESC, m.start_offset, m.end_offset, m.field
"""


def why_node(connection: "DuckDBPyConnection", name: str) -> list[dict[str, Any]]:
    """Return each document that mentions `name`, with its quotes.

    A quote has start, end and surface in the document's text, and the line of the
    source that it stands on (counted from 0; None for records); or the field of a
    record.

    Raises:
        UnknownName: nothing is called that.
    """
    entity = find_entity(connection, name)
    return _evidence(connection, [entity.id], edge=None)


def why_edge(connection: "DuckDBPyConnection", a: str, b: str) -> list[dict[str, Any]]:
    """Return each document behind an edge of `a` and `b`, with the quotes of both.

    Two that are linked in several ways have each document once a way; two that nothing
    links have none.

    Raises:
        UnknownName: nothing is called that.
    """
    ends = [find_entity(connection, a), find_entity(connection, b)]
    ids = sorted(end.id for end in ends)
    kinds = connection.execute(
        "SELECT DISTINCT kind FROM edges "
        "WHERE least(source, target) = ? AND greatest(source, target) = ? "
        "ORDER BY kind",
        ids,
    ).fetchall()
    both = [end.id for end in ends]
    return [row for (kind,) in kinds for row in _evidence(connection, both, edge=kind)]


def _evidence(
    connection: "DuckDBPyConnection", entities: list[str], *, edge: str | None
) -> list[dict[str, Any]]:
    rows = connection.execute(_QUOTES, {"entities": entities, "edge": edge}).fetchall()
    answers = []
    for _, group in groupby(rows, key=lambda row: row[0]):
        quotes = list(group)
        _, identity, source, first_line, title, text = quotes[0][:6]
        answers.append(
            {
                "document": identity,
                "source": source,
                "first_line": first_line,
                "title": title,
                "edge": edge,
                "quotes": [_quote(first_line, text, *quote[6:10]) for quote in quotes],
                "sentence": _sentence(
                    text, [(q[6], q[7], q[10]) for q in quotes if q[9] == "text"]
                ),
            }
        )
    return answers


def _quote(
    first_line: int | None,
    text: str,
    start: int | None,
    end: int | None,
    surface: str | None,
    field: str,
) -> dict[str, Any]:
    """Quote the text; where a record's field says it, name the field."""
    if field != "text" or start is None:
        return {"start": start, "end": end, "surface": surface, "field": field}
    line = None if first_line is None else first_line + text.count("\n", 0, start)
    return {"start": start, "end": end, "surface": text[start:end], "line": line}


def _sentence(text: str, places: Sequence[tuple[int, int, str]]) -> str | None:
    """Return the words around the nearest mentions of both ends, or around the first.

    Args:
        text: a document's.
        places: (start, end, entity) of the mentions, by place.
    """
    if not places:
        return None
    both = [(one, two) for one, two in pairwise(places) if one[2] != two[2]]
    near = min(both, key=lambda pair: pair[1][1] - pair[0][0], default=None)
    first, last = near or (places[0], places[0])
    start = first[0]
    end = last[1] if last[1] - start <= SENTENCE else first[1]
    left = max(text.rfind(mark, 0, start) + len(mark) for mark in (". ", "\n", "? "))
    left = max(left if left > 1 else 0, start - SENTENCE)
    stops = [text.find(mark, end) for mark in (". ", ".\n", "\n", "? ")]
    right = min([stop + 1 for stop in stops if stop >= 0], default=len(text))
    return text[left : min(right, end + SENTENCE)].strip()
