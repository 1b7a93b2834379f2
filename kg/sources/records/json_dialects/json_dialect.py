"""What a dialect of JSON is: where its records have their title, authors, year, and so on."""

from collections.abc import Callable
from dataclasses import dataclass

from kg.records import Author
from kg.sources.records.json_values import JSON

Authors = Callable[[dict[str, JSON], list[str]], list[Author]]
"""Reads the authors of a record whose names and affiliations stand apart."""


@dataclass(frozen=True, slots=True)
class JsonDialect:
    """The places of a record's values, as paths; see `json_paths`.

    Of several paths the first that leads to a value is read.

    Attributes:
        what: whose records these are.
        marks: keys by which a record is told, in lower case, "[" or "{" behind those of
            a list or an object; all of any one row are there.
        authors: paths to a list of authors, read by what its items look like.
        read_authors: reads them where that does not do.
        affiliations: those of which the record does not say whose they are, read where
            no author has any.
        subjects: (vocabulary, path) of terms of an index, with their scores if any.
        ids: (scheme, path) of other ids of the work; "arxiv?" of a path to ids of several
            schemes, or a text, among which arXiv's may be.
        also_read: paths of what `read_authors` and the like read.
        passed_over: values of a field that say that it is no record of a work: (path,
            values); no values are any.
    """

    what: str
    marks: tuple[tuple[str, ...], ...]
    title: tuple[str, ...] = ("title",)
    abstract: tuple[str, ...] = ("abstract",)
    authors: tuple[str, ...] = ()
    read_authors: Authors | None = None
    affiliations: tuple[str, ...] = ()
    id: tuple[str, ...] = ()
    year: tuple[str, ...] = ()
    venue: tuple[str, ...] = ()
    doi: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    subjects: tuple[tuple[str, str], ...] = ()
    ids: tuple[tuple[str, str], ...] = ()
    references: tuple[str, ...] = ()
    type: tuple[str, ...] = ()
    language: tuple[str, ...] = ()
    also_read: tuple[str, ...] = ()
    passed_over: tuple[tuple[str, frozenset[str]], ...] = ()

    def paths(self) -> tuple[str, ...]:
        """Return all paths that are read, but those of authors."""
        words = (self.title, self.abstract, self.id, self.year, self.venue, self.doi)
        lists = (
            self.type,
            self.language,
            self.keywords,
            self.references,
            self.affiliations,
        )
        named = [path for _, path in (*self.subjects, *self.ids)]
        told = [path for path, _ in self.passed_over]
        return (*sum((*words, *lists, self.also_read), ()), *named, *told)
