"""The headings of tables, as they are compared, and what columns under them hold.

Headings are compared without case, accents, signs and blanks: "Author(s)", "author_s"
and "AuthorS" are one. What a vendor calls otherwise than all others stands in
`table_dialects`; what it calls as others do is in the common table, a data file.
"""

import re
from collections import defaultdict
from functools import lru_cache

from kg.datafiles import table
from kg.sources.records.tables.table_dialects import DIALECTS
from kg.text.folding import strip_accents

_SIGNS = re.compile(r"[\W_]+")
_COMMON = 1000  # rank behind all of a vendor's own


@lru_cache(maxsize=1 << 12)
def heading_key(heading: str) -> str:
    """Return a heading as it is compared.

    >>> heading_key("Author(s) ID"), heading_key("PubYear"), heading_key("Título")
    ('authorsid', 'pubyear', 'titulo')
    """
    return _SIGNS.sub("", strip_accents(heading).casefold())


@lru_cache(maxsize=1 << 12)
def roles_of(key: str, dialect: str = "") -> tuple[tuple[str, int], ...]:
    """Return what a column under a heading holds, each role with the heading's rank in it.

    Args:
        key: the heading, as `heading_key` gives it.
        dialect: the name of the dialect whose own headings come first.

    >>> [role for role, _ in roles_of("di")], roles_of("colour")
    (['doi'], ())
    """
    own = _table_of(dialect).get(key) if dialect else None
    return own or _table_of("").get(key, ())


@lru_cache(maxsize=len(DIALECTS) + 1)
def _table_of(dialect: str) -> dict[str, tuple[tuple[str, int], ...]]:
    """Return heading → its roles, of a dialect or of the common table."""
    found: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
    rows = _rows_of(dialect) if dialect else _common_rows()
    for rank, (heading, role) in enumerate(rows, start=0 if dialect else _COMMON):
        found[heading_key(heading)].append((role, rank))
    return {key: tuple(roles) for key, roles in found.items()}


def _rows_of(name: str) -> list[tuple[str, str]]:
    return [
        (heading, role)
        for dialect in DIALECTS
        if dialect.name == name
        for role, headings in dialect.roles.items()
        for heading in headings
    ]


def _common_rows() -> list[tuple[str, str]]:
    rows = table("sources/column_headings")
    return [(row["heading"], row["role"]) for row in rows]
