"""DBLP: the dump, an excerpt of it, a person's page, results of a search.

A name that several people have stands with a number of its own ("Wei Wang 0001"), which
tells them apart.
"""

from collections.abc import Iterable
from xml.etree.ElementTree import Element

from kg.records import Author
from kg.sources.records.record_values import RecordValues, author_from_values
from kg.sources.records.xml.dialect import Dialect
from kg.sources.records.xml.element_values import child_text, child_texts, text_of
from kg.sources.records.xml.unread_elements import read_paths
from kg.sources.records.xml.work_links import best_doi, first_arxiv

_WORKS = (
    *("article", "inproceedings", "incollection", "proceedings", "book"),
    *("phdthesis", "mastersthesis", "data"),
)
_NO_WORKS = {"www": "home pages of people", "person": "people"}


def _read(record: Element) -> Iterable[RecordValues | str]:
    """Yield the work of a record, of the dump or of a search's "info"."""
    # People's pages of some years stand in "article", others in "www".
    is_home_page = record.get("key", "").startswith("homepages/")
    if record.tag in _NO_WORKS or is_home_page:
        yield _NO_WORKS.get(record.tag, _NO_WORKS["www"])
        return
    values = RecordValues(
        id=record.get("key", "") or child_text(record, "key"),
        title=_without_stop(child_text(record, "title")),
        year=child_text(record, "year"),
        venue=child_text(record, "journal", "booktitle", "venue", "school"),
        type=child_text(record, "type") or record.tag,
    )
    values.authors = list(_authors(record, values.complaints))
    _read_links(record, values)
    yield values


def _without_stop(title: str) -> str:
    """Return a title without the full stop that DBLP puts behind each."""
    return title[:-1] if title.endswith(".") and not title.endswith("..") else title


def _authors(record: Element, complaints: list[str]) -> Iterable[Author]:
    """Yield the authors; of proceedings and books without any, none: editors edit."""
    # Answers of a search wrap the authors once more.
    of_search = record.find("authors")
    for author in record.findall("author") if of_search is None else of_search:
        orcid = author.get("orcid", "")
        yield author_from_values(text_of(author), complaints, orcid=orcid)


def _read_links(record: Element, values: RecordValues) -> None:
    """Take DOI and arXiv id from where the work is to be had."""
    links = child_texts(record, "ee")
    values.doi = best_doi([*child_texts(record, "doi"), *links])
    values.ids = first_arxiv(links)
    values.references = [key for key in child_texts(record, "cite") if key != "..."]


DIALECT = Dialect(
    records=(*_WORKS, *_NO_WORKS, "info"),
    reader=lambda _file: _read,
    paths=read_paths(
        *("author", "title", "year", "journal", "booktitle", "school", "ee", "cite"),
        *("authors/author", "venue", "type", "doi", "key"),
    ),
)
"""Records of the dump, and those of a search, which stand in "info"."""
