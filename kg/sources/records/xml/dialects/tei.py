"""TEI: what GROBID reads out of a PDF, what HAL and OpenEdition have of their works.

What is read stands in the header; references stand behind the text, HAL has its works
in a list of full bibliographies instead, their organisations behind it.
"""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from kg.sources.records.record_values import RecordValues, with_subtitle
from kg.sources.records.xml.dialect import Dialect
from kg.sources.records.xml.dialects.jats_references import words_apart
from kg.sources.records.xml.dialects.tei_authors import (
    read_organisations,
    read_tei_authors,
)
from kg.sources.records.xml.element_values import (
    child_text,
    child_texts,
    english_first,
    first_text,
    text_of,
)
from kg.sources.records.xml.unread_elements import read_paths
from kg.sources.records.xml.work_links import best_doi

_SCHEMES = {"arxiv": "arxiv", "pmid": "pmid", "pmcid": "pmcid", "pubmed": "pmid"}
_LISTED = "text/body/listBibl/biblFull"
_BIBLIOGRAPHY = ("fileDesc/sourceDesc/biblStruct", "sourceDesc/biblStruct")


def _read(tei: Element) -> Iterator[RecordValues]:
    """Yield the work of a document; of HAL's, every work of its list."""
    organisations = read_organisations(tei)
    listed = tei.findall(_LISTED)
    for full in listed:
        yield _work(full, full, organisations)
    header = tei.find("teiHeader")
    if header is not None and not listed:
        values = _work(tei, header, organisations)
        values.references = list(_references(tei))
        yield values


def _work(
    tei: Element, header: Element, organisations: dict[str, Element]
) -> RecordValues:
    """Return what a header states of a work, and the bibliography in it."""
    found = (header.find(path) for path in _BIBLIOGRAPHY)
    bibliography = next((element for element in found if element is not None), None)
    statement = _first_of(header, "fileDesc/titleStmt", "titleStmt")
    profile = _first_of(header, "profileDesc")
    values = RecordValues(
        title=_title(statement)
        or _title(_first_of(bibliography, "analytic", "monogr")),
        abstract=_abstract(tei, profile),
        year=_year(header, bibliography),
        venue=_venue(bibliography),
        keywords=_keywords(profile),
        language=_language(header, profile),
    )
    # GROBID and HAL have them there, editions of journals with the title.
    analytic = _first_of(bibliography, "analytic", "monogr")
    for place in (analytic, statement):
        if place is not None and not values.authors:
            values.authors = list(
                read_tei_authors(place, organisations, values.complaints)
            )
    if bibliography is not None:
        _read_ids(bibliography, values)
    return values


def _first_of(element: Element | None, *paths: str) -> Element | None:
    found = [] if element is None else [element.find(path) for path in paths]
    return next((child for child in found if child is not None), None)


def _title(place: Element | None) -> str:
    """Return the main title, in English if there are several languages."""
    titles = [] if place is None else place.findall("title")
    main = [title for title in titles if title.get("type", "main") in ("main", "a")]
    subtitle = next(
        (text_of(title) for title in titles if title.get("type") == "sub"), ""
    )
    return with_subtitle(first_text(english_first(main)), subtitle)


def _abstract(tei: Element, profile: Element | None) -> str:
    """Return the abstract of the header, or the part of the front that is called one."""
    found = [] if profile is None else profile.findall("abstract")
    front = tei.findall("text/front/div[@type='abstract']")
    texts = (text_of(each, ["head"]) for each in [*english_first(found), *front])
    return next(filter(None, texts), "")


def _year(header: Element, bibliography: Element | None) -> str:
    for place, path in (
        (bibliography, "monogr/imprint/date"),
        (header, "fileDesc/publicationStmt/date"),
        (header, "editionStmt/edition/date"),
    ):
        for date in [] if place is None else place.findall(path):
            if found := date.get("when", "") or text_of(date):
                return found
    return ""


def _venue(bibliography: Element | None) -> str:
    """Return the journal or meeting that the work is a part of."""
    if bibliography is None or bibliography.find("analytic") is None:
        return ""
    return child_text(
        bibliography, "monogr/title", "monogr/meeting/title", "monogr/meeting"
    )


def _keywords(profile: Element | None) -> list[str]:
    """Return terms; GROBID may give all of them as one line."""
    found = [] if profile is None else profile.findall("textClass/keywords")
    # OpenEdition has lists in between.
    terms = [
        text for each in found for term in each.iter("term") if (text := text_of(term))
    ]
    lines = [text_of(each) for each in found if each.find(".//term") is None]
    return terms or [
        word for line in lines for word in line.replace(",", ";").split(";")
    ]


def _language(header: Element, profile: Element | None) -> str:
    stated = None if profile is None else profile.find("langUsage/language")
    return header.get("lang", "") if stated is None else stated.get("ident", "")


def _read_ids(bibliography: Element, values: RecordValues) -> None:
    for item in [*bibliography.findall("idno"), *bibliography.findall("*/idno")]:
        scheme = _SCHEMES.get(item.get("type", "").lower())
        if scheme:
            values.ids.append((scheme, text_of(item)))
    values.doi = _doi(bibliography)
    values.id = values.doi or next((value for _, value in values.ids), "")


def _doi(bibliography: Element) -> str:
    items = [*bibliography.findall("idno"), *bibliography.findall("*/idno")]
    return best_doi(
        text_of(item) for item in items if item.get("type", "").lower() == "doi"
    )


def _references(tei: Element) -> Iterator[str]:
    """Yield the works that are cited: by DOI, else as they were printed, else in words."""
    for listed in tei.findall("text/back//listBibl/biblStruct"):
        printed = child_text(listed, "note[@type='raw_reference']")
        yield _doi(listed) or printed or words_apart(listed)
    yield from filter(None, child_texts(tei, "text/back//listBibl/bibl"))


_BIBLIOGRAPHIES = ("analytic", "monogr", "idno")
_FULL = (
    "titleStmt",
    "sourceDesc/biblStruct",
    "profileDesc",
    "editionStmt/edition/date",
)
DIALECT = Dialect(
    records=("TEI",),
    reader=lambda _file: _read,
    paths=read_paths(
        *("teiHeader/fileDesc/titleStmt/title", "teiHeader/fileDesc/titleStmt/author"),
        *(
            f"teiHeader/fileDesc/sourceDesc/biblStruct/{path}"
            for path in _BIBLIOGRAPHIES
        ),
        *("teiHeader/fileDesc/publicationStmt/date", "teiHeader/profileDesc/abstract"),
        *(
            "teiHeader/profileDesc/textClass/keywords",
            "teiHeader/profileDesc/langUsage",
        ),
        *("text/front", "text/back", *(f"{_LISTED}/{path}" for path in _FULL)),
    ),
    header="teiHeader",
)
"""Documents, one a file or several in a corpus."""
