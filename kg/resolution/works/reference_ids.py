"""The identifiers in a reference of a record: "10.1000/x", "W123", "PMID: 77", a record's id."""

import re
from collections.abc import Iterator

from kg.records import Document
from kg.sources.records.record_ids import SCHEME_FIELDS, parse_work_id
from kg.text.identifiers import canonical_identifier

# Ids with their scheme in front, or as addresses that end in one.
_NAMED = re.compile(
    r"\b(?P<pmcid>PMC\d+)\b"
    r"|\b(?P<scheme>pmid|pubmed|openalex|corpus\s?id|s2)\s{0,3}[:=]?\s{0,3}(?P<id>W?\d+)\b"
    r"|(?:^|/)(?P<openalex>W\d+)/?$"
    r"|pubmed[^\s/]{0,40}/(?:[^\s/]{0,40}/)?(?P<pmid>\d+)/?$",
    re.IGNORECASE,
)
# Digits of a bare number that may be one of an index: fewer are numbers in a list.
_FEWEST_DIGITS = 5


def document_keys(document: Document) -> Iterator[str]:
    """Yield the keys by which references may name a document.

    >>> made = Document("W1", "s", "", (), doi="10.1000/X", ids=(("pmid", "12345"),))
    >>> list(document_keys(made))
    ['doi:10.1000/x', 'id:w1', 'pmid:12345', 'id:12345']
    """
    for value in (document.doi, document.id):
        if key := canonical_identifier(value):
            yield key
    yield from _bare(document.id)
    for scheme, value in document.ids:
        yield f"{scheme}:{value.casefold()}"
        yield from _bare(value)


def reference_keys(reference: str) -> Iterator[str]:
    """Yield the keys of the work that a reference names, the surest first.

    >>> list(reference_keys("SMITH J, 2003, NATURE, V421, P37, DOI 10.1038/X"))
    ['doi:10.1038/x', 'id:smith j, 2003, nature, v421, p37, doi 10.1038/x']
    >>> list(reference_keys("https://openalex.org/W77"))[0]
    'openalex:w77'
    """
    for found in _NAMED.finditer(reference):
        scheme, value = _named(found)
        if scheme and (parsed := parse_work_id(scheme, value)):
            yield f"{scheme}:{parsed.casefold()}"
    if key := canonical_identifier(reference):
        yield key
    yield from _bare(reference)


def _named(found: re.Match[str]) -> tuple[str | None, str]:
    """Return the scheme and the id that were found."""
    for scheme in ("openalex", "pmcid", "pmid"):
        if found[scheme]:
            return scheme, found[scheme]
    field = re.sub(r"\s", "", found["scheme"].lower())
    return SCHEME_FIELDS.get(field), found["id"]


def _bare(value: str) -> Iterator[str]:
    """Yield the key of a whole value, unless it is a short number."""
    plain = " ".join(value.split()).casefold()
    if plain and not (plain.isdecimal() and len(plain) < _FEWEST_DIGITS):
        yield f"id:{plain}"
