"""Why a node or an edge is there: the words that say so, with their place."""

from collections.abc import Sequence
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from kg.query.answers import DocumentEvidence, Quote
from kg.query.entity_lookup import find_entity

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

SENTENCE = 300  # characters shown at most before and behind the words that count

# The role of a term by which a work, or its author, has an edge to it; what a sentence
# says that the work does with it counts as one.
_ROLES = {
    "evaluated_on": "evaluated_on",
    "compared_with": "compared_with",
    "about": "about",
    "studies": "about",
    "uses": "uses",
    "mentions": "mentioned",
}

_QUOTES = """
SELECT d.number, d.id, d.source, d.first_line, d.title, d.text,
    m.start_offset, m.end_offset, m.surface, m.field, m.entity, m.role
FROM documents d
JOIN (
    SELECT t.document, t.entity, t.start_offset, t.end_offset, t.surface, t.field,
        COALESCE(l.kind, t.role) AS role
    FROM mentions t
    LEFT JOIN links l ON l.document = t.document AND l.target = t.number
        AND l.source IS NULL AND l.kind = $edge
    UNION ALL
    SELECT document, entity, start_offset, end_offset, title,
        CASE WHEN start_offset IS NULL THEN 'references' ELSE 'text' END, NULL
    FROM works
    UNION ALL
    SELECT number, work, NULL, NULL, title, 'title', NULL
    FROM documents
) m ON m.document = d.number AND list_contains($entities, m.entity)
WHERE $edge IS NULL OR d.work IN (
    SELECT work FROM relations
    WHERE kind = $edge AND list_contains($entities, source)
        AND list_contains($entities, target)
)
ORDER BY d.number, m.field = 'text' DESC, m.start_offset, m.end_offset, m.field
"""


def why_node(connection: "DuckDBPyConnection", name: str) -> list[DocumentEvidence]:
    """Return each document that mentions `name`, with its quotes.

    Raises:
        UnknownName: nothing is called that.

    Example:
        >>> from kg import open_store
        >>> with open_store("outputs/examples") as store:
        ...     [row.document for row in why_node(store.connection, "Ada Byron")]
        ['doc:0', 'doc:1']
    """
    entity = find_entity(connection, name)
    return _evidence(connection, [entity.id], edge=None)


def why_edge(
    connection: "DuckDBPyConnection", a: str, b: str
) -> list[DocumentEvidence]:
    """Return each document behind an edge of `a` and `b`, with the quotes of both.

    Two that several kinds of edge link have each document once a kind; two that nothing
    links have none.

    Raises:
        UnknownName: nothing is called that.

    Example:
        >>> from kg import open_store
        >>> with open_store("outputs/examples") as store:
        ...     (row,) = why_edge(store.connection, "Ada Byron", "Carl Gauss")
        >>> row.edge, [quote.surface for quote in row.quotes]
        ('coauthor', ['Ada Byron', 'Carl Gauss'])
    """
    ends = [find_entity(connection, a), find_entity(connection, b)]
    # Either end may be the source of an edge.
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
) -> list[DocumentEvidence]:
    """Return the documents that mention the entities; with `edge`, those behind it."""
    rows = connection.execute(_QUOTES, {"entities": entities, "edge": edge}).fetchall()
    answers = []
    for _, group in groupby(rows, key=lambda row: row[0]):
        quoted = list(group)
        _, identity, source, first_line, title, text = quoted[0][:6]
        in_text = [row for row in quoted if row[9] == "text"]
        saying = [row for row in in_text if row[11] == _ROLES.get(edge or "", "")]
        places = [(row[6], row[7], row[10]) for row in saying or in_text]
        answers.append(
            DocumentEvidence(
                *(identity, source, first_line, title, edge),
                quotes=tuple(_quote(first_line, text, *row[6:10]) for row in quoted),
                sentence=_sentence(text, places),
            )
        )
    return answers


def _quote(
    first_line: int | None,
    text: str,
    start: int | None,
    end: int | None,
    surface: str | None,
    field: str,
) -> Quote:
    """Quote the text, with the line; or where a record's field says it, that field."""
    if field != "text" or start is None:
        return Quote(start, end, surface, field=field)
    line = None if first_line is None else first_line + text.count("\n", 0, start)
    return Quote(start, end, text[start:end], line)


def _sentence(text: str, places: Sequence[tuple[int, int, str]]) -> str | None:
    """Return the words around the nearest mentions of both ends, or around the first.

    Args:
        text: a document's.
        places: (start, end, entity) of the mentions, by place.
    """
    if not places:
        return None
    # Mentions of both ends with none between them: where one text speaks of the two.
    both = [(one, two) for one, two in pairwise(places) if one[2] != two[2]]
    near = min(both, key=lambda pair: pair[1][1] - pair[0][0], default=None)
    first, last = near or (places[0], places[0])
    start = first[0]
    end = last[1] if last[1] - start <= SENTENCE else first[1]
    # To the ends of the sentence or line, where they are not too far away.
    left = max(text.rfind(mark, 0, start) + len(mark) for mark in (". ", "\n", "? "))
    left = max(left if left > 1 else 0, start - SENTENCE)
    stops = [text.find(mark, end) for mark in (". ", ".\n", "\n", "? ")]
    right = min([stop + 1 for stop in stops if stop >= 0], default=len(text))
    return text[left : min(right, end + SENTENCE)].strip()
