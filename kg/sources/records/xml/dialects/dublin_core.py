"""Dublin Core: the fifteen elements that repositories give of anything."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from kg.datafiles import word_list
from kg.records import Affiliation, Author
from kg.sources.records.record_ids import parse_orcid
from kg.sources.records.record_values import RecordValues, author_from_values
from kg.sources.records.xml.dialect import Dialect
from kg.sources.records.xml.element_values import (
    child_text,
    child_texts,
    english_first,
    first_text,
    is_english,
    text_of,
)
from kg.sources.records.xml.unread_elements import read_paths
from kg.sources.records.xml.work_links import best_doi, first_arxiv

# Descriptions that are remarks on the file.
_REMARK = re.compile(r"\s*(?:comments?|notes?|includes bibliographical)\b", re.I)
_NAME = re.compile(r"[^\W\d][^,;]*,\s*[^,;]+(?:,\s*(?:Jr|Sr|I{1,3}|IV)\.?)?")
_NO_VENUE = re.compile(r"https?:|www\.|[\d-]+X?$|ISSN", re.I)
_LONGEST_NAME = 5  # words
_DESCRIPTIONS = ("description", "abstract", "description.abstract")


def _read(record: Element) -> Iterator[RecordValues]:
    yield read_dublin_core(record)


def read_dublin_core(record: Element) -> RecordValues:
    """Return what the elements state, of several that which is most likely meant."""
    identifiers = child_texts(record, "identifier")
    links = (
        identifiers + child_texts(record, "relation") + child_texts(record, "source")
    )
    values = RecordValues(
        title=first_text(english_first(record.findall("title"))),
        abstract=_abstract(record),
        year=_first_date(record),
        venue=_venue(record),
        doi=best_doi(links),
        keywords=_keywords(record),
        ids=first_arxiv(identifiers),
        type=child_text(record, "type"),
        language=child_text(record, "language"),
    )
    values.authors = list(_authors(record, values.complaints))
    return values


def _venue(record: Element) -> str:
    """Return the journal of "J. Mills; Vol 1 (2019); 1-9"; addresses and ISSNs are none."""
    found = (source.split(";")[0].strip() for source in child_texts(record, "source"))
    return next((source for source in found if not _NO_VENUE.match(source)), "")


def _first_date(record: Element) -> str:
    """Return the earliest date: later ones are of changes to the record."""
    dates = [
        date
        for name in ("date", "issued", "created")
        for date in child_texts(record, name)
    ]
    return min((date for date in dates if re.search(r"\d{4}", date)), default="")


def _abstract(record: Element) -> str:
    """Return the longest description, in English if there are several languages."""
    found = [element for name in _DESCRIPTIONS for element in record.findall(name)]
    # Without any language stated, all of them are asked.
    english = [element for element in found if is_english(element)]
    texts = [text_of(element) for element in english or found]
    return max((text for text in texts if not _REMARK.match(text)), key=len, default="")


def _keywords(record: Element) -> list[str]:
    """Return the subjects; an element may hold a list of them."""
    return [
        word
        for subject in child_texts(record, "subject")
        for word in subject.split(";")
        if word.strip()
    ]


def _authors(record: Element, complaints: list[str]) -> Iterator[Author]:
    for creator in record.findall("creator"):
        orcid = next(filter(None, map(parse_orcid, creator.attrib.values())), "")
        for name, places in _names(text_of(creator)):
            yield author_from_values(name, complaints, orcid=orcid, affiliations=places)


def _names(creator: str) -> Iterator[tuple[str, tuple[Affiliation, ...]]]:
    """Yield the names in a creator: several, or one with its affiliation behind.

    >>> list(_names("Lee, Ann; Chu, Bo"))
    [('Lee, Ann', ()), ('Chu, Bo', ())]
    >>> [(name, place.raw) for name, (place,) in _names("Lee, Ann; Mill Institute, Kent")]
    [('Lee, Ann', 'Mill Institute, Kent')]
    """
    # Journals put the affiliation behind the name, libraries other names.
    parts = [part.strip() for part in creator.split(";") if part.strip()]
    if all(_is_name(part) for part in parts):
        yield from ((part, ()) for part in parts)
    else:
        yield parts[0], tuple(map(Affiliation, parts[1:]))


def _is_name(part: str) -> bool:
    """Tell whether a part is "Family, Given" of a person, as far as its form tells."""
    given = part.partition(",")[2].split()
    # "University of the West, Department of Mills" has a comma, too.
    is_short = len(part.split()) <= _LONGEST_NAME and len(given) <= 3
    return bool(_NAME.fullmatch(part)) and is_short and not _names_organisation(part)


def _names_organisation(part: str) -> bool:
    words = re.findall(r"\w+", part.lower())
    return not word_list("institutions/institution_words").isdisjoint(words)


DIALECT = Dialect(
    records=("dc", "qualifieddc", "record"),
    reader=lambda _file: _read,
    paths=read_paths(
        *("title", "creator", "subject", "description", "abstract", "date", "issued"),
        *("created", "identifier", "relation", "source", "type", "language"),
    ),
)
"""Records of Dublin Core outside of an answer of OAI-PMH."""
