"""CNKI: a tag is a name and the same in Chinese, "Title-题名: …"."""

from collections.abc import Iterator

from kg.files.opened_file import Opened
from kg.records import Document, Remark
from kg.sources.records.tagged.tag_syntax import NAMED, Syntax
from kg.sources.records.tagged.tagged_people import values_with_people
from kg.sources.records.tagged.tagged_reader import Dialect, read_tagged
from kg.sources.records.tagged.tagged_values import Uses
from kg.sources.unused_text import Unused

_USES: Uses = {
    "SrcDatabase": "type",
    "Title": "title",
    "Author": "author",
    "Summary": "abstract",
    "Abstract": "abstract",
    "Year": "year",
    "PubTime": "year",
    "Source": "venue",
    "DOI": "doi",
    "URL": "doi within",
    "Link": "doi within",
    "Keyword": "keyword",
    "Organ": "affiliation",
    "Language": "language",
}


def parse(file: Opened) -> Iterator[Document | Remark | Unused]:
    """Yield a document a record."""
    yield from read_tagged(file, _DIALECT)


_DIALECT = Dialect(
    syntax=Syntax(
        NAMED,
        known=frozenset(),
        first=frozenset(["SrcDatabase"]),
        titles=frozenset(["Title"]),
    ),
    uses=_USES,
    read=values_with_people,
)
