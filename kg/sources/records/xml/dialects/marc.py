"""MARC 21 in XML: fields by number, subfields by letter, as libraries have them."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from kg.records import Affiliation, SubjectHeading
from kg.sources.records.record_values import RecordValues, author_from_values
from kg.sources.records.xml.dialect import Dialect
from kg.sources.records.xml.element_values import child_text, text_of
from kg.sources.records.xml.unread_elements import read_paths
from kg.sources.records.xml.work_links import best_doi

# What the rules of cataloguing put behind each part.
_PUNCTUATION = " /:;,="
_PEOPLE = ("100", "110", "111", "700", "710")
_AUTHORS = re.compile(r"aut|cre|author|creator|joint author|dis|dissertant", re.I)
_THESAURI = {"0": "lcsh", "2": "mesh"}  # by the second indicator
_SCHEMES = {"arxiv": "arxiv", "pmid": "pmid", "pubmed": "pmid", "pmc": "pmcid"}


def _read(record: Element) -> Iterator[RecordValues]:
    yield read_marc(record)


def read_marc(record: Element) -> RecordValues:
    """Return what the fields of a record state."""
    fields = [(field.get("tag", ""), field) for field in record.findall("datafield")]
    values = RecordValues(
        id=child_text(record, "controlfield[@tag='001']"),
        title=_title(fields),
        abstract=next(_subfields(fields, "520", "a"), ""),
        year=next(_years(fields), ""),
        venue=next(_subfields(fields, "773", "tp"), ""),
        keywords=[*_subfields(fields, "653", "a")],
        language=next(_subfields(fields, "041", "a"), ""),
    )
    for tag, field in fields:
        if tag in _PEOPLE:
            _read_author(field, values)
        elif tag == "650":
            _read_subject(field, values)
        elif tag == "024":
            _read_id(field, values)
    links = [*_subfields(fields, "856", "u")]
    values.doi = values.doi or best_doi(links)
    return values


_Fields = list[tuple[str, Element]]


def _subfields(fields: _Fields, tag: str, codes: str) -> Iterator[str]:
    """Yield the words of subfields, without the punctuation behind them."""
    for number, field in fields:
        if number == tag:
            yield from _codes(field, codes)


def _codes(field: Element, codes: str) -> Iterator[str]:
    for subfield in field.findall("subfield"):
        words = text_of(subfield).rstrip(_PUNCTUATION)
        if words and subfield.get("code", "") in codes:
            yield words


def _title(fields: _Fields) -> str:
    return ": ".join(_subfields(fields, "245", "ab"))


def _years(fields: _Fields) -> Iterator[str]:
    for tag, codes in (
        ("260", "c"),
        ("264", "c"),
        ("773", "y"),
        ("502", "d"),
        ("269", "c"),
    ):
        yield from _subfields(fields, tag, codes)


def _read_author(field: Element, values: RecordValues) -> None:
    """Take a person or body that has no role, or that of an author."""
    # In words, or as the code of one.
    roles = [*_codes(field, "e4")]
    name = " ".join(_codes(field, "a" if field.get("tag") in ("100", "700") else "ab"))
    if name and (
        not roles or any(_AUTHORS.fullmatch(role.rstrip(".")) for role in roles)
    ):
        # Libraries give it as an authority, INSPIRE as an identifier.
        orcids = [link for link in _codes(field, "01j") if "orcid" in link.lower()]
        places = tuple(map(Affiliation, _codes(field, "uv")))
        values.authors.append(
            author_from_values(
                name,
                values.complaints,
                orcid=next(iter(orcids), ""),
                affiliations=places,
            )
        )


def _read_subject(field: Element, values: RecordValues) -> None:
    vocabulary = _THESAURI.get(field.get("ind2", "")) or next(_codes(field, "2"), "")
    for term in _codes(field, "a"):
        values.subjects.append(SubjectHeading(vocabulary, term.rstrip(".")))


def _read_id(field: Element, values: RecordValues) -> None:
    scheme, value = next(_codes(field, "2"), "").lower(), next(_codes(field, "a"), "")
    if scheme == "doi":
        values.doi = values.doi or value
    elif scheme in _SCHEMES:
        values.ids.append((_SCHEMES[scheme], value))


DIALECT = Dialect(
    records=("record",),
    reader=lambda _file: _read,
    paths=read_paths("datafield", "controlfield", "leader"),
)
"""Records of a collection, or one alone."""
