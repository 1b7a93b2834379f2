"""The line that lists a document's authors, whichever way their names are written."""

import re
from collections.abc import Iterator

from kg.text.folding import fold
from kg.text.names.author_lists import Span
from kg.text.names.author_rows import find_author_rows, split_author_row
from kg.text.names.listed_names import whole_name
from kg.text.names.name_shapes import is_institutional
from kg.text.names.person_normal_form import normal_name

Halves = tuple[tuple[str, ...], tuple[str, ...]]
"""The words of a family name, and of what is given before it, folded."""


def find_authors(text: str, start: int, end: int) -> list[Span]:
    """Return the places of the people in an author line.

    A person who stands there twice, because a page cut a name wrongly ("Cruz, Ana Sol,
    …, Ana, Sol"), is given once, in the fuller form. Organisations are left out.

    >>> line = "Prof. Ana Cruz (MIT) and Bo Li*"
    >>> [line[start:end] for start, end in find_authors(line, 0, len(line))]
    ['Ana Cruz', 'Bo Li']
    """
    found: list[Span] = []
    for begin, stop in find_author_rows(text, start, end):
        line = text[begin:stop]
        spans = split_author_row(line)
        if not any("," in line[a:b] for a, b in spans):
            spans = [place for span in spans if (place := whole_name(line, *span))]
        found.extend((begin + a, begin + b) for a, b in spans)
    people = [span for span in found if _is_person(text[slice(*span)])]
    return list(_drop_name_parts(text, people))


def _is_person(name: str) -> bool:
    """Tell a name from an organisation's, and from "et al."."""
    if is_institutional(name) and len(name.split()) > 1 and "," not in name:
        return False
    return bool(re.search(r"[^\W\d_]{2}", name)) and not re.match(r"et\.? al", name)


def _drop_name_parts(text: str, people: list[Span]) -> Iterator[Span]:
    """Leave out names that are made of the words of another of the same line."""
    halves = [_family_and_given(text[slice(*place)]) for place in people]
    holders: dict[str, set[int]] = {}
    for number, (family, given) in enumerate(halves):
        for word in {*family, *given}:
            holders.setdefault(word, set()).add(number)
    seen: set[Halves] = set()
    for number, (family, given) in enumerate(halves):
        if (family, given) in seen:
            continue
        seen.add((family, given))
        sharing = [holders[word] for word in {*family, *given}]
        others = set.intersection(*sharing) - {number} if sharing else set()
        if not any(_is_cut_from((family, given), halves[n]) for n in sorted(others)):
            yield people[number]


def _is_cut_from(piece: Halves, whole: Halves) -> bool:
    """Tell whether one name is a wrong cut of another that has all its words and more.

    "Wang, Wei" beside "Wang, Wei Li" are two people: their family name is whole.
    """
    all_words = {*whole[0], *whole[1]}
    more = len(all_words) >= 3 and {*piece[0], *piece[1]} < all_words
    return more and piece[0] != whole[0]


def _family_and_given(name: str) -> Halves:
    """Return the words of a family name and of a given one, for comparing."""
    if "," not in name:
        first = fold(normal_name(name)).split()
        return tuple(first[-1:]), tuple(first[:-1])
    family, given = name.split(",", 1)
    return tuple(fold(family).split()), tuple(fold(given).split())
