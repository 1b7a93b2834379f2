"""ReDIF, the templates of RePEc: "Author-Name: Ann Lee", the author's place below."""

from collections.abc import Iterator
from dataclasses import replace

from kg.files.opened_file import Opened
from kg.records import Affiliation, Author, Document, Remark
from kg.sources.records.record_values import RecordValues, author_from_values
from kg.sources.records.tagged.tag_syntax import COLON, Syntax
from kg.sources.records.tagged.tagged_reader import Dialect, read_tagged
from kg.sources.records.tagged.tagged_values import (
    FieldsByUse,
    Uses,
    as_text,
    values_from_fields,
)
from kg.sources.unused_text import Unused

_TAGS: Uses = {
    "Template-Type": "type",
    "Title": "title",
    "Author-Name": "author",
    "Author-Workplace-Name": "workplace",
    "Abstract": "abstract",
    "Year": "year",
    "Creation-Date": "year",
    "Publication-Date": "year",
    "Revision-Date": "year",
    "Journal": "venue",
    "Book-Title": "venue",
    "In-Book": "venue",
    "Series": "venue",
    "DOI": "doi",
    "X-DOI": "doi",
    "File-URL": "doi within",
    "Keywords": "keyword",
    "Handle": "id",
    "Language": "language",
}
_OTHERS = """
Article-Handle Author-Email Author-Fax Author-Homepage Author-Name-First Author-Name-Last
Author-Person Author-Phone Author-Postal Author-Workplace-Email Author-Workplace-Homepage
Author-Workplace-Location Author-Workplace-Phone Author-Workplace-Postal Availability Chapter
Classification-JEL Contact-Email Edition Editor-Email Editor-Name Editor-Workplace-Name File-Format
File-Function File-Restriction File-Size HasChapter ISBN ISSN Issue Length Month Note Number
Number-Of-Pages Order-URL Pages Paper-Handle Price Provider-Name Publication-Status
Publication-Type Publisher-Name Size Volume
"""
# Names of tags are written in capitals or not.
_USES = {
    spelling: use
    for tag, use in _TAGS.items()
    for spelling in (tag, tag.capitalize(), tag.lower(), tag.upper(), tag.title())
}


def parse(file: Opened) -> Iterator[Document | Remark | Unused]:
    """Yield a document a template."""
    yield from read_tagged(file, _DIALECT)


def _read(fields: FieldsByUse) -> RecordValues:
    values = values_from_fields(fields)
    authors: list[Author] = []
    for each in fields.in_order("author", "workplace"):
        text = as_text(each.value)
        # What stands below a name is that author's, up to the next.
        if _USES[each.tag] == "author":
            authors.append(author_from_values(text, values.complaints))
        elif authors:
            place = (*authors[-1].affiliations, Affiliation(text))
            authors[-1] = replace(authors[-1], affiliations=place)
    values.authors = authors
    return values


_DIALECT = Dialect(
    syntax=Syntax(
        COLON,
        known=frozenset([*_USES, *_OTHERS.split(), *_OTHERS.lower().split()]),
        first=frozenset(tag for tag, use in _USES.items() if use == "type"),
        titles=frozenset(tag for tag, use in _USES.items() if use == "title"),
    ),
    uses=_USES,
    read=_read,
)
