"""People whom running text cites: "(Lee and Chen, 2016)", "Lee et al.", "by Lee".

A group of surnames counts by what stands beside it. "et al." is enough; a year is,
where the word can be a surname; a verb ("Lee and Chen proposed") or a preposition
("introduced by Lee") only where nothing follows that makes a term of the name ("the Lee
kernel").
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from kg.datafiles import word_list
from kg.extraction.people import citation_cues as cues
from kg.text.names.name_sequences import is_acceptable_name
from kg.text.names.name_shapes import (
    CAPITAL,
    is_acronym,
    is_camel_name,
    is_common,
    is_personal,
)
from kg.text.places import is_place


class Citation(NamedTuple):
    """A person that running text names, and why they are taken for one."""

    start: int
    end: int
    role: Literal["cited", "mentioned"]


def find_citations(text: str, start: int, end: int) -> list[Citation]:
    """Return the people whom the prose between `start` and `end` cites or mentions.

    >>> text = "As Kowalski and Novak (2016) prove, the Lee kernel is smooth."
    >>> [text[found.start : found.end] for found in find_citations(text, 0, len(text))]
    ['Kowalski', 'Novak']
    """
    found: list[Citation] = []
    for match in cues.GROUP.finditer(text, start, end):
        begin, stop = match.span()
        if _may_be_cited(text, begin, stop, start, end):
            found.extend(_cited_people(text, begin, stop, start, end))
    return found


@lru_cache(maxsize=2)
def _lower_case_words(text: str) -> frozenset[str]:
    """Return the words that a document writes small, found once for all its parts."""
    return frozenset(re.findall(r"(?<![^\W_])[a-z]{3,}", text))


def _may_be_cited(text: str, begin: int, stop: int, start: int, end: int) -> bool:
    """Tell whether a group has what `_cited_people` asks for: fast, and "no" is certain.

    A name alone, without initials, needs a date, "by" or what only people do.
    """
    if cues.INITIALLED.match(text, begin, stop) and cues.QUANTITY.search(
        text, max(start, begin - 6), begin
    ):
        return False
    if cues.SEVERAL.search(text, begin, stop):
        return True
    if cues.LED_TO.search(text, max(start, begin - 8), begin):
        return True
    return cues.SIGN_BEHIND.match(text, stop, min(end, stop + 60)) is not None


def _cited_people(
    text: str, begin: int, stop: int, start: int, end: int
) -> Iterator[Citation]:
    """Yield the people of one group, where what stands beside it says they are."""
    people = list(_group_members(text, begin, stop))
    after = text[stop : min(end, stop + 60)]
    if cues.ET_AL.match(after):
        last = people[-1]
        others = [
            p for p in people[:-1] if _surname_like(text, p, small=True, proven=True)
        ]
        kept = [*others, last] if _may_be_surname(text[slice(*last)]) else []
        yield from (Citation(*_narrow_to_name(text, p), "cited") for p in kept)
        return
    before = text[max(start, begin - 60) : people[0][0]]
    role = _role(text, people, before, after)
    dashed = re.search(r"[–—]", text[begin:stop])
    if dashed and not _is_dated(["", ""], before, after):
        return  # "Kirchhoff–Love plates"
    if role is None:
        return
    for place in _select_people(text, people, before, after):
        yield Citation(*place, role)


def _select_people(
    text: str, people: list[tuple[int, int]], before: str, after: str
) -> list[tuple[int, int]]:
    """Leave out what is no name, and names of methods where nobody is certain."""
    dated = _is_dated([text[slice(*place)] for place in people], before, after)
    sure = cues.YEAR_IN_PARENTHESES.match(after) or cues.CITED_IN.search(before)
    small = not (sure and len(people) > 1)
    proven = dated and len(people) > 1
    kept = [p for p in people if _surname_like(text, p, small=small, proven=proven)]
    if not dated and len(kept) < len(people):
        return []  # one of them is no person: the others hardly are
    if dated or any(p.search(before) for p in (cues.DUE, cues.STYLE, cues.THEOREM_BY)):
        return kept
    eponyms = word_list("people/eponyms")
    known = all(text[slice(*place)].lower() in eponyms for place in kept)
    return [] if known else kept


def _role(
    text: str, people: list[tuple[int, int]], before: str, after: str
) -> Literal["cited", "mentioned"] | None:
    """Return the role that the words around a group give its members, None for none.

    A date cites; full names that somebody acts by are mentioned, surnames cited.
    """
    names = [text[slice(*place)] for place in people]
    if _is_dated(names, before, after):
        return "cited"
    full = any(" " in name or "." in name for name in names)
    verb = cues.VERB.match(after)
    if len(names) > 1 and cues.RESULT_OF.search(before) and cues.DOES_SO.match(after):
        return "mentioned" if full else "cited"
    if (full or "-" in names[-1]) and cues.ABBREVIATED.match(after):
        return None
    if len(names) > 1 and not full and (verb or cues.POSSESSIVE.match(after)):
        return "cited"
    if not (verb or cues.NO_TERM.match(after)):
        return None
    if any(cues.INITIALLED.match(name) for name in names) and "." not in after[:1]:
        return "cited" if cues.BY.search(before) else "mentioned"
    if cues.STYLE.search(before) or cues.DUE.search(before):
        return "mentioned"
    if cues.BY.search(before) or cues.OF.search(before):
        return "mentioned" if full else "cited"
    if len(names) == 1 and cues.HUMAN_VERB.match(after) and _is_full_name(names[0]):
        return "mentioned"
    return "cited" if len(names) > 1 and verb else None


def _is_full_name(name: str) -> bool:
    """Tell whether each word of a name of two or three is hardly anything else."""
    parts = [part for part in name.split() if part[:1].isupper() and "." not in part]
    if is_place(name):
        return False
    return len(parts) in (2, 3) and all(is_personal(part) for part in parts)


def _is_dated(names: list[str], before: str, after: str) -> bool:
    """Tell whether a year, or a number in brackets, makes a citation of a group."""
    if cues.YEAR_IN_PARENTHESES.match(after):
        return True
    if len(names) > 1 and cues.NUMBER_IN_BRACKETS.match(after):
        return True
    if cues.SHORT_YEAR.match(after) and cues.BRACKET.search(before):
        return True
    if not cues.YEAR.match(after):
        return False
    return len(names) > 1 or bool(cues.CITED_IN.search(before))


def _group_members(text: str, begin: int, stop: int) -> Iterator[tuple[int, int]]:
    """Yield the members of a group, without the common words before the first."""
    position = begin
    while match := cues.ONE.search(text, position, stop):
        place = match.start(), match.end()
        while lead := cues.LEADING.match(text, *place):
            if not _is_opener(lead[1]):
                break
            place = lead.end(), place[1]
        yield place
        position = match.end()


def _is_opener(word: str) -> bool:
    """Tell whether a capitalised word only opens a sentence or a term."""
    low = word.lower()
    return (
        is_common(word) or is_acronym(word) or low in word_list("people/not_surnames")
    )


def _narrow_to_name(text: str, place: tuple[int, int]) -> tuple[int, int]:
    """Keep of several words before "et al." those that are a name."""
    name = text[slice(*place)]
    if " " not in name or is_acceptable_name(name):
        return place
    last = list(re.finditer(CAPITAL, name))[-1]
    return place[0] + last.start(), place[1]


def _may_be_surname(name: str) -> bool:
    """Tell whether the last word before "et al." may be a surname."""
    last = name.split()[-1]
    written = not is_acronym(last) or is_camel_name(last)
    common = word_list("people/common_capitals") - word_list("people/words_in_names")
    return written and last.lower() not in common


def _surname_like(
    text: str, place: tuple[int, int], *, small: bool, proven: bool
) -> bool:
    """Tell whether a name may be a person's, in weak surroundings.

    Args:
        text: the document.
        place: where the name stands.
        small: a word that the document also writes small is none.
        proven: the words around say that a person stands here.
    """
    name = text[slice(*place)]
    if " " in name or "." in name:
        return is_acceptable_name(name, proven=proven) and not is_acronym(
            name.split()[-1]
        )
    if proven and name.lower() in word_list("people/words_in_names"):
        return True
    if not is_personal(name):
        return False
    return not small or name.lower() not in _lower_case_words(text)


def names_author(text: str, start: int, end: int) -> bool:
    """Tell whether the word between two offsets does, owns or is cited.

    >>> names_author("Kowalski proved it", 0, 8), names_author("the Lee kernel", 4, 7)
    (True, False)
    """
    after = text[end : end + 60]
    if (
        cues.VERB.match(after)
        or cues.ET_AL.match(after)
        or cues.POSSESSIVE.match(after)
    ):
        return True
    before = text[max(0, start - 60) : start]
    beside = (cues.BY, cues.OF, cues.DUE, cues.FOLLOWING)
    return any(pattern.search(before) for pattern in beside)


def stands_alone(text: str, end: int) -> bool:
    """Tell whether the name that ends here is no part of a term.

    >>> stands_alone("by Lee, and", 6), stands_alone("the Lee kernel", 7)
    (True, False)
    """
    after = text[end : end + 60]
    return bool(
        cues.NO_TERM.match(after)
        or cues.ET_AL.match(after)
        or cues.POSSESSIVE.match(after)
    )
