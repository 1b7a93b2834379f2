"""Meta tags that name a work → what it states: Highwire's, Dublin Core's, repositories'.

`citation_*` are what search engines of scholarly works ask publishers for; EPrints and
Digital Commons have names of their own; Dublin Core (RFC 2731) is the oldest. Of a field
that several of them state, the first in the table is taken.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from kg.records import Affiliation, Author
from kg.sources.html.page_head import Meta
from kg.sources.records.fields import split_keywords
from kg.sources.records.record_values import RecordValues, author_from_values
from kg.text.identifiers import parse_doi
from kg.text.names.author_lists import split_author_names

_TITLE_OF_WORK = ("citation_title", "bepress_citation_title", "eprints.title")
_TITLE = (*_TITLE_OF_WORK, "dc.title", "dcterms.title")
_AUTHORS = (
    *("citation_author", "citation_authors", "bepress_citation_author"),
    *("eprints.creators_name", "dc.creator.personalname", "dc.creator"),
    "dcterms.creator",
)
_ABSTRACT = (
    *("citation_abstract", "eprints.abstract", "dcterms.abstract"),
    *("dc.description.abstract", "bepress_citation_abstract"),
)
_DESCRIPTION = ("dc.description", "dcterms.description", "description")
_DATE = (
    *("citation_publication_date", "citation_date", "citation_year"),
    *("citation_online_date", "bepress_citation_date", "eprints.date"),
    *("dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date"),
    "prism.publicationdate",
)
_VENUE = (
    *("citation_journal_title", "citation_conference_title", "citation_conference"),
    *("citation_inbook_title", "citation_book_title", "bepress_citation_journal_title"),
    *("citation_dissertation_institution", "citation_technical_report_institution"),
    *("bepress_citation_dissertation_institution", "eprints.publication"),
    *("eprints.book_title", "prism.publicationname", "dc.source", "dcterms.ispartof"),
    "dc.relation.ispartof",
)
_DOI = ("citation_doi", "bepress_citation_doi", "prism.doi", "eprints.doi")
_KEYWORDS = (
    *("citation_keywords", "citation_keyword", "eprints.keywords"),
    *("dc.subject", "dcterms.subject"),
)
_TYPE = ("citation_article_type", "dc.type", "dcterms.type", "eprints.type")
_LANGUAGE = ("citation_language", "dc.language", "dcterms.language")
_IDS: Mapping[str, str] = {
    "citation_pmid": "pmid",
    "citation_pmcid": "pmcid",
    "citation_arxiv_id": "arxiv",
}
_IDENTIFIER = ("dc.identifier", "dcterms.identifier", "eprints.id_number")
# What stands behind an author's tag, and says something of that author.
_OF_AUTHOR = (
    *("citation_author_institution", "citation_author_affiliation"),
    *("citation_author_orcid", "bepress_citation_author_institution"),
    *("citation_author_email", "eprints.creators_orcid"),
)
_REFERENCE = "citation_reference"
_OF_WORKS = ("citation_", "bepress_citation_", "eprints.", "dc.", "dcterms.", "prism.")
_READ = frozenset(_IDS).union(
    *(_TITLE, _AUTHORS, _ABSTRACT, _DESCRIPTION, _DATE, _VENUE, _DOI, _KEYWORDS, _TYPE),
    *(_LANGUAGE, _IDENTIFIER, _OF_AUTHOR, [_REFERENCE]),
)


def is_record(metas: Sequence[Meta]) -> bool:
    """Tell whether meta tags name a work: by a title, of Dublin Core with a creator.

    >>> is_record([Meta("citation_title", "On mills", 0)]), is_record([])
    (True, False)
    """
    names = {meta.name for meta in metas}
    # Content systems write Dublin Core on any page: "DC.title" alone is a department's.
    if not names.isdisjoint(_TITLE_OF_WORK):
        return True
    return not names.isdisjoint(_TITLE) and not names.isdisjoint(_AUTHORS)


def unread_tags(metas: Sequence[Meta]) -> list[str]:
    """Return the names of tags on works that nothing reads, each as often as it stands.

    >>> unread_tags([Meta("citation_volume", "3", 0), Meta("viewport", "x", 9)])
    ['citation_volume']
    """
    return [
        meta.name
        for meta in metas
        if meta.name.startswith(_OF_WORKS) and meta.name not in _READ
    ]


def values_of_tags(metas: Sequence[Meta]) -> RecordValues:
    """Return what meta tags state of a work; its abstract only where they call it one.

    >>> metas = [Meta("citation_title", "On mills", 0), Meta("dc.creator", "Lee, Ann", 9)]
    >>> values_of_tags(metas).authors[0].name
    'Lee, Ann'
    """
    first = _Values(metas)
    values = RecordValues(
        title=first.of(_TITLE),
        abstract=first.of(_ABSTRACT),
        year=first.of(_DATE),
        venue=first.of(_VENUE),
        doi=first.of(_DOI) or _doi_among(first.all(_IDENTIFIER)),
        type=first.of(_TYPE),
        language=first.of(_LANGUAGE),
        ids=[(_IDS[m.name], m.content) for m in metas if m.name in _IDS],
        references=[_reference(m.content) for m in metas if m.name == _REFERENCE],
    )
    for keywords in first.all(_KEYWORDS):
        values.keywords += split_keywords(keywords)
    values.authors = _authors(metas, first.name_of(_AUTHORS), values.complaints)
    return values


def description_of_tags(metas: Sequence[Meta]) -> str:
    """Return what tags say that a page is about: its abstract, or the beginning of it."""
    return _Values(metas).of(_DESCRIPTION)


@dataclass(frozen=True, slots=True)
class _Values:
    """Values of tags by their names; of one field, the first name that has any."""

    metas: Sequence[Meta]

    def name_of(self, names: Sequence[str]) -> str:
        there = {meta.name for meta in self.metas}
        return next((name for name in names if name in there), "")

    def all(self, names: Sequence[str]) -> list[str]:
        name = self.name_of(names)
        return [meta.content for meta in self.metas if meta.name == name]

    def of(self, names: Sequence[str]) -> str:
        return next(iter(self.all(names)), "")


@dataclass(slots=True)
class _AuthorTags:
    """The tags of one author, in order."""

    name: str
    places: list[str] = field(default_factory=list)
    orcid: str = ""


def _authors(metas: Sequence[Meta], name: str, complaints: list[str]) -> list[Author]:
    """Read the authors' tags, each with what follows it of its own."""
    found: list[_AuthorTags] = []
    for meta in metas:
        if meta.name == name:
            found += [_AuthorTags(one) for one in _names(meta)]
        elif meta.name in _OF_AUTHOR and found:
            if "orcid" in meta.name:
                found[-1].orcid = meta.content
            elif "email" not in meta.name:
                found[-1].places.append(meta.content)
    return [
        author_from_values(
            author.name,
            complaints,
            orcid=author.orcid,
            affiliations=tuple(Affiliation(" ".join(p.split())) for p in author.places),
        )
        for author in found
    ]


def _names(meta: Meta) -> Sequence[str]:
    """Return the names in a tag: one, or a list where the tag may hold one."""
    if ";" in meta.content:
        return [name for name in meta.content.split(";") if name.strip()]
    if meta.name == "citation_authors":
        return split_author_names(meta.content)
    return [meta.content]


def _doi_among(identifiers: Sequence[str]) -> str:
    return next((each for each in identifiers if parse_doi(each)), "")


def _reference(content: str) -> str:
    """Return a reference's DOI, its title, or all of it.

    The fields of one stand in one tag: "citation_title=On mills; citation_doi=10.1/x".
    """
    parts = (part.partition("=") for part in content.split(";"))
    fields = {name.strip(): value.strip() for name, _, value in parts}
    return fields.get("citation_doi", "") or fields.get("citation_title", "") or content
