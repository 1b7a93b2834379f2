"""The fields of a BibTeX entry → what it states, whoever exported it.

The fields are those of BibTeX and biblatex, and those that Web of Science, Scopus,
DBLP, the ACL Anthology and reference managers add.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kg.records import Document, Remark, SubjectHeading
from kg.sources.records.affiliation_owners import (
    AuthorIndex,
    StatedAffiliation,
    find_orcids,
    read_affiliation,
    with_affiliations,
)
from kg.sources.records.bibtex_names import bibtex_authors, bibtex_people
from kg.sources.records.fields import find_dated, join_lines, split_keywords
from kg.sources.records.record_ids import parse_work_id
from kg.sources.records.record_values import RecordValues, document_from_values
from kg.text.identifiers import find_doi, parse_arxiv, parse_doi
from kg.text.latex import decode_latex_field

READ_FIELDS = frozenset(
    [
        *("title", "subtitle", "booktitle", "maintitle", "shorttitle", "abstract"),
        *("author", "year", "date", "journal", "journaltitle", "crossref", "doi"),
        *("eprint", "archiveprefix", "eprinttype", "url", "pmid", "pmcid"),
        "howpublished",
        *("keywords", "keyword", "author_keywords", "keywords-plus", "language"),
        *("langid", "type", "document_type", "affiliation", "affiliations", "orcid"),
        *("orcid-numbers", "cited-references", "references", "school", "institution"),
    ]
)
"""The fields that are read, in lower case."""
LISTS = frozenset(["keywords", "keyword", "author_keywords", "affiliations"])
"""Those that exports repeat, a value each."""

_VENUES = ("journal", "journaltitle", "booktitle", "maintitle")
# A whole volume: what others call its title may stand in other fields.
_TITLES = ("title", "booktitle", "maintitle", "shorttitle")
_OF_AUTHORS = (
    "thesis",
    "phdthesis",
    "mastersthesis",
    "bathesis",
    "techreport",
    "report",
)


@dataclass(frozen=True, slots=True)
class BibtexEntry:
    """An entry: its kind and the names of its fields in lower case, values as they stand."""

    key: str
    kind: str
    line: int
    fields: Mapping[str, str]


def document_from_entry(
    entry: BibtexEntry, *, source: str
) -> Iterator[Document | Remark]:
    """Yield remarks on what of an entry is left out, then its document.

    Yields:
        Of an entry without title and abstract one Remark with `lost` alone.
    """
    values = values_from_entry(entry)
    if values.title or values.abstract:
        yield from document_from_values(values, source=source, line=entry.line)
    else:
        reason = f'entry "{entry.key}" has neither title nor abstract'
        yield Remark(source, entry.line, reason)


def values_from_entry(entry: BibtexEntry) -> RecordValues:
    """Return what an entry states.

    >>> fields = {"title": "On mills", "year": "in press", "date": "2019-05"}
    >>> values_from_entry(BibtexEntry("lee19", "article", 1, fields)).year
    '2019-05'
    """
    fields = entry.fields
    values = RecordValues(id=entry.key, abstract=_text(fields, "abstract"))
    values.title, in_title = _title(fields)
    venues = (_text(fields, name) for name in _VENUES if name != in_title)
    values.venue = next(filter(None, venues), "")
    dates = (_text(fields, name) for name in ("year", "date"))
    values.year = find_dated(filter(None, dates))
    values.doi = _identifier(fields) or _text(fields, "doi")
    values.ids = list(_ids(fields))
    values.type = _text(fields, "document_type", "type") or entry.kind
    values.language = _text(fields, "language", "langid")
    values.references = list(_references(fields))
    _add_terms(values, fields)
    _add_people(values, entry)
    return values


def _text(fields: Mapping[str, str], *names: str) -> str:
    """Return the first of some fields that has a value, decoded."""
    texts = (decode_latex_field(fields[name]) for name in names if name in fields)
    return next(filter(None, texts), "")


def _title(fields: Mapping[str, str]) -> tuple[str, str]:
    """Return the title with its subtitle, and the name of the field it is from."""
    name = next((name for name in _TITLES if _text(fields, name)), "")
    title, subtitle = _text(fields, name), _text(fields, "subtitle")
    is_apart = name == "title" and subtitle and subtitle.lower() not in title.lower()
    return f"{title}: {subtitle}" if is_apart else title, name


def _identifier(fields: Mapping[str, str]) -> str | None:
    """Return an entry's DOI; else that of its arXiv number, or in its address."""
    for value in (fields.get("doi", ""), _arxiv(fields), fields.get("url", "")):
        found = parse_doi(decode_latex_field(value).replace(" ", "")) if value else None
        if found:
            return found
    return find_doi(decode_latex_field(fields.get("howpublished", "")))


def _arxiv(fields: Mapping[str, str]) -> str:
    """Return "arXiv:2101.00001" of an entry that has a number of arXiv's."""
    eprint = fields.get("eprint", "").strip("{} ")
    archive = fields.get("archiveprefix", fields.get("eprinttype", "arxiv"))
    is_arxiv = archive.strip("{} ").lower() == "arxiv"
    return f"arXiv:{eprint.removeprefix('arXiv:')}" if eprint and is_arxiv else ""


def _ids(fields: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    arxiv = parse_arxiv(_arxiv(fields))
    if arxiv:
        yield "arxiv", arxiv
    for scheme in ("pmid", "pmcid"):
        value = _text(fields, scheme)
        if value and parse_work_id(scheme, value):
            yield scheme, value


def _add_terms(values: RecordValues, fields: Mapping[str, str]) -> None:
    """Add keywords: those of the authors, where an export has others besides."""
    stated = _text(fields, "keywords", "keyword")
    own = _text(fields, "author_keywords")
    values.keywords = list(split_keywords(own or stated))
    indexed = {"keywords plus": _text(fields, "keywords-plus")}
    indexed["index keywords"] = stated if own else ""
    values.subjects = [
        SubjectHeading(vocabulary, term)
        for vocabulary, terms in indexed.items()
        for term in split_keywords(terms)
    ]


def _add_people(values: RecordValues, entry: BibtexEntry) -> None:
    """Add authors, each with the ORCID and the affiliations that are said to be theirs."""
    fields = entry.fields
    people = bibtex_people(fields.get("author", ""))
    index = AuthorIndex(person.name for person in people)
    listed = fields.get("orcid-numbers", "").replace("\n", ";").split(";")
    orcids = find_orcids(map(decode_latex_field, listed), index)
    if "orcid" in fields and len(people) == 1:
        orcids[0] = _text(fields, "orcid")
    authors = bibtex_authors(people, values.complaints, orcids=orcids)
    stated = list(_affiliations(fields, index))
    if entry.kind in _OF_AUTHORS:
        places = (_text(fields, "school"), _text(fields, "institution"))
        stated += [StatedAffiliation((), place) for place in places if place]
    values.authors, values.affiliations = with_affiliations(authors, stated, index)


def _affiliations(
    fields: Mapping[str, str], index: AuthorIndex
) -> Iterator[StatedAffiliation]:
    """Yield affiliations: a line each with names in front, or in a list."""
    for line in _lines(fields.get("affiliations") or fields.get("affiliation", "")):
        whole = read_affiliation(line, index)
        if whole.owners:
            yield whole
        else:
            yield from (read_affiliation(part, index) for part in line.split(";"))


def _references(fields: Mapping[str, str]) -> Iterator[str]:
    """Yield the works cited: a line each (Web of Science), or in a list (Scopus)."""
    yield from _lines(fields.get("cited-references", ""))
    listed = _text(fields, "references").split(";")
    yield from (reference.strip() for reference in listed if reference.strip())


def _lines(value: str) -> list[str]:
    """Return the lines of a value, decoded; one without a full stop goes on."""
    lines = map(decode_latex_field, value.strip("{}").split("\n"))
    return join_lines(filter(None, lines), lambda item, _: not item.endswith("."))
