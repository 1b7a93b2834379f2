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
# Ranks behind all of a vendor's own, and behind all that stand in the table.
_COMMON, _GUESSED = 1000, 9000
# Longer headings, but for those of what a work is in, and of what is known of its authors.
_LONGER = {
    "title": re.compile(
        r"(?!.{0,60}(?:journal|source|series|book|conference|publication"
        r"|proceeding|short|running"
        r"|container|secondary|job|sub|venue|event|host|session|foreign|abbr))"
        r"(?:.{1,20}title|title(?:of|in|en|text).{1,20})"
    ),
    "abstract": re.compile(
        r".{1,20}abstract|abstract(?:of|in|en|summary|text|or).{0,20}"
    ),
    "authors": re.compile(
        r"(?!.{0,60}(?:id|citing|count|number|corresp|affil|mail|keyword|addr"
        r"|inst|ountr|nation|book))"
        r"(?:.{1,20}authors|authors.{1,20})"
    ),
    "affiliations": re.compile(
        r"(?!.{0,60}(?:id|count|city|number|current)).{0,20}affiliations?.{0,20}"
    ),
}


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
    return own or _table_of("").get(key) or _guessed(key)


def _guessed(key: str) -> tuple[tuple[str, int], ...]:
    """Return the role of a heading that is longer than those of the table.

    "Full title of the paper" is asked only where no other has titles.
    """
    if any(map(str.isdigit, key)):  # a column of one person of several
        return ()
    roles = (role for role, form in _LONGER.items() if form.fullmatch(key))
    return tuple((role, _GUESSED) for role in roles)


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
