"""PubMed and MEDLINE: articles, and the books and chapters that PubMed has.

The element names are those of the document type definition of PubMed.
"""

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from kg.records import Affiliation, Author, SubjectHeading
from kg.sources.records.record_ids import parse_ror
from kg.sources.records.record_values import (
    RecordValues,
    author_from_values,
    inverted_name,
)
from kg.sources.records.xml.dialect import Dialect
from kg.sources.records.xml.element_values import child_text, child_texts, text_of
from kg.sources.records.xml.unread_elements import read_paths

_SCHEMES = {"pubmed": "pmid", "pmc": "pmcid", "doi": "doi", "pmcid": "pmcid"}
_PARTS = ("Year", "MedlineDate")  # of a date, that may hold the year


def _read(record: Element) -> Iterator[RecordValues]:
    """Yield the work of a PubmedArticle, a PubmedBookArticle, a MedlineCitation."""
    citation = record.find("BookDocument")
    if citation is not None:
        values = _read_book(citation)
    else:
        citation = (
            record
            if record.tag == "MedlineCitation"
            else record.find("MedlineCitation")
        )
        values = _read_citation(record if citation is None else citation)
    _read_ids(record, values)
    for data in (record.find("PubmedData"), record.find("PubmedBookData")):
        values.references += _references(data)
    values.references += _references(record.find("BookDocument"))
    # As everybody calls a record of PubMed.
    values.id = next((value for scheme, value in values.ids if scheme == "pmid"), "")
    yield values


def _read_citation(citation: Element) -> RecordValues:
    article = citation.find("Article")
    values = RecordValues(
        title=_title(article),
        abstract=_abstract(article, citation),
        venue=child_text(article, "Journal/Title", "Journal/ISOAbbreviation"),
        year=_year(article, "Journal/JournalIssue/PubDate", "ArticleDate"),
        language=child_text(article, "Language"),
        type=child_text(article, "PublicationTypeList/PublicationType"),
        keywords=child_texts(citation, "KeywordList/Keyword"),
        subjects=list(_headings(citation)),
    )
    if not values.venue:
        values.venue = child_text(citation, "MedlineJournalInfo/MedlineTA")
    if article is not None:
        values.authors = list(_authors(article, values.complaints))
    return values


def _read_book(book: Element) -> RecordValues:
    """Return what a book states, or a chapter: it has a title of its own."""
    title = child_text(book, "ArticleTitle")
    whole = child_text(book, "Book/BookTitle")
    values = RecordValues(
        title=title or whole,
        abstract=_abstract(book, book),
        venue=whole if title else "",
        year=_year(book, "Book/PubDate", "ContributionDate"),
        language=child_text(book, "Language"),
        type=child_text(book, "PublicationType"),
        keywords=child_texts(book, "KeywordList/Keyword"),
    )
    values.authors = list(_authors(book, values.complaints))
    # Of a whole book the authors stand with its title.
    if not values.authors:
        inner = book.find("Book")
        values.authors = (
            [] if inner is None else list(_authors(inner, values.complaints))
        )
    return values


def _title(article: Element | None) -> str:
    """Return the title; brackets around it say that it was translated."""
    title = child_text(article, "ArticleTitle", "VernacularTitle")
    # The original stands in "VernacularTitle".
    if title.startswith("[") and title.rstrip(".").endswith("]"):
        title = title.rstrip(".")[1:-1]
    return title


def _abstract(article: Element | None, citation: Element) -> str:
    """Return the abstract with the labels of its parts; another's if it has none."""
    own = None if article is None else article.find("Abstract")
    for abstract in [own, *citation.findall("OtherAbstract")]:
        if abstract is not None and (text := " ".join(_labelled_parts(abstract))):
            return text
    return ""


def _labelled_parts(abstract: Element) -> Iterator[str]:
    for part in abstract.findall("AbstractText"):
        text, label = text_of(part), part.get("Label", "").strip()
        if text:
            has_label = label and label.upper() != "UNLABELLED"
            yield f"{label.rstrip(':')}: {text}" if has_label else text


def _year(work: Element | None, *dates: str) -> str:
    return child_text(work, *(f"{date}/{part}" for date in dates for part in _PARTS))


def _authors(work: Element, complaints: list[str]) -> Iterator[Author]:
    """Yield the authors of all lists but those of editors; names that are void are out."""
    for author in work.findall("AuthorList/Author"):
        of_editors = author.get("Type") == "editors"
        if author.get("ValidYN") == "N" or of_editors:
            continue
        given = child_text(author, "ForeName", "FirstName", "Initials")
        name = inverted_name(
            child_text(author, "LastName"), given, child_text(author, "Suffix")
        )
        yield author_from_values(
            name or child_text(author, "CollectiveName"),
            complaints,
            orcid=_orcid(author),
            affiliations=tuple(_affiliations(author)),
        )


def _orcid(author: Element) -> str:
    ids = author.findall("Identifier")
    return next((text_of(i) for i in ids if i.get("Source", "").upper() == "ORCID"), "")


def _affiliations(author: Element) -> Iterator[Affiliation]:
    """Yield where an author works; older records have it without an "AffiliationInfo"."""
    for info in author.findall("AffiliationInfo"):
        ids = [text_of(i) for i in info.findall("Identifier")]
        ror = next(filter(None, map(parse_ror, ids)), None)
        raw = child_text(info, "Affiliation")
        if raw or ror:
            yield Affiliation(raw, ror)
    for raw in child_texts(author, "Affiliation"):
        yield Affiliation(raw)


def _headings(citation: Element) -> Iterator[SubjectHeading]:
    """Yield the headings of MeSH; one that the work is mainly about is sure."""
    for heading in citation.findall("MeshHeadingList/MeshHeading"):
        parts = [heading.find("DescriptorName"), *heading.findall("QualifierName")]
        found = [part for part in parts if part is not None]
        is_major = any(part.get("MajorTopicYN") == "Y" for part in found)
        if term := child_text(heading, "DescriptorName"):
            yield SubjectHeading("mesh", term, 1.0 if is_major else None)


def _read_ids(record: Element, values: RecordValues) -> None:
    """Take ids from where each sort of record has them; the DOI has a field of its own."""
    for scheme, value in _stated_ids(record):
        if scheme == "doi":
            values.doi = values.doi or value
        elif (scheme, value) not in values.ids:
            values.ids.append((scheme, value))


def _stated_ids(record: Element) -> Iterator[tuple[str, str]]:
    for path in ("MedlineCitation/PMID", "BookDocument/PMID", "PMID"):
        if pmid := child_text(record, path):
            yield "pmid", pmid
    lists = ("PubmedData", "BookDocument", "PubmedBookData")
    paths = [f"{name}/ArticleIdList/ArticleId" for name in lists]
    for path in [*paths, "MedlineCitation/Article/ELocationID", "Article/ELocationID"]:
        for item in record.findall(path):
            scheme = item.get("IdType", item.get("EIdType", "")).lower()
            if scheme in _SCHEMES and item.get("ValidYN") != "N":
                yield _SCHEMES[scheme], text_of(item)


def _references(data: Element | None) -> Iterable[str]:
    """Return the works that are cited: by DOI, else by PubMed's id, else in words."""
    found = [] if data is None else [*data.iter("Reference")]
    return filter(None, map(_reference, found))


def _reference(reference: Element) -> str:
    ids = {
        item.get("IdType", "").lower(): text_of(item)
        for item in reference.findall("ArticleIdList/ArticleId")
    }
    pmid = ids.get("pubmed")
    return ids.get("doi") or (
        f"pmid:{pmid}" if pmid else child_text(reference, "Citation")
    )


_ARTICLE = (
    *("PMID", "KeywordList", "MeshHeadingList", "OtherAbstract/AbstractText"),
    *("MedlineJournalInfo/MedlineTA", "Article/Journal/Title", "Article/Language"),
    *("Article/Journal/ISOAbbreviation", "Article/Journal/JournalIssue/PubDate"),
    *("Article/ArticleTitle", "Article/VernacularTitle", "Article/ELocationID"),
    *("Article/Abstract/AbstractText", "Article/AuthorList", "Article/ArticleDate"),
    "Article/PublicationTypeList",
)
_BOOK = (
    *("PMID", "ArticleIdList", "ArticleTitle", "Abstract/AbstractText", "AuthorList"),
    *("Book/BookTitle", "Book/PubDate", "Book/AuthorList", "ContributionDate"),
    *("Language", "PublicationType", "KeywordList", "ReferenceList"),
)
DIALECT = Dialect(
    records=("PubmedArticle", "PubmedBookArticle", "MedlineCitation"),
    parts=("MedlineCitation",),
    reader=lambda _file: _read,
    paths=read_paths(
        *_ARTICLE,
        *(f"MedlineCitation/{path}" for path in _ARTICLE),
        *(f"BookDocument/{path}" for path in _BOOK),
        *("PubmedData/ArticleIdList", "PubmedData/ReferenceList"),
        "PubmedBookData/ArticleIdList",
    ),
)
"""Articles, books, and the citations of MEDLINE's former files."""
