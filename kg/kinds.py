"""Kinds of entity and of edge: the one place that lists them.

Everything that differs from kind to kind and is no algorithm stands here as a row: what
a kind is called, its colour, how its edges are weighed, which network it belongs to.
The store copies both tables into its own (`entity_kinds`, `edge_kinds`), from which the
SQL of `kg.store.relations` reads its lists.

A new kind of entity is a row, and the code that finds it. A new kind of edge is a row,
and `kg/store/relations/<kind>.sql`, which says where it comes from; a kind without
that file is named, and not derived yet.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class EntityKind:
    """What is to be known of a kind of entity.

    `family` groups the kinds that are resolved together and never told apart by a name
    alone: methods and concepts are both terms, as the corpus decides which of the two a
    term is. `tagged` kinds are the labels of the tagger, in this order.
    """

    plural: str
    colour: str
    family: str
    meaning: str
    mentioned: bool = True
    tagged: bool = False


@dataclass(frozen=True, slots=True)
class EdgeKind:
    """What is to be known of a kind of edge.

    A `directed` edge leads from `source` to `target` and means it. Its association
    strength sets the weights that leave the one against those that reach the other;
    the two ends of an undirected edge are alike, so all weights at a node are summed.
    `label` reads between the names of both ends. `kg.network_kinds` says which networks
    consist of edges of which kind.
    """

    label: str
    directed: bool
    meaning: str


# The colours are those of Okabe and Ito (2008), which colour-blind eyes tell apart too.
ENTITY_KINDS = {
    "person": EntityKind(
        plural="people",
        colour="#0072b2",
        family="person",
        meaning="Someone who writes a work, or is cited or mentioned in it.",
        tagged=True,
    ),
    "institution": EntityKind(
        plural="institutions",
        colour="#d55e00",
        family="institution",
        meaning="An organisation that people belong to.",
        tagged=True,
    ),
    "method": EntityKind(
        plural="methods",
        colour="#009e73",
        family="term",
        meaning="A way of doing something: an algorithm, a model, a technique.",
        tagged=True,
    ),
    "concept": EntityKind(
        plural="concepts",
        colour="#e69f00",
        family="term",
        meaning="What is studied: a problem, an object, a property, a field.",
        tagged=True,
    ),
    "work": EntityKind(
        plural="works",
        colour="#cc79a7",
        family="work",
        meaning="A paper or talk, which documents are records of.",
        mentioned=False,  # documents are its records, no words of theirs
    ),
}
"""Kinds of entity by name, in the order in which people read them."""

EDGE_KINDS = {
    "authorship": EdgeKind(
        label="author of",
        directed=True,
        meaning="A person is an author of a work.",
    ),
    "affiliation": EdgeKind(
        label="affiliated with",
        directed=True,
        meaning="A person belongs, or belonged, to an institution.",
    ),
    "part_of": EdgeKind(
        label="part of",
        directed=True,
        meaning="An institution is a part of another one.",
    ),
    # What a sentence says that a work does, which says more than that it has a term.
    "evaluated_on": EdgeKind(
        label="evaluated on",
        directed=True,
        meaning="A work evaluates what it does on a data set.",
    ),
    "compared_with": EdgeKind(
        label="compared with",
        directed=True,
        meaning="A work compares what it does with a method.",
    ),
    "uses": EdgeKind(
        label="uses",
        directed=True,
        meaning="A work, or a person in a work, uses, proposes or extends a term.",
    ),
    "studies": EdgeKind(
        label="studies",
        directed=True,
        meaning="A person writes works that are about a term.",
    ),
    # Of a work's terms: the topic, what is used (`uses`), and what is said in passing.
    "about": EdgeKind(
        label="about",
        directed=True,
        meaning="A term is what a work is about.",
    ),
    "mentions": EdgeKind(
        label="mentions",
        directed=True,
        meaning="A work speaks of a term in passing.",
    ),
    "citation": EdgeKind(
        label="cites",
        directed=True,
        meaning="A work names another work.",
    ),
    "cites": EdgeKind(
        label="cites the person",
        directed=True,
        meaning="A work names a person as someone whose work it builds on.",
    ),
    "broader": EdgeKind(
        label="has the broader term",
        directed=True,
        meaning="A term is a special case of the other one.",
    ),
    # What a sentence says of two terms, by its wording.
    "used_for": EdgeKind(
        label="used for",
        directed=True,
        meaning="A text says that one term is used for the other.",
    ),
    "such_as": EdgeKind(
        label="such as",
        directed=True,
        meaning="A text gives the second term as an example of the first.",
    ),
    # Undirected ones come last: where two terms are linked otherwise too, that says more
    # than that they occur together.
    "coauthor": EdgeKind(
        label="wrote with",
        directed=False,
        meaning="Two people are authors of one work.",
    ),
    "collaboration": EdgeKind(
        label="collaborates with",
        directed=False,
        meaning="Authors of one work belong to two institutions.",
    ),
    "cooccurrence": EdgeKind(
        label="occurs with",
        directed=False,
        meaning="Two terms occur in one work.",
    ),
}
"""Kinds of edge by name. Of the kinds that link one pair, the whole graph has the first."""


def family_kinds(family: str) -> tuple[str, ...]:
    """Return the kinds of entity of a family.

    >>> family_kinds("term")
    ('method', 'concept')
    """
    return tuple(name for name, kind in ENTITY_KINDS.items() if kind.family == family)


def mentioned_kinds() -> tuple[str, ...]:
    """Return the kinds of entity that texts mention: all but works."""
    return tuple(name for name, kind in ENTITY_KINDS.items() if kind.mentioned)


def tagged_kinds(family: str | None = None) -> tuple[str, ...]:
    """Return the kinds of entity that the tagger marks, in the order of its labels.

    With `family`, only those of it.
    """
    names = tuple(ENTITY_KINDS) if family is None else family_kinds(family)
    return tuple(name for name in names if ENTITY_KINDS[name].tagged)


def directed_kinds() -> frozenset[str]:
    """Return the kinds of edge that lead from source to target and mean it."""
    return frozenset(name for name, kind in EDGE_KINDS.items() if kind.directed)


def one_of(names: tuple[str, ...]) -> str:
    """Return names as a sentence lists them.

    >>> one_of(("person", "institution", "work"))
    'person, institution or work'
    """
    *first, last = names
    return f"{', '.join(first)} or {last}" if first else last
