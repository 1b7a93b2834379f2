"""The works that an article of JATS cites."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from kg.sources.records.xml.element_values import text_of
from kg.text.identifiers import parse_doi

_CITATIONS = (
    *("element-citation", "mixed-citation", "citation", "nlm-citation"),
    *("citation-alternatives", "note"),
)


def read_references(article: Element) -> Iterator[str]:
    """Yield each cited work by its DOI, else by PubMed's id, else in words."""
    for ref in article.findall("back//ref"):
        # Beside the citation stand labels and notes.
        cited = [child for child in ref if child.tag in _CITATIONS]
        if found := next(filter(None, map(_reference, cited or [ref])), ""):
            yield found


def _reference(citation: Element) -> str:
    ids = {
        item.get("pub-id-type", "").lower(): text_of(item)
        for item in citation.iter("pub-id")
    }
    links = [
        link.get("href", "") or text_of(link) for link in citation.iter("ext-link")
    ]
    doi = next(filter(None, map(parse_doi, [ids.get("doi", ""), *links])), None)
    pmid = ids.get("pmid")
    return doi or (f"pmid:{pmid}" if pmid else words_apart(citation))


def words_apart(element: Element) -> str:
    """Return all words in an element, those of different elements parted by spaces.

    >>> from xml.etree.ElementTree import fromstring
    >>> words_apart(fromstring("<a><b>Lee</b><c>A</c>, <d>2019</d>.</a>"))
    'Lee A, 2019.'
    """
    words = " ".join(" ".join(element.itertext()).split())
    return re.sub(r"(?<!\s)\s+([,;.:)])", r"\1", words)
