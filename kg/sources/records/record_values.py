"""What a record of any dialect states → a document, with a remark on what is wrong.

A reader of records knows where its dialect keeps a title or an author, and fills in
`RecordValues` with the words of the file. What such words mean, a year within a date, a
DOI within an address, is the same in all dialects and stands here, once.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from kg.records import Affiliation, Author, Document, Remark, SubjectHeading
from kg.sources.records.fields import (
    find_year,
    record_document,
    reject_without_text,
)
from kg.sources.records.record_ids import (
    parse_orcid,
    parse_unchecked_orcid,
    parse_work_id,
)
from kg.sources.records.stated_authors import stated_authors
from kg.sources.records.stated_terms import stated_keywords, stated_subjects
from kg.sources.records.stated_texts import stated_text
from kg.text.identifiers import parse_doi
from kg.text.markup import strip_markup

_SHOWN = 60  # characters of a value in its remark


@dataclass(slots=True)
class RecordValues:
    """What a record states, each value as it stands in the file; "" and [] for nothing.

    Attributes:
        id: the record's own id (a key, an accession number), as documents are called.
        title: of the work; markup of HTML or JATS may be left in it.
        abstract: likewise, of any length.
        authors: persons and groups in order, "Given Family" or "Family, Given".
        affiliations: those of which the record does not say whose they are.
        year: anything that holds one: "2019", "2019-05-01", "May 2019".
        venue: journal, book or conference.
        doi: bare or as an address.
        keywords: the authors' own, one each.
        subjects: those of an index.
        ids: (scheme, value), scheme one of "arxiv", "openalex", "pmcid", "pmid", "s2"
            or any other word; the value may be an address.
        references: works that it cites, each a DOI, an id, or a line of text.
        type: "article", "review", … in the dialect's words.
        language: in the dialect's words.
        complaints: what the reader could not use, a sentence each.
    """

    id: str = ""
    title: str = ""
    abstract: str = ""
    authors: list[Author] = field(default_factory=list)
    affiliations: list[Affiliation] = field(default_factory=list)
    year: str = ""
    venue: str = ""
    doi: str = ""
    keywords: list[str] = field(default_factory=list)
    subjects: list[SubjectHeading] = field(default_factory=list)
    ids: list[tuple[str, str]] = field(default_factory=list)
    references: list[str] = field(default_factory=list)
    type: str = ""
    language: str = ""
    complaints: list[str] = field(default_factory=list)


def document_from_values(
    values: RecordValues, *, source: str, line: int
) -> Iterator[Document | Remark]:
    """Yield a remark on each value that is left out, then the document.

    Args:
        values: what the record states.
        source: the file's name.
        line: at which the record begins, counted from 1.

    Yields:
        Remarks without `lost`, then a Document; of a record without title and abstract
        one Remark with `lost` alone.

    >>> values = RecordValues(title="On mills", year="May 2019", doi="none")
    >>> remark, document = document_from_values(values, source="x.ris", line=7)
    >>> remark.reason, document.year
    ('DOI "none" is left out: expected something like "10.1234/x"', 2019)
    """
    title, abstract = stated_text(values.title), stated_text(values.abstract)
    complaints = list(values.complaints)
    if title is None and abstract is None:
        yield reject_without_text(complaints, source=source, line=line)
        return
    document = record_document(
        title,
        abstract,
        id=_line(values.id),
        source=source,
        record_line=line,
        venue=stated_text(values.venue),
        year=_year(values.year, complaints),
        doi=_doi(values.doi, complaints),
        authors=tuple(_authors(values)),
        keywords=stated_keywords(values.keywords),
        subjects=stated_subjects(values.subjects),
        ids=_work_ids(values.ids, complaints),
        references=_lines(values.references),
        type=_line(values.type) or None,
        language=_line(values.language) or None,
    )
    yield from (Remark(source, line, why, lost=False) for why in complaints)
    yield document


def author_from_values(
    name: str,
    complaints: list[str],
    *,
    orcid: str = "",
    affiliations: tuple[Affiliation, ...] = (),
) -> Author:
    """Return an author of a record, the ORCID checked; complain of one that is none.

    >>> author_from_values("Lee,  Ann", [], orcid="0000-0002-1825-0097").name
    'Lee, Ann'
    """
    checked = parse_orcid(orcid)
    if checked or not orcid:
        return Author(_line(name), affiliations, checked)
    unchecked = parse_unchecked_orcid(orcid)
    use = "left out" if unchecked is None else "it only tells namesakes apart"
    complaints.append(
        f'"{orcid.strip()[:_SHOWN]}" is no ORCID (four groups of four, the last digit '
        f"a check of the others, 0000-0001-5… or 0009-…): {use}"
    )
    return Author(_line(name), affiliations, None, unchecked)


def inverted_name(family: str, given: str, suffix: str = "") -> str:
    """Return one name of its parts, as lists with family names first write it.

    >>> inverted_name("Mills", "Bo", "Jr."), inverted_name("ATLAS", "")
    ('Mills, Jr., Bo', 'ATLAS')
    """
    return ", ".join(filter(None, map(_line, (family, suffix, given))))


def with_subtitle(title: str, subtitle: str) -> str:
    """Return a title with its subtitle behind it; a subtitle alone is no title.

    >>> with_subtitle("On mills", "A survey"), with_subtitle("On mills", "")
    ('On mills: A survey', 'On mills')
    """
    return f"{title}: {subtitle}" if title and subtitle else title


def _authors(values: RecordValues) -> Iterator[Author]:
    """Yield the authors that are somebody, each with the affiliations that are theirs.

    Of those of which the record does not say whose they are, a single one is that of
    all authors, and all are those of a single author; else they are those of an author
    without a name, behind the others.
    """
    named = list(stated_authors(values.authors))
    stated = tuple(place for place in values.affiliations if place.raw or place.ror)
    are_none_told = not any(author.affiliations for author in named)
    is_of_all = are_none_told and (len(stated) == 1 or len(named) == 1)
    for author in named:
        yield replace(author, affiliations=stated) if is_of_all else author
    if stated and not (is_of_all and named):
        yield Author("", stated)


def _line(value: str) -> str:
    return " ".join(value.split())


def _lines(values: list[str]) -> tuple[str, ...]:
    return tuple(filter(None, (_line(strip_markup(value)) for value in values)))


def _year(value: str, complaints: list[str]) -> int | None:
    year = find_year(value)
    if year is None and value.strip():
        complaints.append(
            f'year "{_line(value)[:_SHOWN]}" is left out: expected one such as 2019'
        )
    return year


def _doi(value: str, complaints: list[str]) -> str | None:
    doi = parse_doi(value)
    if doi is None and value.strip():
        complaints.append(
            f'DOI "{_line(value)[:_SHOWN]}" is left out: '
            'expected something like "10.1234/x"'
        )
    return doi


def _work_ids(
    ids: list[tuple[str, str]], complaints: list[str]
) -> tuple[tuple[str, str], ...]:
    """Return the ids of a work that have the form of their scheme, sorted."""
    found = set()
    for scheme, value in ids:
        work = parse_work_id(scheme, value)
        if work is not None:
            found.add((scheme, work))
        elif value.strip():
            complaints.append(f'{scheme} id "{_line(value)[:_SHOWN]}" is left out')
    return tuple(sorted(found))
