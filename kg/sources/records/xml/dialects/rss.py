"""RSS of all versions: new papers of arXiv, issues of a journal."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from kg.records import SubjectHeading
from kg.sources.records.record_values import RecordValues, author_from_values
from kg.sources.records.xml.dialect import Dialect
from kg.sources.records.xml.element_values import child_text, child_texts
from kg.sources.records.xml.unread_elements import read_paths
from kg.sources.records.xml.work_links import best_doi, first_arxiv
from kg.text.markup import strip_markup
from kg.text.names.author_lists import split_author_names

# What arXiv puts behind a title, "(arXiv:2101.00001v1 [cs.LG])", and before an abstract.
_ARXIV_TITLE = re.compile(r"(?<!\s)\s*\(arXiv:[^()]*\)\s*$")
_ARXIV_ABSTRACT = re.compile(r"^\s*arXiv:\S+ Announce Type: \S+\s+Abstract:\s*", re.I)


def _read(item: Element) -> Iterator[RecordValues]:
    """Yield the work of an item."""
    # In RSS 1.0 the address is an attribute.
    links = [child_text(item, path) for path in ("guid", "link", "identifier")]
    links += [item.get("about", ""), child_text(item, "doi")]
    arxiv = first_arxiv(links)
    values = RecordValues(
        id=arxiv[0][1] if arxiv else child_text(item, "guid", "link"),
        title=_ARXIV_TITLE.sub("", child_text(item, "title")),
        abstract=_ARXIV_ABSTRACT.sub("", child_text(item, "encoded", "description")),
        year=child_text(item, "publicationDate", "coverDate", "date", "pubDate"),
        venue=child_text(item, "publicationName", "source"),
        doi=child_text(item, "doi") or best_doi(links),
        ids=arxiv,
        subjects=[
            SubjectHeading("category", term) for term in child_texts(item, "category")
        ],
    )
    values.authors = [author_from_values(name, []) for name in _names(item)]
    yield values


def _names(item: Element) -> Iterator[str]:
    """Yield names, of which an element may hold one or all of them."""
    for path in ("creator", "author"):
        found = child_texts(item, path)
        for names in found:
            yield from split_author_names(strip_markup(names))
        if found:
            return


DIALECT = Dialect(
    records=("item",),
    reader=lambda _file: _read,
    paths=read_paths(
        *(
            "guid",
            "link",
            "identifier",
            "title",
            "encoded",
            "description",
            "doi",
            "source",
        ),
        *(
            "publicationDate",
            "coverDate",
            "date",
            "pubDate",
            "publicationName",
            "category",
        ),
        *("creator", "author"),
    ),
)
"""Items of a channel."""
