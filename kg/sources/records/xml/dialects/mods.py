"""MODS: what libraries and repositories have of a work, in words instead of numbers."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from kg.records import Affiliation, SubjectHeading
from kg.sources.records.record_values import (
    RecordValues,
    author_from_values,
    inverted_name,
    with_subtitle,
)
from kg.sources.records.xml.dialect import Dialect
from kg.sources.records.xml.element_values import child_text, child_texts, text_of
from kg.sources.records.xml.unread_elements import read_paths
from kg.sources.records.xml.work_links import best_doi, first_arxiv

# Roles of those who wrote it, in words and as codes of MARC.
_AUTHORS = re.compile(
    r"aut|cre|author|creator|dissertant|dis|speaker|spk|presenter", re.I
)
_DATES = ("dateIssued", "copyrightDate", "dateCreated", "dateOther")


def _read(record: Element) -> Iterator[RecordValues]:
    yield read_mods(record)


def read_mods(record: Element) -> RecordValues:
    """Return what a record states; of its host, the title is the venue."""
    host = record.find("relatedItem[@type='host']")
    values = RecordValues(
        id=child_text(record, "recordInfo/recordIdentifier"),
        title=_title(record),
        abstract=child_text(record, "abstract"),
        year=_year(record) or ("" if host is None else _year(host)),
        venue="" if host is None else _title(host),
        type=child_text(record, "genre", "typeOfResource"),
        language=child_text(record, "language/languageTerm"),
    )
    _read_authors(record, values)
    _read_subjects(record, values)
    _read_ids(record, values)
    return values


def _title(item: Element) -> str:
    """Return the title that is no translation and no abbreviation."""
    for info in item.findall("titleInfo"):
        if info.get("type", "") == "":
            article = child_text(info, "nonSort")
            title = " ".join(filter(None, [article, child_text(info, "title")]))
            return with_subtitle(title, child_text(info, "subTitle"))
    return child_text(item, "titleInfo/title")


def _year(item: Element) -> str:
    paths = [f"originInfo/{name}" for name in _DATES]
    return child_text(item, *paths, "part/date")


def _read_authors(record: Element, values: RecordValues) -> None:
    for name in record.findall("name"):
        roles = child_texts(name, "role/roleTerm")
        if not roles or any(_AUTHORS.fullmatch(role) for role in roles):
            orcid = next(
                (text_of(i) for i in name.findall("nameIdentifier") if _is_orcid(i)), ""
            )
            values.authors.append(
                author_from_values(
                    _name(name),
                    values.complaints,
                    orcid=orcid,
                    affiliations=tuple(
                        map(Affiliation, child_texts(name, "affiliation"))
                    ),
                )
            )


def _is_orcid(item: Element) -> bool:
    return (
        "orcid"
        in f"{item.get('type', '')} {item.get('typeURI', '')} {text_of(item)}".lower()
    )


def _name(name: Element) -> str:
    """Return a name of its parts: those with a type, else all that are no dates."""
    parts: dict[str, list[str]] = {}
    for part in name.findall("namePart"):
        parts.setdefault(part.get("type", ""), []).append(text_of(part))
    # Dates and titles of honour have types of their own.
    family, given = " ".join(parts.get("family", [])), " ".join(parts.get("given", []))
    whole = " ".join(parts.get("", [])) or child_text(name, "displayForm")
    return inverted_name(family, given) if family else whole or given


def _read_subjects(record: Element, values: RecordValues) -> None:
    """Take topics: those of a thesaurus are an index's, others the authors' own."""
    for subject in record.findall("subject"):
        vocabulary = subject.get("authority", "")
        for topic in child_texts(subject, "topic"):
            if vocabulary and vocabulary != "local":
                values.subjects.append(SubjectHeading(vocabulary, topic))
            else:
                values.keywords.append(topic)


def _read_ids(record: Element, values: RecordValues) -> None:
    # Where an identifier has no type, its form tells it.
    links = []
    for item in record.findall("identifier"):
        kind, words = item.get("type", "").lower(), text_of(item)
        if kind in ("doi", "uri", "url", "hdl", ""):
            links.append(words)
        elif kind in ("arxiv", "pmid", "pmcid"):
            values.ids.append((kind, words))
    links += child_texts(record, "location/url")
    values.doi = best_doi(links)
    values.ids = values.ids or first_arxiv(links)


DIALECT = Dialect(
    records=("mods",),
    reader=lambda _file: _read,
    paths=read_paths(
        *("recordInfo/recordIdentifier", "titleInfo", "abstract", "genre", "name"),
        *("typeOfResource", "language", "subject/topic", "identifier", "location/url"),
        *("relatedItem/titleInfo", "relatedItem/originInfo", "relatedItem/part"),
        *("part/date", *(f"originInfo/{name}" for name in _DATES)),
    ),
)
"""Records of a collection, or one alone."""
