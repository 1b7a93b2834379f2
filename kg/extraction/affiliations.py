"""Who is said to be, or to have been, where: links from people to institutions.

Only what the text states: a parenthesis or "at" behind a name, a biography's sentences
on their subject, numbered marks of an author line, a record's own field.
"""

import re
from bisect import bisect_left
from collections import deque
from collections.abc import Iterable, Iterator, Sequence

from kg.extraction.author_marks import (
    link_affiliation_sections,
    link_author_section,
)
from kg.institutions.find.context import aside_behind
from kg.records import Document, Link, Mention, Passage, Section
from kg.text.mentions import mentions_within

Pair = tuple[Mention, Mention]

# What joins two names of a list.
_AND = re.compile(r"\s*(?:,?\s(?:and|und|et|y|e)\b|,|;|&)\s*")
_TITLE = re.compile(r"(?:Prof(?:essor|s)?|Drs?|Mr|Ms|Mrs)\b\.?\s*")
# All that may stand between a name and its place: "Jane Doe (chair), Dept. of Physics, X".
_SAID = re.compile(
    r"""
    \s*(?:\([^()\n]{0,60}\)\s*)?
    (?:,\s*)?(?:\s(?:at|from|of|with)|,|@|[-–—:])\s*(?:the\s+)?
    (?:  # the part of the institution
        (?:Dep(?:artmen)?t|School|Faculty|Division|Institute)\b[^\n;.()]{0,60}?
        (?:,|\sat|\sof)\s*(?:the\s+)?
    )?
    """,
    re.VERBOSE,
)
# "Jane Doe, a postdoc at", "Jane Doe, who is now at", "Jane Doe (Prof.), now with"
_AS = re.compile(
    r"\s*(?:\([^()\n]{0,60}\)\s*)?,?\s(?:(?:an?|the|now|currently|formerly|then|who|both|all"
    r"|is|was|my|our|also|as)\s)+(?:[\w'’-]+\s){0,6}?(?:at|with|from|of|in)\s(?:the\s)?"
    r"(?:[^\n;.()]{0,60}\s(?:at|of)\s(?:the\s)?)?"
)
# "A and B, both at X", "A, B and C, all X"
_EACH = re.compile(
    r"\s*,?\s(?:who\sare\s)?(?:both|all)\s(?:(?:now|currently)\s)?"
    r"(?:(?:at|from|of|with|in)\s)?(?:the\s)?"
)
# "Ada Holm and Ben Okafor (both MIT)"
_EACH_ASIDE = re.compile(r"(?:both|all)\b", re.IGNORECASE)
_SHARED_BY = re.compile(r"\s(?:at|of|from)\s")
_FEW = 3  # who of a longer list shares the place behind its last, nobody can tell
# From a sentence's subject to the place: the verb says that what follows is about them.
_IS_AT = re.compile(
    r"""
    \s*+(?:\([^()\n]{0,60}\)\s*+)?(?:,\s*+)?
    (?:who\s)?
    (?:is|was|works?|worked|received|obtained|joined|holds|earned|completed|did|will\sjoin
      |leads|got|graduated|studied|heads|directs|teaches|finished|has|had|held|became|spent
      |interned|defended|serves|founded|runs)\b
    [^\n]{0,200}$
    """,
    re.VERBOSE,
)
# Fewer verbs than `_IS_AT`: with these another author takes over a biography.
_TELLS = re.compile(
    r"\s{0,3}(?:\([^()\n]{0,60}\)\s?)?"
    r"(?:is|was|has|received|obtained|joined|holds|earned)\b"
)
# "Bio: I am", "My research"; but "My name is Jane Doe" names the subject.
_FIRST_PERSON = re.compile(
    r"\s*(?:[A-Za-z\s'’]{0,24}[:：.–—-]\s*)?(?:I|My(?!\sname\sis))\b"
)
# "Biography:", "About the speaker -": may stand before the subject's name.
_HEADING = re.compile(r"\s*+[\w\s'’*]{0,40}[:：.,–—-]{0,2}\s*+(?:My\sname\sis\s)?")
# "After studies in Oslo, Jane Doe …": what comes before the subject of a sentence.
_BEFORE_SUBJECT = re.compile(
    r"(?:[\w\s'’*]{0,40}[:：.–—-]\s*)?(?:After|Before|Following|Having|Since|Prior|Born"
    r"|Originally|Currently|Trained|Educated|Upon|With|As|From|In|An?|The)\s[^\n]*?[,\s]\s?"
)
# A sentence begins here, a title before its first name or not.
_OPENS = re.compile(r"(?:^|[.!?:]\s++|\n[^\S\n]*+)(?:Prof\.\s|Dr\.\s)?$")


def find_affiliations(
    document: Document,
    passages: Sequence[Passage],
    people: Sequence[Mention],
    institutions: Sequence[Mention],
) -> list[Link]:
    """Link people to the institutions that the document puts them at, past ones too.

    Returns:
        One link for each pair of names, at the first place that says so.
    """
    text = document.text
    here = sorted((p for p in people if p.field == "text"), key=_place)
    where = sorted((i for i in institutions if i.field == "text"), key=_place)
    pairs: list[Pair] = []
    for section in document.sections:
        if section.kind == "authors":
            pairs += link_author_section(text, _of(here, section), _of(where, section))
    pairs += link_affiliation_sections(document, here, where)
    subject: Mention | None = None
    for passage in passages:
        bounds = passage.start, passage.end
        near, places = mentions_within(here, *bounds), mentions_within(where, *bounds)
        pairs += _beside_name(text, near, places, passage)
        if passage.kind == "biography":
            subject = _subject(text, passage, near) or subject or _only_author(people)
            if _FIRST_PERSON.match(text, passage.start):
                subject = _speaker(document, here)
            pairs += _of_subjects(text, subject, near, places, pairs)
    return [*_links(pairs), *_from_fields(people, institutions)]


def _of(mentions: Sequence[Mention], section: Section) -> Sequence[Mention]:
    return mentions_within(mentions, section.start, section.end)


def _beside_name(
    text: str, people: Sequence[Mention], places: Sequence[Mention], passage: Passage
) -> Iterator[Pair]:
    """Yield pairs that stand side by side: "Jane Doe (MIT)", "Jane Doe at MIT"."""
    for number, person in enumerate(people):
        if person.role == "cited":
            continue
        aside = aside_behind(text, person.end, passage.end)
        if aside is not None:
            said = mentions_within(places, *aside)
            each = _EACH_ASIDE.match(text, aside[0]) is not None
            there = _sharing(text, people, number, passage, each=each)
            yield from ((p, place) for place in said for p in there)
            continue
        if passage.kind == "biography":
            continue  # "advised by Jane Doe at MIT" is about the biography's subject
        first = bisect_left(places, person.end, key=_start)
        for place in places[first : first + 8]:
            if place.start <= person.end + 120:
                each = _EACH.fullmatch(text, person.end, place.start) is not None
                if each or _SAID.fullmatch(text, person.end, place.start):
                    there = [person]
                    if each or _SHARED_BY.search(text, person.end, place.start):
                        there = _sharing(text, people, number, passage, each=each)
                    yield from ((p, place) for p in there)
                elif _is_next(people, number, place) and (
                    _AS.fullmatch(text, person.end, place.start)
                    or _says_is_at(text, person, place)
                ):
                    yield person, place


def _is_next(people: Sequence[Mention], number: int, place: Mention) -> bool:
    """Tell whether nobody else is named between a person and a place behind."""
    return number + 1 == len(people) or people[number + 1].start > place.start


def _says_is_at(text: str, person: Mention, place: Mention) -> bool:
    opens = _OPENS.search(text[max(0, person.start - 12) : person.start])
    if person.role != "author" and not (opens and " " in person.surface):
        return False
    between = text[person.end : place.start]
    return _IS_AT.fullmatch(between) is not None and not re.search(r"[.;]\s", between)


def _sharing(
    text: str,
    people: Sequence[Mention],
    number: int,
    passage: Passage,
    *,
    each: bool,
) -> list[Mention]:
    """Give a person with those listed before who share the place behind the list.

    In "A and B (MIT)" both do; in "A (Yale), B and C (MIT)" nobody can tell for B, nor
    in "A, B, C and D (MIT)" for the first three.

    Args:
        text: the document.
        people: who is named in the passage.
        number: which of them stands last, before the place.
        passage: where they stand.
        each: the text says "both at" or "all at", so that a long list shares, too.
    """
    listed = _listed_before(text, people, number, passage)
    return [*listed, people[number]] if each or len(listed) < _FEW else [people[number]]


def _listed_before(
    text: str, people: Sequence[Mention], number: int, passage: Passage
) -> list[Mention]:
    """Give who stands before a person in a list that ends with them."""
    last = people[number]
    found: list[Mention] = []
    for before in reversed(people[:number]):
        if before.role != last.role:
            break
        if aside_behind(text, before.end, passage.end) is not None:
            return []
        between = text[before.end : last.start]
        joint = _AND.match(between)
        if joint is None or _TITLE.sub("", between[joint.end() :]).strip():
            break  # in "and my advisor Jane Doe (MIT)" she alone is there
        found.append(before)
        last = before
    following = people[number + 1 : number + 2]
    if following:
        tail = text[people[number].end : following[0].start]
        if re.fullmatch(r"\s*+\([^()]*+\)\s*+(?:,|,?\s*+and|&)\s*+(?:and\s)?", tail):
            return []  # the list goes on behind the parenthesis
    return found[::-1]


def _subject(text: str, passage: Passage, people: Sequence[Mention]) -> Mention | None:
    """Give whom a biography begins with; None if nobody is named at its beginning."""
    if _FIRST_PERSON.match(text, passage.start) or not people:
        return None
    first = people[0]
    lead = _TITLE.sub("", text[passage.start : first.start])
    if len(lead) < 60 and _HEADING.fullmatch(lead):
        return first
    begins = len(lead) < 400 and _BEFORE_SUBJECT.fullmatch(lead) is not None
    return first if begins and first.role == "author" else None


def _only_author(people: Sequence[Mention]) -> Mention | None:
    authors = [p for p in people if p.role == "author"]
    names = {p.name for p in authors}
    return authors[0] if len(names) == 1 and authors[0].field == "text" else None


def _speaker(document: Document, people: Sequence[Mention]) -> Mention | None:
    """Give whose "I" it is: the one person of the document's author line, if any."""
    lines = (s for s in document.sections if s.kind == "authors")
    found = [person for line in lines for person in _of(people, line)]
    return found[0] if len(found) == 1 else None


def _of_subjects(
    text: str,
    subject: Mention | None,
    people: Sequence[Mention],
    places: Sequence[Mention],
    pairs: Sequence[Pair],
) -> Iterator[Pair]:
    """Yield the biography's subject with each institution that is nobody else's."""
    if subject is None:
        return
    taken = {place for _, place in pairs}
    turns = deque(p for p in people if _takes_over(text, p))
    for place in places:
        while turns and turns[0].start < place.start:
            subject = turns.popleft()
        if place not in taken:
            yield subject, place


def _takes_over(text: str, person: Mention) -> bool:
    """Tell whether a sentence begins with a person and goes on to tell of them."""
    before = text[max(0, person.start - 12) : person.start]
    opens = _OPENS.search(before) is not None
    return person.role == "author" and opens and bool(_TELLS.match(text, person.end))


def _from_fields(
    people: Sequence[Mention], institutions: Sequence[Mention]
) -> list[Link]:
    """Link the authors of a record to the institutions of their own field."""
    authors = {p.field: p for p in people if p.field.startswith("authors.")}
    links = []
    for place in institutions:
        parts = place.field.split(".")
        person = (
            authors.get(f"authors.{parts[1]}") if parts[0] == "affiliations" else None
        )
        if person is not None:
            links.append(Link("affiliation", person, place))
    return links


def _links(pairs: Iterable[Pair]) -> list[Link]:
    first: dict[tuple[str, str], Link] = {}
    for person, place in pairs:
        start, end = min(person.start, place.start), max(person.end, place.end)
        link = Link("affiliation", person, place, start, end)
        first.setdefault((person.name, place.name), link)
    return list(first.values())


def _start(mention: Mention) -> int:
    return mention.start


def _place(mention: Mention) -> tuple[int, int]:
    return mention.start, mention.end
