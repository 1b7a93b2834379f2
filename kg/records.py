"""What passes between the stages: a handful of frozen values.

What a text *says* (Mention, Link, Work) and what is *concluded* from it (Entity, Edge,
Merge) are different types, and only `kg.resolution.resolve` turns the first into the second.
Mentions and links are tuples, of which a corpus has a million.
"""

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

Role = Literal["author", "cited", "mentioned", "about", "uses"]
SectionKind = Literal[
    "title", "authors", "affiliation", "venue", "body", "preview", "codes"
]
RelationKind = Literal["used_for", "such_as", "evaluated_on", "compared_with"]
LinkKind = Literal["affiliation", "abbreviation"] | RelationKind
PassageKind = Literal[
    "prose", "collaboration", "biography", "references", "links",
    "label", "keywords", "notice",
]  # fmt: skip


@dataclass(frozen=True, slots=True, order=True)
class Section:
    """A part of a document's text that its source told apart, by layout alone.

    Text outside every section is chrome: buttons, menus, blank lines. A "preview"
    repeats the body cut short; terms are marked in it too, so that a page reads evenly.
    """

    start: int
    end: int
    kind: SectionKind


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """A part of a body, by what it talks about.

    In a "notice" (rights, funding, registration) and a "label" of a structured abstract
    nothing is read.
    """

    start: int
    end: int
    kind: PassageKind


@dataclass(frozen=True, slots=True)
class Affiliation:
    """Where an author works, as a bibliographic record states it.

    `raw` stands as in the record; mentions of field "affiliations.I.J" count in it. It
    is empty where a record gives nothing but an id. `ror` is the bare id of a research
    organisation, "05dxps055"; `country` an ISO 3166 alpha-2 code, "NZ".
    """

    raw: str
    ror: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Author:
    """An author as a bibliographic record states them.

    `name` stands as in the record, without degrees, marks and the like around it. With
    `is_group` it is no person, but a collaboration, a ministry, a company. `orcid` has
    the form "0000-0002-1825-0097", its check digit verified; an `unchecked_orcid` only
    tells namesakes apart. Without a name it is nobody: it holds affiliations of which a
    record does not say whose they are.
    """

    name: str
    affiliations: tuple[Affiliation, ...] = ()
    orcid: str | None = None
    unchecked_orcid: str | None = None
    is_group: bool = False


class SubjectHeading(NamedTuple):
    """A term that an index, not an author, gives a record.

    `vocabulary` is what the dialect calls it ("mesh", "keywords plus", "concept");
    `score` in [0, 1] says how sure the index is, None where it does not say.
    """

    vocabulary: str
    term: str
    score: float | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One abstract of a paper or talk with all that belongs to it, and where it stood.

    Cut from a page, `text` is exactly the lines `first_line` to `last_line` of the
    source (counted from 0, joined by a line feed). From a record, both lines are None,
    and `text` is the title, a line feed and the abstract. `record_line` is the line in
    the source at which a record begins (counted from 1), for messages.

    `ids` are further identifiers of the work, (scheme, value), sorted: ("arxiv",
    "2101.00001"), ("openalex", "W1"), ("pmid", "123"). `references` are the works that
    it cites, each as the record has it: a DOI, an id, a line of text. `type` and
    `language` are the record's own words. `keywords` are those of the authors,
    `subjects` those of an index.
    """

    id: str
    source: str
    text: str
    sections: tuple[Section, ...]
    first_line: int | None = None
    last_line: int | None = None
    record_line: int | None = None
    title: str | None = None
    venue: str | None = None
    year: int | None = None
    doi: str | None = None
    authors: tuple[Author, ...] = ()
    keywords: tuple[str, ...] = ()
    subjects: tuple[SubjectHeading, ...] = ()
    msc: tuple[str, ...] = ()
    ids: tuple[tuple[str, str], ...] = ()
    references: tuple[str, ...] = ()
    type: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Remark:
    """Something about the input that its owner should know.

    With `lost`, a record or file was skipped (a reject); without, it was read, but not
    as it may have been meant (a warning). Lines are counted from 1, as editors do;
    `last` is the last of those that it is about, if they are several.
    """

    source: str
    line: int | None
    reason: str
    lost: bool = True
    last: int | None = None


class InstitutionFacts(NamedTuple):
    """What is known of an institution besides its name, None for what is not.

    `ror` is its bare id in the Research Organization Registry, "05dxps055"; `country`
    an ISO 3166-1 alpha-2 code. `parent` is the name of the institution that it is a
    part of, `parent_ror` the id of that. `doubted` is an id that a record gives, and
    that its words, or most other records, speak against. `ancestors` are the ids of all
    others that it is a part of, the nearest first.
    """

    ror: str | None = None
    country: str | None = None
    city: str | None = None
    parent: str | None = None
    parent_ror: str | None = None
    doubted: str | None = None
    ancestors: tuple[str, ...] = ()


class PersonFacts(NamedTuple):
    """What is known of a person besides the name: the ORCID, None if it is not known."""

    orcid: str | None = None


class Mention(NamedTuple):
    """A stretch of a document that names something of a kind that texts mention.

    `kind` is a name in `kg.kinds.ENTITY_KINDS`. `field` says what the offsets count in:
    "text" (then `text[start:end] == surface`), or a field of a record, as "authors.0",
    "affiliations.0.1" or "keywords.3". `name` is the normal form: "Given Family", an
    institution's full name, a term as a reader sees it. `facts` are those that the
    document states, or implies, of an institution, or of a person in its author line.
    """

    start: int
    end: int
    kind: str
    surface: str
    name: str
    role: Role | None = None
    score: float = 1.0
    field: str = "text"
    facts: InstitutionFacts | PersonFacts | None = None


class Link(NamedTuple):
    """What a document says of two of its mentions.

    "affiliation" leads from a person to an institution, "abbreviation" from short to
    long form, "used_for" from a method to what it serves, "such_as" from a term to an
    example; from the work itself, which is None, "evaluated_on" to what may be a data
    set, "compared_with" to a method. `start` and `end` bound the words, if any, of it.
    """

    kind: LinkKind
    source: Mention | None
    target: Mention
    start: int | None = None
    end: int | None = None
    score: float = 1.0

    @property
    def ends(self) -> tuple[Mention, ...]:
        """The mentions that it links: two, or one that the work itself is linked to."""
        return (self.target,) if self.source is None else (self.source, self.target)


@dataclass(frozen=True, slots=True)
class Work:
    """Another work that a document names, with the place of the words that name it."""

    start: int
    end: int
    title: str | None = None
    authors: tuple[str, ...] = ()
    venue: str | None = None
    year: int | None = None
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was found in one document; mentions and works are sorted by place."""

    document: Document
    mentions: tuple[Mention, ...]
    links: tuple[Link, ...] = ()
    works: tuple[Work, ...] = ()


@dataclass(frozen=True, slots=True)
class Entity:
    """What a set of mentions is taken to name: one node.

    `kind` is a mention's kind, or "work" for what documents are records of. `aliases`
    are the other names, most frequent first, `facts` those of an institution or person.
    `salience` is how much a method or concept (no data set) says of what works are
    about, in [0, 1], `shown_with` the id of one that it is better shown under, and why.
    """

    id: str
    kind: str
    name: str
    aliases: tuple[str, ...] = ()
    facts: InstitutionFacts | PersonFacts | None = None
    salience: float | None = None
    is_data_set: bool = False
    shown_with: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True, order=True)
class Merge:
    """Why two names (or two documents) were taken for one entity, or kept apart.

    `verdict` is "same" or "apart"; `rule` a short name of the reason, `reason` a
    sentence for the reader, `score` how likely it is, in [0, 1], that the two are one.
    """

    entity: str
    kind: str
    a: str
    b: str
    rule: str
    reason: str
    score: float = 1.0
    verdict: Literal["same", "apart"] = "same"


@dataclass(frozen=True, slots=True)
class Resolution:
    """Entities, which of them each mention and document names, and why.

    `mentions` has, for each extraction in order, one entity id a mention (None: names
    no entity of its own); `documents` one work id an extraction; `works` one work id
    for each other work that an extraction names. `broader` has the ids of a term and of
    the next broader one, `part_of` those of an institution and of the one that it is a
    part of. `cited` has, one row an extraction, the number of each reference of a record
    that names a work of the corpus, with the work's id. `unknown` has, each with its
    family, the names in decisions that are nobody's. `kept_ids` has ids that mean whom
    they meant in the build before, each with the one that a build elsewhere gives.
    """

    entities: tuple[Entity, ...]
    mentions: tuple[tuple[str | None, ...], ...]
    documents: tuple[str, ...]
    works: tuple[tuple[str, ...], ...]
    merges: tuple[Merge, ...] = field(default=())
    broader: tuple[tuple[str, str], ...] = ()
    part_of: tuple[tuple[str, str], ...] = ()
    unknown: frozenset[tuple[str, str]] = frozenset()
    kept_ids: tuple[tuple[str, str], ...] = ()
    cited: tuple[tuple[tuple[int, str], ...], ...] = ()
