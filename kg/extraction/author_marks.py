"""Author lines with their institutions: by numbered marks, by lines, side by side.

Jane Doe^1, John Roe^{1,2}        Jane Doe (MIT), John Roe, EPFL
1 MIT  2 EPFL                     Jane Doe and John Roe
                                  University of Oslo
"""

import re
from collections.abc import Iterator, Sequence
from itertools import product

from kg.records import Document, Mention, SectionKind
from kg.text.mentions import mentions_within

Pair = tuple[Mention, Mention]
"""A person, and an institution where they are."""

_DIGITS = str.maketrans("¹²³⁴⁵⁶⁷⁸⁹⁰", "1234567890")
# A number, a superscript digit, a sign, or a letter in brackets.
_MARK = r"(?:\d{1,2}|[¹²³⁴⁵⁶⁷⁸⁹⁰]|[*†‡§¶#]|(?<=[\^{(\[,])[a-h](?=[)}\],\s]))"
# Marks behind a name: "^{1,2}", "$^1$", "[a]", "*".
_BEHIND = re.compile(
    rf"[ ]?(?:\^[ ]?|\$[ ]?\^|[({{\[])*[ ]?({_MARK}(?:[ ]?[,;]?[ ]?{_MARK})*)[)}}\]$]*"
)
# A mark before an institution, perhaps with a department between.
_BEFORE = re.compile(
    rf"(?:^|[;,.]|(?<!\s)\s)\s*+(?:\^|\$\^|[({{\[])*({_MARK}|(?<=[\^({{\[])[a-h])[)}}\]$.:]*\s*"
    r"(?:[^\n;\d¹²³⁴⁵⁶⁷⁸⁹⁰*†‡§¶#]{0,120}(?:,|\bat|\bof)\s)?(?:the\s)?$",
    re.IGNORECASE,
)


def link_author_section(
    text: str, people: Sequence[Mention], places: Sequence[Mention]
) -> list[Pair]:
    """Return the pairs of people and institutions that an author section states.

    Numbered marks count where there are any; else the order of names and places in
    lines, parentheses and columns.

    Args:
        text: the document.
        people: who is named in the section, in order.
        places: the institutions named in it, in order.
    """
    if not people or not places:
        return []
    marked = list(_by_marks(text, people, places))
    return marked or list(_by_lines(text, people, places))


def link_affiliation_sections(
    document: Document, people: Sequence[Mention], places: Sequence[Mention]
) -> list[Pair]:
    """Return who is where, by affiliations that have a section of their own.

    As many people and institutions go in order; one goes with all of the others; of two
    people and three institutions nobody can tell.
    """
    people = list(_within("authors", document, people))
    places = list(_within("affiliation", document, places))
    if len(people) == len(places):
        return list(zip(people, places, strict=True))
    if 1 in (len(people), len(places)):
        return list(product(people, places))
    return []


def _within(
    kind: SectionKind, document: Document, mentions: Sequence[Mention]
) -> Iterator[Mention]:
    for section in document.sections:
        if section.kind == kind:
            yield from mentions_within(mentions, section.start, section.end)


def _by_marks(
    text: str, people: Sequence[Mention], places: Sequence[Mention]
) -> Iterator[Pair]:
    """Yield pairs of one mark: "Jane Doe^2 … 2 EPFL"."""
    for place in places:
        before = _BEFORE.search(text[max(0, place.start - 140) : place.start])
        if before is None:
            continue
        mark = before[1].translate(_DIGITS)
        for person in people:
            behind = _BEHIND.match(text, person.end)
            if behind and mark in re.findall(r"\d+|\S", behind[1].translate(_DIGITS)):
                yield person, place


def _by_lines(
    text: str, people: Sequence[Mention], places: Sequence[Mention]
) -> Iterator[Pair]:
    """Yield pairs of one line; a line of institutions serves those above it."""
    for place in places:
        before = [p for p in people if p.end <= place.start]
        if not before:
            continue
        last = before[-1]
        between = text[last.end : place.start]
        if "\n" in between:
            line = text.rfind("\n", 0, last.start)
            yield from ((p, place) for p in before if p.start > line)
        elif ";" not in between:
            listed = "(" in between and not _parentheses_follow(text, before[:-1])
            follows = any(p.start > place.end for p in people)
            sharing = before if listed and not follows else [last]
            yield from ((p, place) for p in sharing)


def _parentheses_follow(text: str, people: Sequence[Mention]) -> bool:
    """Tell whether one of the people has an aside of their own."""
    return any(re.match(r"\s?\(", text[p.end : p.end + 2]) for p in people)
