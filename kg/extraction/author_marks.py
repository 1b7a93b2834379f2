"""Author lines with their institutions: by numbered marks, by lines, side by side.

Jane Doe^1, John Roe^{1,2}        Jane Doe (MIT), John Roe, EPFL
1 MIT  2 EPFL                     Jane Doe and John Roe
                                  University of Oslo
"""

import re
from collections.abc import Iterator, Sequence
from itertools import product

from kg.records import Document, Mention, Section
from kg.text.mentions import mentions_within, up_to_next
from kg.text.names.name_asides import mark_before, marks_between

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

    Marks count where there are any. Else the addresses below some people are theirs: as
    many people and addresses go in order; one goes with all of the others; of two people
    and three addresses nobody can tell. Where people and addresses stand in turn, each
    address is that of the people right above.

    Args:
        document: the document.
        people: who is named in it, in order.
        places: the institutions named in it, in order.
    """
    marked = list(_by_marked_sections(document, people, places))
    if marked:
        return marked
    blocks = list(_blocks(document, people, places))
    if len(blocks) == 1:
        return list(_in_order(*blocks[0]))
    return [
        pair
        for above, below in blocks
        for pair in product(above, [place for group in below for place in group])
    ]


def _by_marked_sections(
    document: Document, people: Sequence[Mention], places: Sequence[Mention]
) -> Iterator[Pair]:
    """Yield people and the institutions of an address that has a mark of theirs."""
    marks = dict(_marks_of_people(document, people))
    for section in document.sections:
        mark = section.kind == "affiliation" and mark_before(
            document.text, section.start
        )
        if mark:
            there = mentions_within(places, section.start, section.end)
            owners = [person for person in people if mark in marks.get(person, ())]
            yield from product(owners, there)


def _marks_of_people(
    document: Document, people: Sequence[Mention]
) -> Iterator[tuple[Mention, frozenset[str]]]:
    """Yield who stands in author lines, with the marks behind them."""
    for section in document.sections:
        if section.kind != "authors":
            continue
        here = mentions_within(people, section.start, section.end)
        for person, end in up_to_next(here, section.end):
            yield person, marks_between(document.text, person.end, end)


def _blocks(
    document: Document, people: Sequence[Mention], places: Sequence[Mention]
) -> Iterator[tuple[list[Mention], list[list[Mention]]]]:
    """Yield people with the institutions of each address right below them."""
    above: list[Mention] = []
    below: list[list[Mention]] = []
    for section in sorted(document.sections):
        if section.kind == "authors":
            if below:
                yield above, below
                above, below = [], []
            above += mentions_within(people, section.start, section.end)
        elif section.kind == "affiliation":
            below += _addresses(document.text, section, places)
    if above and below:
        yield above, below


def _addresses(
    text: str, section: Section, places: Sequence[Mention]
) -> list[list[Mention]]:
    """Return the institutions of each address in a section.

    Behind the last of one address a city stands; else each is an address of its own.
    """
    there = list(mentions_within(places, section.start, section.end))
    if there and re.search(r"\w", text[there[-1].end : section.end]):
        return [there]
    return [[place] for place in there]


def _in_order(
    people: Sequence[Mention], addresses: Sequence[Sequence[Mention]]
) -> Iterator[Pair]:
    """Yield people with addresses: as many in order, or all with the only one."""
    if len(people) == len(addresses):
        for person, address in zip(people, addresses, strict=True):
            yield from ((person, place) for place in address)
    elif 1 in (len(people), len(addresses)):
        places = [place for address in addresses for place in address]
        yield from product(people, places)


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
