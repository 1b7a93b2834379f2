"""What questions are answered with: a small frozen value a row.

Field names, and their order in `to_dict`, are the contract of `--json` (docs/formats).
A list of rows of one kind makes a DataFrame: `pandas.DataFrame(rows)`.
"""

from dataclasses import dataclass, fields
from typing import Any, Literal


class Row:
    """An answer's row; its kinds are dataclasses."""

    __slots__ = ()

    def to_dict(self) -> dict[str, Any]:
        """Return the row as JSON has it: values by field, tuples as lists.

        >>> Expert("person:ada-byron", "Ada Byron", 1.5, ("doc:1",)).to_dict()
        {'entity': 'person:ada-byron', 'name': 'Ada Byron', 'score': 1.5, \
'documents': ['doc:1']}
        """
        names = (field.name for field in fields(self))  # type: ignore[arg-type]
        return {name: _as_json(getattr(self, name)) for name in names}


def _as_json(value: object) -> object:
    """Return a field's value as JSON has it."""
    if isinstance(value, Row):
        return value.to_dict()
    if isinstance(value, tuple):
        return [_as_json(item) for item in value]
    return value


@dataclass(frozen=True, slots=True)
class Neighbour(Row):
    """What an edge leads to.

    `weight` is the number of works that say so, `strength` the association strength
    (van Eck & Waltman 2009), `documents` the ids of the documents behind the edge.
    `salience` is that of a method or concept, in [0, 1]; None of anything else.
    """

    entity: str
    name: str
    kind: str
    edge: str
    weight: int
    strength: float
    documents: tuple[str, ...]
    salience: float | None = None


@dataclass(frozen=True, slots=True)
class Step(Row):
    """A node on a path, with the edge that led to it; the first has none (None)."""

    entity: str
    name: str
    kind: str
    edge: str | None
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Expert(Row):
    """Someone who works on a concept; `score` counts works, each shared by its
    authors."""

    entity: str
    name: str
    score: float
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SearchHit(Row):
    """A node found by words; `documents` is how many works stand behind it.

    `salience` is that of a method or concept, in [0, 1]; None of anything else.
    """

    entity: str
    name: str
    kind: str
    documents: int
    salience: float | None = None


@dataclass(frozen=True, slots=True)
class Quote(Row):
    """The words of a document that name something.

    `field` is "text", and `surface == text[start:end]` on line `line` of the source
    (counted from 0; None for a record); or it is the field of a record that says so,
    as "authors.0", in which `start` and `end` count, where they are known.
    """

    start: int | None
    end: int | None
    surface: str | None
    line: int | None = None
    field: str = "text"

    @property
    def in_text(self) -> bool:
        """Whether the document's text says it, and not a field of a record."""
        return self.field == "text" and self.start is not None

    def to_dict(self) -> dict[str, Any]:
        """Return start, end, surface; then `line`, or for a record's field `field`.

        >>> Quote(0, 3, "Ada", field="authors.0").to_dict()
        {'start': 0, 'end': 3, 'surface': 'Ada', 'field': 'authors.0'}
        """
        words = {"start": self.start, "end": self.end, "surface": self.surface}
        if self.in_text:
            return {**words, "line": self.line}
        return {**words, "field": self.field}


@dataclass(frozen=True, slots=True)
class DocumentEvidence(Row):
    """A document behind a node (`edge` is None) or behind an edge of that kind.

    `first_line` is the line of the source at which the document begins (counted from 0;
    None for a record), `sentence` the words around the nearest mentions, as far as the
    text has any.
    """

    document: str
    source: str
    first_line: int | None
    title: str | None
    edge: str | None
    quotes: tuple[Quote, ...]
    sentence: str | None


@dataclass(frozen=True, slots=True)
class MergeReason(Row):
    """Why two names are one entity ("same"), or are two ("apart").

    `score` is how likely they are one, in [0, 1]; `reason` is a sentence for a reader.
    """

    a: str
    b: str
    rule: str
    reason: str
    score: float
    verdict: Literal["same", "apart"]


@dataclass(frozen=True, slots=True)
class UncertainDecision(Row):
    """What was done about two names ("merge" or "apart"), and how sure that is.

    `score` is how likely the two are one, in [0, 1], `works` in how many works the rarer
    of both names stands.
    """

    kind: str
    a: str
    b: str
    verdict: Literal["merge", "apart"]
    reason: str
    score: float
    works: int
