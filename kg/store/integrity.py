"""Whether the tables of a store are as a build leaves them: a person may have edited it.

What is wrong there would show anywhere later, as an answer that is wrong or as none at
all. To look at all of it takes 1.3 s for 100,000 documents with 3 million mentions and 46
million edges, and 35 ms for a hundred: columns are read, not rows.
"""

from typing import TYPE_CHECKING, NamedTuple

from kg.kinds import EDGE_KINDS, ENTITY_KINDS
from kg.records import InstitutionFacts, PersonFacts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from duckdb import DuckDBPyConnection


class Columns(NamedTuple):
    """The columns of a table, by what is in them; the last two sorts may be NULL."""

    texts: str
    numbers: str = ""
    texts_or_null: str = ""
    numbers_or_null: str = ""


TABLES: dict[str, Columns] = {
    "documents": Columns(
        "id hash source text sections authors keywords subjects msc ids references",
        "number",
        "title venue doi type language work",
        "first_line last_line record_line year",
    ),
    "mentions": Columns(
        "kind surface name field",
        "document number start_offset end_offset score",
        "role facts entity",
    ),
    "links": Columns(
        "kind", "document target score", "", "source start_offset end_offset"
    ),
    "works": Columns(
        "authors",
        "document number",
        "title venue id entity",
        "start_offset end_offset year",
    ),
    "entities": Columns(
        "id kind name aliases",
        "",
        "ror country city parent orcid shown_with shown_because",
        "salience is_data_set",
    ),
    "names": Columns("entity name folded"),
    "merges": Columns("entity kind a b rule reason verdict", "score"),
    "former_ids": Columns("former entity"),
    "broader": Columns("narrow broad"),
    "parts": Columns("part whole"),
    "rejects": Columns("source reason", "lost", "", "line"),
    "runs": Columns("name value"),
    "outputs": Columns("name digest"),
    "thresholds": Columns("name", "value"),
    "entity_kinds": Columns("kind family"),
    "edge_kinds": Columns("kind", "directed"),
    "appearances": Columns("work entity kind family", "is_author is_about is_used"),
    "sizes": Columns("work", "authors terms", "", "first_year last_year"),
    "affiliated": Columns("work person institution", "is_author"),
    "term_links": Columns("kind source target work"),
    "relations": Columns("kind source target work", "share"),
    "edges": Columns(
        "kind source target", "weight fractional strength", "", "first_year last_year"
    ),
    "nodes": Columns(
        "id kind name aliases",
        "documents",
        "ror country city parent orcid shown_with shown_because",
        "first_year last_year salience is_data_set",
    ),
}
"""What a store has: the tables of schema.sql, and those of `kg.store.relations`."""

# What is named in one column is called so in another.
_NAMED: dict[str, tuple[str, ...]] = {
    "nodes.id": (
        *("entities.id", "documents.work", "mentions.entity", "works.entity"),
        *("names.entity", "broader.narrow", "broader.broad", "parts.part"),
        *("parts.whole", "appearances.entity", "affiliated.person"),
        *("affiliated.institution", "term_links.target", "edges.source"),
        "edges.target",
    ),
    "entities.id": ("nodes.id",),
    "sizes.work": (
        *("documents.work", "appearances.work", "affiliated.work", "term_links.work"),
    ),
}
_UNIQUE = ("documents.id", "entities.id", "nodes.id", "sizes.work")

_NO_LIST = "NOT json_valid({0}) OR json_type({0}) <> 'ARRAY'"
_NO_TEXTS = f"{_NO_LIST} OR NOT list_has_all(['VARCHAR'], json_type({{0}}, '$[*]'))"
_NO_ROWS = (
    f"{_NO_LIST} OR NOT list_has_all(['ARRAY'], json_type({{0}}, '$[*]')) "
    "OR NOT list_has_all([{1}], json_array_length({0}, '$[*]'))"
)
_LISTS = (
    *(_NO_TEXTS.format(name) for name in ("keywords", "msc", '"references"')),
    *(
        _NO_ROWS.format(*of)
        for of in (
            *(("sections", "3"), ("authors", "5"), ("subjects", "3"), ("ids", "2")),
        )
    ),
)

# Each is a question for rows that no build writes, with what to say if there are any.
_FAULTS: dict[str, str] = {
    "documents without a number of their own, from 0 on": """
        SELECT 1 FROM (
            SELECT COUNT(*) n, COUNT(DISTINCT number) d, MIN(number) a, MAX(number) z
            FROM documents
        ) WHERE n > 0 AND (d < n OR a <> 0 OR z <> n - 1)""",
    "nodes of no kind": """
        SELECT 1 FROM nodes WHERE NOT list_contains($entity_kinds, kind)""",
    "edges of no kind": """
        SELECT 1 FROM edges WHERE NOT list_contains($edge_kinds, kind)""",
    "edges without a weight": """
        SELECT 1 FROM edges
        WHERE weight < 1 OR NOT isfinite(fractional) OR fractional < 0
            OR NOT isfinite(strength) OR strength < 0""",
    "nodes of no document that a document names": """
        SELECT 1 FROM nodes n JOIN appearances a ON a.entity = n.id
        WHERE n.documents < 1""",
    "nodes of a number that is none": """
        SELECT 1 FROM nodes WHERE documents < 0 OR NOT isfinite(salience)""",
    "mentions in no document, or outside of its text": """
        SELECT 1 FROM mentions m LEFT JOIN documents d ON d.number = m.document
        WHERE d.number IS NULL OR m.start_offset < 0 OR m.end_offset < m.start_offset
            OR (m.field = 'text' AND m.end_offset > length(d.text))""",
    "works in no document, or outside of its text": """
        SELECT 1 FROM works w LEFT JOIN documents d ON d.number = w.document
        WHERE d.number IS NULL OR w.start_offset < 0 OR w.end_offset < w.start_offset
            OR w.end_offset > length(d.text)""",
    "mentions without a number of their own in a document, from 0 on": """
        SELECT 1 FROM mentions GROUP BY document
        HAVING MIN(number) <> 0 OR MAX(number) <> COUNT(*) - 1
            OR SUM(number) <> COUNT(*) * (COUNT(*) - 1) / 2""",
    "links between what are no mentions": """
        SELECT 1 FROM links l
        LEFT JOIN mentions s ON s.document = l.document AND s.number = l.source
        LEFT JOIN mentions t ON t.document = l.document AND t.number = l.target
        WHERE t.number IS NULL OR (s.number IS NULL AND l.source IS NOT NULL)""",
    "scores that are no number": """
        SELECT 1 FROM mentions WHERE NOT isfinite(score)
        UNION ALL SELECT 1 FROM links WHERE NOT isfinite(score)
        UNION ALL SELECT 1 FROM merges WHERE NOT isfinite(score)""",
    "documents whose lists are none": f"""
        SELECT 1 FROM documents
        WHERE {" OR ".join(_LISTS)}""",
    "nodes whose aliases are no list": f"""
        SELECT 1 FROM nodes WHERE {_NO_TEXTS.format("aliases")}""",
    "entities whose aliases are no list": f"""
        SELECT 1 FROM entities WHERE {_NO_TEXTS.format("aliases")}""",
    "mentions whose facts are no list": f"""
        SELECT 1 FROM mentions WHERE {_NO_LIST.format("facts")}
            OR json_array_length(facts) <> CASE kind
                WHEN 'person' THEN {len(PersonFacts._fields)}
                ELSE {len(InstitutionFacts._fields)} END""",
    "works whose authors are no list": f"""
        SELECT 1 FROM works WHERE {_NO_TEXTS.format("authors")}""",
}

_ALL_COLUMNS = """
SELECT table_name, column_name,
    CASE WHEN data_type = 'VARCHAR' THEN 'text'
        WHEN regexp_matches(data_type, 'INT|DOUBLE|DECIMAL|FLOAT|BOOLEAN') THEN 'number'
        ELSE data_type END
FROM duckdb_columns() WHERE database_name = current_database() AND NOT internal
"""


def find_faults(connection: "DuckDBPyConnection") -> list[str]:
    """Return what is not as a build leaves it in a store, in words; nothing if all is.

    Where columns are missing, or of another type, no more is looked for. Tables and
    columns that a person added are nobody's business.

    Example:
        >>> from pathlib import Path
        >>> from kg.store.connection import create_store
        >>> with create_store(Path("new.duckdb")) as store:
        ...     find_faults(store)[:1]
        ['affiliated is not there']
    """
    return sorted(_missing_columns(connection)) or [
        *_empty_cells(connection),
        *_faulty_rows(connection),
    ]


def _missing_columns(connection: "DuckDBPyConnection") -> "Iterator[str]":
    """Yield the tables and columns that are missing, or of another type."""
    found: dict[str, dict[str, str]] = {}
    for table, column, kind in connection.execute(_ALL_COLUMNS).fetchall():
        found.setdefault(table, {})[column] = kind
    for table, columns in TABLES.items():
        if table not in found:
            yield f"{table} is not there"
            continue
        for column, kind in _kinds_of(columns).items():
            if found[table].get(column) != kind:
                yield f"{table} has no column {column} of {kind}s"


def _kinds_of(columns: Columns) -> "Mapping[str, str]":
    texts = columns.texts.split() + columns.texts_or_null.split()
    numbers = columns.numbers.split() + columns.numbers_or_null.split()
    return dict.fromkeys(texts, "text") | dict.fromkeys(numbers, "number")


def _empty_cells(connection: "DuckDBPyConnection") -> "Iterator[str]":
    """Yield where NULL stands in place of a value."""
    statements = [
        f"SELECT '{table}', '{column}', COUNT(*) FROM {table} "
        f'WHERE "{column}" IS NULL HAVING COUNT(*) > 0'
        for table, columns in TABLES.items()
        for column in (*columns.texts.split(), *columns.numbers.split())
    ]
    rows = connection.execute(" UNION ALL ".join(statements)).fetchall()
    for table, column, count in rows:
        yield f"{table} has no {column} in {count} rows"


def _faulty_rows(connection: "DuckDBPyConnection") -> "Iterator[str]":
    """Yield what rows are as no build writes them."""
    questions = {**dict(_names_of_nothing()), **dict(_names_of_two()), **_FAULTS}
    statements = [
        f"SELECT '{words}' WHERE EXISTS ({question})"
        for words, question in questions.items()
    ]
    kinds = {"entity_kinds": [*ENTITY_KINDS], "edge_kinds": [*EDGE_KINDS]}
    rows = connection.execute(" UNION ALL ".join(statements), kinds).fetchall()
    for (words,) in rows:
        yield f"there are {words}"


def _names_of_nothing() -> "Iterator[tuple[str, str]]":
    """Yield questions for names that nothing has, with what to say."""
    for place, places in _NAMED.items():
        named_table, named = place.split(".")
        for other in places:
            table, column = other.split(".")
            yield (
                f"{table} whose {column} is no {named} of {named_table}",
                f"SELECT 1 FROM {table} WHERE {column} IS NOT NULL "
                f"AND {column} NOT IN (SELECT {named} FROM {named_table})",
            )


def _names_of_two() -> "Iterator[tuple[str, str]]":
    """Yield questions for names that two rows have, with what to say."""
    for place in _UNIQUE:
        table, column = place.split(".")
        yield (
            f"{table} with one {column} twice",
            f"SELECT 1 FROM {table} GROUP BY {column} HAVING COUNT(*) > 1",
        )
