"""NoteExpress: "{Title}: On mills", as CNKI, Wanfang and CQVIP export it."""

from collections.abc import Iterator

from kg.files.opened_file import Opened
from kg.records import Document, Remark
from kg.sources.records.tagged.tag_syntax import BRACES, Syntax
from kg.sources.records.tagged.tagged_people import values_with_people
from kg.sources.records.tagged.tagged_reader import Dialect, read_tagged
from kg.sources.records.tagged.tagged_values import Uses
from kg.sources.unused_text import Unused

_USES: Uses = {
    "Reference Type": "type",
    "Title": "title",
    "Translated Title": "title",
    "Author": "author",
    "Abstract": "abstract",
    "Translated Abstract": "abstract",
    "Year": "year",
    "Date": "year",
    "Journal": "venue",
    "Secondary Title": "venue",
    "Tertiary Title": "venue",
    "DOI": "doi",
    "URL": "doi within",
    "Keywords": "keyword",
    "Author Address": "affiliation",
    "Author Affiliation": "affiliation",
    "Language": "language",
    "Accession Number": "id",
}


def parse(file: Opened) -> Iterator[Document | Remark | Unused]:
    """Yield a document a record."""
    yield from read_tagged(file, _DIALECT)


_DIALECT = Dialect(
    syntax=Syntax(
        BRACES,
        known=frozenset(),
        first=frozenset(["Reference Type"]),
        titles=frozenset(["Title"]),
    ),
    uses=_USES,
    read=values_with_people,
)
