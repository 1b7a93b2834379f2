"""A list of authors in one string → its names, each as it stands there.

The same comma separates people ("Jane Doe, John Roe") and the halves of one name ("Doe,
Jane"). What tells them apart is how the parts between commas look, and what else the
list uses as separator.
"""

import re
from collections.abc import Sequence
from itertools import groupby

from kg.datafiles import word_list
from kg.text.names.name_affixes import (
    PARTICLES,
    begins_with_given_name,
    is_degree,
    is_suffix,
)
from kg.text.names.name_asides import blank_asides
from kg.text.names.name_shapes import is_acronym

Span = tuple[int, int]

SEMICOLON = re.compile("[;；؛]")
"""What parts people, or groups of them, in any script."""
HAN_KANA_HANGUL = "\u3005\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
"""Characters of East Asia that names have, within a class of `re`."""

_AND = r"(?:and|AND|&|\\&|und|et(?!\s+al\b)|with)"
_SEPARATOR = re.compile(
    rf"""
      (?:(?<!\s)\s++)?(?P<semicolon>[;；؛])\s*+(?:{_AND}\s+)?
    | (?:(?<!\s)\s++)?(?P<comma>[,|•·，、،])\s*+(?:(?P<last>{_AND})\s+)?
    | (?:(?<!\s)\s++|^)(?P<and>{_AND})\s+
    | (?:(?<!\s)\s++)?(?P<sign>&)\s*(?![A-Z]\b)                     # no "AT&T"
    # José Ortega y Gasset is one person: two words follow where two are meant
    | (?<!\s)\s++(?P<small>[ye])\s++
      (?=[^\W\d_a-z]\S*+\s++(?:(?:d[aeio]s?|del|las?|los)\s){{0,2}}[^\W\d_a-z])
    """,
    re.VERBOSE,
)
_AND_OTHERS = re.compile(
    r"(?:(?<![,;\s])[,;\s]++)?\b(?:and others|et al)\b[.\s]*+$", re.IGNORECASE
)
_BULLET = re.compile(r"\s*(?:[-–—•*·∗]\s*|by\s+)?")
_EAST_ASIAN = re.compile(f"[{HAN_KANA_HANGUL}]{{2,6}}")
_MARKS = " \t\n\u00a0*†‡§¶∗0123456789"  # of footnotes, behind a name
_INVERTED = 0.4  # share of parts that are no whole names in lists of "Family, Given"
_ACRONYM = 4  # letters of an organisation's at least


def split_author_names(text: str) -> tuple[str, ...]:
    """Return the names of a list of authors, in order, blanks made even.

    A name keeps the order of its parts. "et al." and "and others" are nobody's name.

    >>> split_author_names("Doe, Jane, Roe, John and Poe, Ann et al.")
    ('Doe, Jane', 'Roe, John', 'Poe, Ann')
    """
    return tuple(" ".join(text[a:b].split()) for a, b in split_author_list(text))


def split_author_list(text: str) -> list[Span]:
    """Return the places of the names in a list of authors.

    What stands in parentheses behind a name, marks of footnotes, ORCIDs, addresses and
    degrees are left out. Of "Family, Given, Family, Given" each pair is one name; in a
    list of an odd count one part stands alone: an organisation's name, else the longest
    whole one.
    """
    groups = _cut(text)
    parts = [part for group in groups for part in group]
    whole = [_is_whole_name(text[a:b]) for a, b in parts]
    if SEMICOLON.search(text):
        joined = [(group[0][0], group[-1][1]) for group in groups]
        inverted = sum(len(group) > 1 for group in groups) * 2 > len(groups)
        return joined if inverted else parts
    if len(groups) > 1 and not all(whole) and all(len(group) == 2 for group in groups):
        return [(group[0][0], group[1][1]) for group in groups]
    if len(parts) > 1 and whole.count(False) >= _INVERTED * len(parts):
        return _pair_halves(text, parts, whole) or _pair(text, parts)
    return parts


def cut_author_list(text: str) -> list[Span]:
    """Return the parts of a list of authors, whole names or halves of them.

    >>> text = "Doe, Jane and Roe, John"
    >>> [text[start:end] for start, end in cut_author_list(text)]
    ['Doe', 'Jane', 'Roe', 'John']
    """
    return [part for group in _cut(text) for part in group]


def _cut(text: str) -> list[list[Span]]:
    """Cut at semicolons, else at each "and", and what is between them at commas.

    Suffixes ("Jr.") stay with what they stand behind, degrees are left out.
    """
    shown = blank_asides(text)
    shown = shown[: len(_AND_OTHERS.sub("", shown))]
    semicolons = SEMICOLON.search(shown)
    groups: list[list[Span]] = [[]]
    start = 0
    for match in [*_SEPARATOR.finditer(shown), None]:
        part = _trim(shown, start, match.start() if match else len(shown))
        group = groups[-1]
        if group and is_suffix(text[slice(*part)]):
            group[-1] = (group[-1][0], part[1])
        elif part[0] < part[1] and not _is_degree_behind(text, part, group):
            group.append(_without_degrees(text, part))
        if match:
            start = match.end()
            parted = match["last"] or not match["comma"]
            if match["semicolon"] or (parted and not semicolons):
                groups.append([])
    return [group for group in groups if group]


def _is_degree_behind(text: str, part: Span, group: Sequence[Span]) -> bool:
    """Tell a degree behind a whole name; behind a family name it may be initials.

    Where all stands in capitals, "MA" is rather a name.
    """
    word = text[slice(*part)]
    if not group or not all(is_degree(each) for each in _degrees_of(word)):
        return False
    is_whole = len(group) > 1 or " " in text[slice(*group[-1])]
    return is_whole and not (_may_be_name(word) and text.isupper())


def _degrees_of(word: str) -> list[str]:
    """Return what may be several degrees, "MD PhD", or one, "Ph. D.", apart."""
    return [word] if is_degree(word) else word.split()


def _may_be_name(word: str) -> bool:
    return word.lower() in word_list("people/two_letter_surnames")


def _without_degrees(text: str, part: Span) -> Span:
    """Cut the degrees off that stand behind a name without a comma: "Ann Lee PhD"."""
    start, end = part
    while len(words := text[start:end].split()) > 2 and is_degree(words[-1]):
        if _may_be_name(words[-1]) or words[0] in PARTICLES:  # "van Dijk MD"
            break
        end = start + len(text[start:end].removesuffix(words[-1]).rstrip())
    return start, end


def _trim(text: str, start: int, end: int) -> Span:
    """Trim blanks, bullets and marks of footnotes off a part.

    A full stop behind a name of East Asia ends the line.
    """
    bullet = _BULLET.match(text, start, end)
    start = bullet.end() if bullet else start
    part = text[start:end].rstrip(_MARKS)
    if _EAST_ASIAN.fullmatch(shorter := part.rstrip(".。")):
        part = shorter
    return start, max(start, start + len(part))


def _is_whole_name(part: str) -> bool:
    """Tell "Jane Doe" and "J. Doe" from "Doe", "van Dijk", "J. A."."""
    words = [word for word in part.split() if not is_suffix(word)]
    if _EAST_ASIAN.fullmatch(part):
        return True
    if len(words) < 2 or words[0] in PARTICLES:
        return False
    return not all(_is_initials(word) for word in words)


def _is_initials(word: str) -> bool:
    """Tell whether a word of a name is cut to initials."""
    return word.endswith(".") or (len(word) <= 3 and word.isupper())


def _pair_halves(text: str, parts: Sequence[Span], whole: Sequence[bool]) -> list[Span]:
    """Join the halves of names where whole names with given names stand beside them.

    "Doe, Jane, John Roe, Ann Poe" has halves in pairs; "García Pérez, Ana María" are
    halves that look whole, so all whole ones have to begin with a given name.
    """
    halves = [sum(1 for _ in run) for is_whole, run in groupby(whole) if not is_whole]
    if all(whole) or not any(whole) or any(size % 2 for size in halves):
        return []
    named = (text[start:end] for (start, end), w in zip(parts, whole, strict=True) if w)
    if not all(begins_with_given_name(name) for name in named):
        return []
    found: list[Span] = []
    opened = False
    for part, is_whole in zip(parts, whole, strict=True):
        if opened:
            found[-1] = (found[-1][0], part[1])
        else:
            found.append(part)
        opened = not (is_whole or opened)
    return found


def _pair(text: str, parts: Sequence[Span]) -> list[Span]:
    """Join each family name and the given name behind it."""
    single = _unpaired(text, parts) if len(parts) % 2 else -1
    found: list[Span] = []
    index = 0
    while index < len(parts):
        size = 1 if index == single else 2
        found.append((parts[index][0], parts[index + size - 1][1]))
        index += size
    return found


def _unpaired(text: str, parts: Sequence[Span]) -> int:
    """Return which part of an odd count stands alone; pairs stay whole around it."""

    def rank(index: int) -> tuple[bool, int]:
        part = text[slice(*parts[index])]
        organisation = is_acronym(part) and " " not in part and len(part) >= _ACRONYM
        return organisation, sum(len(word.strip(".")) > 1 for word in part.split())

    return max(range(0, len(parts), 2), key=rank)
