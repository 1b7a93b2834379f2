"""The ACL Anthology: a file a meeting, papers within volumes that say where they came out."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from kg.records import Affiliation
from kg.sources.records.record_values import (
    RecordValues,
    author_from_values,
    inverted_name,
)
from kg.sources.records.xml.dialect import Dialect
from kg.sources.records.xml.element_values import child_text, child_texts, text_of
from kg.sources.records.xml.unread_elements import read_paths

_NAME = ("first", "last", "affiliation")


class _Volumes:
    """The volume that papers stand in: what stands in front of them says which."""

    def __init__(self) -> None:
        """Begin a file, before its first volume."""
        self._venue = ""
        self._year = ""

    def read(self, record: Element) -> Iterator[RecordValues | str]:
        """Yield the work of a paper."""
        # That of an event, behind all volumes, harms none.
        if record.tag == "meta":
            self._venue = child_text(record, "journal-title", "booktitle")
            self._year = child_text(record, "year")
            yield ""
        elif record.tag == "frontmatter":
            yield "front matter of volumes"
        else:
            yield self._paper(record)

    def _paper(self, paper: Element) -> RecordValues:
        values = RecordValues(
            id=child_text(paper, "url", "bibkey"),
            title=child_text(paper, "title"),
            abstract=child_text(paper, "abstract"),
            year=child_text(paper, "year") or self._year,
            venue=child_text(paper, "journal", "booktitle") or self._venue,
            doi=child_text(paper, "doi"),
            language=child_text(paper, "language"),
        )
        for author in paper.findall("author"):
            # In files of the last century a name has no parts.
            name = inverted_name(
                child_text(author, "last"), child_text(author, "first")
            )
            affiliations = map(Affiliation, child_texts(author, "affiliation"))
            values.authors.append(
                author_from_values(
                    name or text_of(author),
                    values.complaints,
                    orcid=author.get("orcid", ""),
                    affiliations=tuple(affiliations),
                )
            )
        return values


DIALECT = Dialect(
    records=("paper", "meta", "frontmatter"),
    reader=lambda _file: _Volumes().read,
    paths=read_paths(
        *("url", "bibkey", "title", "abstract", "year", "journal", "booktitle", "doi"),
        *("language", "journal-title", *(f"author/{part}" for part in _NAME)),
    ),
)
"""Papers of volumes, with what their volumes say."""
