"""EndNote XML, as EndNote, Mendeley, Zotero and databases write it.

Words stand in "style" elements, one for each change of type. Element names are those of
EndNote's RSXML; the capitals are those of its former exports.
"""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from kg.records import Affiliation, Author
from kg.sources.records.record_values import RecordValues
from kg.sources.records.xml.dialect import Dialect
from kg.sources.records.xml.element_values import child_text, child_texts
from kg.sources.records.xml.unread_elements import read_paths
from kg.sources.records.xml.work_links import best_doi

_LINES = re.compile(r"[\r\n]+")
_MEDLINE = re.compile(r"pubmed|medline|\bnlm\b", re.I)
_PMCID = re.compile(r"PMC\d+")
_LINKS = (
    "urls/related-urls/url",
    "urls/web-urls/url",
    "urls/text-urls/url",
    "urls/pdf-urls/url",
)


def _read(record: Element) -> Iterator[RecordValues]:
    """Yield the work of a record."""
    reference = record.find("ref-type")
    values = RecordValues(
        id=child_text(record, "accession-num"),
        title=child_text(record, "titles/title", "TITLE"),
        abstract=child_text(record, "abstract", "ABSTRACT"),
        authors=[Author(name) for name in _authors(record)],
        affiliations=[Affiliation(line) for line in _lines(record, "auth-address")],
        year=child_text(record, "dates/year", "YEAR", "dates/pub-dates/date", "DATE"),
        venue=child_text(
            record,
            *("titles/secondary-title", "periodical/full-title", "titles/alt-title"),
            *("alt-periodical/full-title", "SECONDARY_TITLE", "periodical/abbr-1"),
        ),
        keywords=[
            word
            for path in ("keywords/keyword", "KEYWORDS/KEYWORD")
            for word in _lines(record, path)
        ],
        language=child_text(record, "language"),
        type="" if reference is None else reference.get("name", ""),
    )
    _read_ids(record, values)
    yield values


def _lines(record: Element, path: str) -> Iterator[str]:
    """Yield the lines in elements: EndNote keeps a list in one, an entry a line."""
    for element in record.findall(path):
        for line in _LINES.split("".join(element.itertext())):
            if words := " ".join(line.split()):
                yield words


def _authors(record: Element) -> Iterator[str]:
    """Yield names; a comma behind one says that it is a group's."""
    for path in ("contributors/authors/author", "AUTHORS/AUTHOR"):
        for line in _lines(record, path):
            # Databases write all of them into one element.
            for name in line.split(";"):
                if name.strip(" ,"):
                    yield name.strip(" ,")


def _read_ids(record: Element, values: RecordValues) -> None:
    """Take the DOI from its field, or from an address; ids of PubMed by its name."""
    links = [link for path in _LINKS for link in child_texts(record, path)]
    stated = child_text(record, "electronic-resource-num")
    values.doi = best_doi([stated, *links]) or stated
    # Other databases have accession numbers of digits, too.
    database = child_text(record, "remote-database-name", "remote-database-provider")
    if _MEDLINE.search(database) and values.id.isdigit():
        values.ids.append(("pmid", values.id))
    if found_id := _PMCID.search(child_text(record, "custom2")):
        values.ids.append(("pmcid", found_id[0]))


DIALECT = Dialect(
    records=("record", "RECORD"),
    reader=lambda _file: _read,
    paths=read_paths(
        *(
            "accession-num",
            "titles/title",
            "titles/secondary-title",
            "titles/alt-title",
        ),
        *("abstract", "contributors/authors", "auth-address", "dates/year", "ref-type"),
        *("dates/pub-dates", "periodical/full-title", "periodical/abbr-1", "keywords"),
        *(
            "alt-periodical/full-title",
            "language",
            "electronic-resource-num",
            "custom2",
        ),
        *("remote-database-name", "remote-database-provider", *_LINKS, "ABSTRACT"),
        *("TITLE", "YEAR", "DATE", "SECONDARY_TITLE", "AUTHORS", "KEYWORDS"),
    ),
)
"""References of a library."""
