"""Refer, as EndNote and bibliographies of troff write it: "%T On mills"."""

from collections.abc import Iterator

from kg.files.opened_file import Opened
from kg.records import Document, Remark
from kg.sources.records.tagged.tag_syntax import PERCENT, Syntax
from kg.sources.records.tagged.tagged_people import values_with_people
from kg.sources.records.tagged.tagged_reader import Dialect, read_tagged
from kg.sources.records.tagged.tagged_values import Uses
from kg.sources.unused_text import Unused

_USES: Uses = {
    "0": "type",
    "T": "title",
    "A": "author",
    "Q": "author",  # an organisation
    "X": "abstract",
    "D": "year",
    "8": "year",
    "J": "venue",
    "B": "venue",
    "R": "doi within",
    "U": "doi within",
    "Z": "doi within",
    "K": "keyword",
    "+": "affiliation",
    "G": "language",
    "M": "id",
    "L": "id",
    "F": "id",
}


def parse(file: Opened) -> Iterator[Document | Remark | Unused]:
    """Yield a document a record."""
    yield from read_tagged(file, _DIALECT)


_DIALECT = Dialect(
    syntax=Syntax(
        PERCENT,
        known=frozenset(),
        first=frozenset("0"),
        titles=frozenset("T"),
        open_ended=frozenset("X"),
    ),
    uses=_USES,
    read=values_with_people,
)
