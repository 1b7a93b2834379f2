"""The cells of a row → what its record states."""

import re

from kg.records import SubjectHeading
from kg.sources.records.record_ids import SCHEME_FIELDS
from kg.sources.records.record_values import RecordValues
from kg.sources.records.tables.author_columns import RowCells, authors_of
from kg.text.identifiers import parse_arxiv, parse_doi

# What programs write where there is nothing.
_NOTHING = re.compile(
    r"""\s*(?:
        \[?no\s(?:abstract|title|source\sinformation|source|keywords?|doi|year)
          (?:\s(?:is\s)?available|\sfound|\sgiven)?\.?\]?
      | n/?a | n\.a\. | nan | null | none | nil | undefined | \#n/a | <na> | [-–—?.]+
    )\s*""",
    re.VERBOSE | re.IGNORECASE,
)
_SUBJECT, _ID = "subject:", "id:"
# "{'DOI': '10.1234/x', 'ArXiv': '2101.00001'}", as Semantic Scholar's ids are printed.
_PAIR = re.compile(r"""['"](\w+)['"]\s*:\s*['"]?([^'",}\s]+)""")
# OpenAlex's ids are addresses, of which this part is the id.
_LAST_PART = re.compile(r"https?://\S+/([^/\s]+)/?")


def without_placeholders(cells: list[str]) -> list[str]:
    """Return cells, empty where one says only that there is nothing.

    >>> without_placeholders(["Mills", "[No abstract available]", "NaN"])
    ['Mills', '', '']
    """
    return ["" if cell and _NOTHING.fullmatch(cell) else cell for cell in cells]


def values_of_row(row: RowCells) -> RecordValues:
    """Return what a row states of a record.

    >>> from kg.sources.records.tables.table_columns import read_heading
    >>> columns = read_heading(["Title", "Authors", "Date"], [])
    >>> values = values_of_row(RowCells(["On mills", "Ann Lee", "May 2001"], columns))
    >>> values.title, [author.name for author in values.authors], values.year
    ('On mills', ['Ann Lee'], 'May 2001')
    """
    complaints: list[str] = []
    url = row.first("url")
    authors, places = authors_of(row, complaints)
    return RecordValues(
        id=_key(row.first("key")),
        title=row.first("title"),
        abstract=row.first("abstract"),
        authors=authors,
        affiliations=places,
        # A column of years is surer than one of dates, which may be those of a download.
        year=row.first("year") or row.first("date"),
        venue=row.first("venue"),
        doi=row.first("doi") or _printed_doi(row) or parse_doi(url) or "",
        keywords=row.items("keywords"),
        subjects=_subjects(row),
        ids=_ids(row, url),
        references=row.items("references"),
        type=row.first("type"),
        language=row.first("language"),
        complaints=complaints,
    )


def _printed_doi(row: RowCells) -> str:
    pairs = _PAIR.findall(row.first("printed ids"))
    return next((value for name, value in pairs if name.lower() == "doi"), "")


def _key(key: str) -> str:
    """Return a record's own id; of an address its last part."""
    found = _LAST_PART.fullmatch(key)
    return found[1] if found else key


def _subjects(row: RowCells) -> list[SubjectHeading]:
    return [
        SubjectHeading(role.removeprefix(_SUBJECT), item)
        for role in row.columns.places
        if role.startswith(_SUBJECT)
        for item in row.items(role)
    ]


def _ids(row: RowCells, url: str) -> list[tuple[str, str]]:
    stated = [
        (role.removeprefix(_ID), row.first(role))
        for role in row.columns.places
        if role.startswith(_ID)
    ]
    found = [(scheme, value) for scheme, value in stated if value]
    arxiv = parse_arxiv(url) if "arxiv" in url.lower() else None
    found += _printed_ids(row.first("printed ids"))
    return [*found, ("arxiv", arxiv)] if arxiv else found


def _printed_ids(cell: str) -> list[tuple[str, str]]:
    """Return the ids of an object as Python or JSON prints it, of schemes that are known."""
    pairs = [(name.lower(), value) for name, value in _PAIR.findall(cell)]
    return [(SCHEME_FIELDS[name], v) for name, v in pairs if name in SCHEME_FIELDS]
