"""The authors in a reference: "A. Lee, B. Chen", "Lee, A., & Chen, B.", "Lee A".

A list ends where something stands that is no name; a common word of titles ("Deep") is
none, and a surname alone counts only beside another ("Lee & Chen", "Lee et al.").
"""

import re
from itertools import pairwise

from kg.datafiles import word_list
from kg.text.names.name_affixes import PARTICLE
from kg.text.names.name_sequences import is_acceptable_name
from kg.text.names.name_shapes import (
    BEFORE_CAPITAL,
    CAPITAL,
    INITIAL,
    UPPER,
    is_acronym,
    is_common,
    is_personal,
    scan_name,
)
from kg.text.names.person_normal_form import skip_titles

Span = tuple[int, int]

_ALONE = rf"{PARTICLE}{{0,3}}{CAPITAL}"
_FAMILY = rf"{PARTICLE}{{0,3}}{CAPITAL}(?:\s{CAPITAL})?"
_INITIALS = rf"(?:(?:{INITIAL})[ \u00a0-]?){{1,4}}"
# "Lee, A. B."   "Lee A. B."   "Lee AB" before a separator
_LAST_FIRST = re.compile(
    rf"{_ALONE},\s{{0,2}}{_INITIALS}(?<![\s-])"
    rf"|{_FAMILY},\s{{0,2}}{_INITIALS}(?<![\s-])(?=\s*(?:[,;:(&]|and\b|$))"
    rf"|{_FAMILY},\s{UPPER}(?=[,;:]|\s(?:and|&))"
    rf"|{_FAMILY}\s{_INITIALS}(?<![\s-])(?=\s*(?:[,;:(]|and\b|&|et\b|$))"
    rf"|{_FAMILY}\s{UPPER}{{1,3}}(?=\s*(?:[,;:(]|and\b|&|et\b|$))"
)
# "Stella X. Yu." ends in a family name, though "Yu." may be short for a given one.
_ABBREVIATED_FAMILY = re.compile(rf"\s{UPPER}\.\s{UPPER}[a-z]+\.$")
# "Lee AB." ends a list that was written so before.
_INITIALS_BEFORE = re.compile(rf"(?<=\s){UPPER}{{1,3}},\s\Z")
# "Roe A, Doe J." with the stop that ends the list.
_LAST_OF_LIST = re.compile(rf"{_FAMILY}\s{UPPER}{{1,3}}(?=\.)")
# "Lee, Ana; Roe, Bo"
_BEFORE_SEMICOLON = re.compile(
    rf"{_FAMILY},\s(?:(?:{INITIAL}|{CAPITAL})[ -]?){{1,3}}(?<![\s-])"
)
# "Lee, Ana, Roe, Bo": a given name between commas, in front of the next.
_GIVEN_AFTER = re.compile(
    rf",\s(?P<given>{CAPITAL}(?:\s(?:{INITIAL}|{CAPITAL}))?)(?=[,.;]|\sand\s)"
)
_AND = r"(?:and|&|\\&|und|et(?!\s+al)|with)"
# What parts two authors.
_NEXT = re.compile(rf"\s*(?:[,;]\s*(?:{_AND}\s+)?|{_AND}\s+)")
_SURNAME = re.compile(_ALONE)
# What may stand behind a surname alone; another word would make a title of it.
_ENDS = re.compile(r"\s*(?:[,;:.(&\[\d\"“–—-]|\\&|and\b|et\b|und\b|with\b|$)")
# What a name cannot stand behind: the title goes on.
_JOINS_TITLE = re.compile(
    r"\b(?:with|of|for|in|on|via|and|the|an?|to|from|by|using|under|over|into|or|as|at|without)\s$"
)
# Another author, or "et al.", some words on.
_BESIDE = re.compile(rf"[^.()\n]{{0,120}}?(?:\s{_AND}\s|,?\set\.?\s?al\b)")
# Whoever else there is; the list has ended.
_ET_AL = re.compile(
    r",?\s*(?:and\s+|&\s*)?(?:et\.?\s?al\b\.?|(?:and\s+)?others\b|\.\.\.|…)"
)
# A name that ends here: "Ann Lee", "C. Diaz", "Ann B. van der Berg".
_TAIL_NAME = re.compile(
    rf"{BEFORE_CAPITAL}(?:(?:{CAPITAL}\s)?{CAPITAL}\s(?:(?:{INITIAL})\s?){{0,2}}"
    rf"|(?:(?:{INITIAL})\s?){{1,3}})"
    rf"{PARTICLE}{{0,2}}{CAPITAL}$"
)


def scan_authors(text: str, start: int, end: int) -> tuple[list[Span], int]:
    """Return the names from `start` on, and where the list of them ends.

    >>> text = "Lee, A., & Chen, B. (2019). Trees"
    >>> names, end = scan_authors(text, 0, len(text))
    >>> [text[a:b] for a, b in names], text[end:]
    (['Lee, A.', 'Chen, B.'], ' (2019). Trees')
    """
    found: list[Span] = []
    position = after = start
    while position < end:
        begin = skip_titles(text, position)
        stop = _author_end(text, begin, end, first=not found)
        if stop == begin:
            break
        found.append((begin, stop))
        after = stop
        if rest := _ET_AL.match(text, stop, end):
            after = rest.end()
            break
        gap = _NEXT.match(text, stop, end)
        if not gap:
            break
        position = gap.end()
    return found, after


def scan_only_authors(text: str, start: int, end: int) -> list[Span]:
    """Return the names of a part that holds nothing but them, else nothing.

    >>> scan_only_authors("Trees of Words", 0, 14)
    []
    """
    while start < end and text[start] in " \t\n.,;:–—-(":
        start += 1
    if text.startswith("by ", start):
        start += 3
    found, after = scan_authors(text, start, end)
    rest = text[after:end].strip(" \t\n.,;:)(")
    return found if found and not rest else []


def scan_trailing_authors(text: str, start: int, end: int) -> list[Span]:
    """Return the names at the end of "Title of the Paper Ann Lee, Bo Chen, C. Diaz".

    Two commas' worth of names are asked for; the first name, which nothing parts from
    the title, is held to be of two words.

    >>> text = "Trees of Long Words, Ann Lee, Bo Chen"
    >>> [text[a:b] for a, b in scan_trailing_authors(text, 0, len(text))]
    ['Ann Lee', 'Bo Chen']
    """
    commas = [m.start() for m in re.finditer(r",", text[start:end])]
    cuts = [start, *(start + c + 1 for c in commas), end + 1]
    found: list[Span] = []
    for begin, stop in reversed(list(pairwise(cuts))):
        names = scan_only_authors(text, begin, min(stop - 1, end))
        if not names:
            break
        found[:0] = names
    if not found or found[0][0] <= start:
        return []
    limit = max((cut for cut in cuts if cut <= found[0][0]), default=start) - 1
    first = _last_name_start(text, start, limit)
    if first > start + 8:
        return [(first, limit), *found]
    return found if len(found) > 1 and first == start else []


def _last_name_start(text: str, start: int, end: int) -> int:
    """Return where the name begins that ends at `end`, behind a title; else `start`.

    Of three capitalised words the first is the title's, unless it looks like a name.
    """
    begin = max(start, end - 60)
    match = _TAIL_NAME.search(text, begin, end)
    while match:
        name = text[match.start() : end]
        first, *rest = name.split()
        plain = [word for word in name.split() if not word.endswith(".")]
        titled: object = len(plain) > 2 and _closes_title(first)
        titled = titled or _JOINS_TITLE.search(text, begin, match.start())
        if not titled and is_acceptable_name(name):
            return match.start()
        if not rest:
            break
        match = _TAIL_NAME.search(text, match.start() + len(first), end)
    return start


def _closes_title(word: str) -> bool:
    """Tell whether a capitalised word is rather a title's last than a name's first."""
    return (
        is_common(word)
        or word[-1] == "s"
        or word.lower() in word_list("people/eponyms")
    )


def _author_end(text: str, begin: int, end: int, *, first: bool) -> int:
    """Return the end of the one name that begins here, or `begin` where none does.

    The surest forms are tried first: initials behind the family name, a list parted
    by semicolons, a full name; a surname alone needs another author beside it.
    """
    stop = _initials_last_end(text, begin, end, first=first)
    stop = stop or _semicolon_end(text, begin, end)
    if stop:
        return stop
    stop = scan_name(text, begin, end)
    name = text[begin:stop]
    if len(name.split()) > 1 and not name.endswith("."):
        proven = not first or "." in name
        return stop if is_acceptable_name(name, proven=proven) else begin
    given = _given_name_end(text, stop, end) if first and is_personal(name) else 0
    return given or _surname_end(text, begin, stop, end, first=first) or begin


def _initials_last_end(text: str, begin: int, end: int, *, first: bool) -> int:
    """Return the end of "Lee, A. B.", "Lee AB" and the like; 0 for other forms."""
    match = _LAST_FIRST.match(text, begin, end)
    if not match and not first and _INITIALS_BEFORE.search(text, 0, begin):
        match = _LAST_OF_LIST.match(text, begin, end)
    if not match:
        return 0
    family = re.split(r"[,\s]", match[0])[0]
    common = family.lower() in word_list("people/common_capitals")
    if (common and not is_personal(family, proven=True)) or is_acronym(family):
        return 0
    return match.end() - bool(_ABBREVIATED_FAMILY.search(match[0]))


def _semicolon_end(text: str, begin: int, end: int) -> int:
    """Return the end of "Lee, Ana" where a semicolon stands before or behind; or 0."""
    match = _BEFORE_SEMICOLON.match(text, begin, end)
    if not match:
        return 0
    before = text[max(0, begin - 3) : begin].strip()
    parted = before.endswith(";") or text.startswith(";", match.end())
    return match.end() if parted else 0


def _given_name_end(text: str, stop: int, end: int) -> int:
    """Return the end of the given name behind a first family name, or 0.

    Only where full names follow, for else "Lee, Ana" are two people.
    """
    given = _GIVEN_AFTER.match(text, stop, end)
    if not given or is_common(given["given"]):
        return 0
    return given.end() if _full_names_follow(text, given.end(), end) else 0


def _surname_end(text: str, begin: int, stop: int, end: int, *, first: bool) -> int:
    """Return the end of a surname that stands alone, or 0; `stop` is a name's."""
    alone = _SURNAME.match(text, begin, end)
    if not alone or not _ENDS.match(text, alone.end(), end):
        return 0
    if not is_personal(alone[0].split()[-1], proven=not first):
        return 0
    name = text[begin:stop]
    if first and not _BESIDE.match(text, alone.end(), end) and "." not in name:
        return 0
    return alone.end() if len(name.split()) < 2 else stop


def _full_names_follow(text: str, position: int, end: int) -> bool:
    """Tell whether full names follow: then the first was "Family, Given"."""
    gap = _NEXT.match(text, position, end)
    if not gap:
        return text[position : position + 1] == "."
    stop = scan_name(text, gap.end(), end)
    return " " in text[gap.end() : stop] and is_acceptable_name(text[gap.end() : stop])
