"""Cells that state places, or ids, together with the names of whose they are.

Scopus has "Lee A., University of X; Li B., University of Y", the Web of Science
"[Lee, Ann; Li, Bo] Univ X; [Li, Bo] Univ Y" and "Lee, Ann/0000-…", Dimensions
"Lee, Ann (University of X); Li, Bo (University of Y)".
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from kg.text.folding import fold

_BRACKETED = re.compile(r"\[([^\[\]]*+)\]([^\[\]]*+)")
# "K.T.", "K T", "KT": the second half of a name that a comma parts.
_INITIALS = re.compile(r"(?:[^\W\d_]{1,2}\.?[- ]?){1,5}", re.UNICODE)
_ID_BEHIND = re.compile(r"(?<![^;/])([^;/]++)/([^;/\s]++)")


def places_behind_names(
    cell: str, names: Sequence[str], short: Sequence[str]
) -> list[list[str]]:
    """Return the places of each author of "Lee A., University of X; Li B., …".

    >>> places_behind_names("Lee A., University of X; Li B.", ["Lee, Ann", "Li, Bo"], [])
    [['University of X'], []]
    """
    items = [item.strip() for item in cell.split(";") if item.strip()]
    if len(items) != len(names):
        return _matched([_cut_name(item, short) for item in items], names, short)
    # Two authors may have one short name: their order says who is who, not that.
    aligned = short if len(short) == len(names) else names
    cut = (_cut_name(item, [own]) for item, own in zip(items, aligned, strict=True))
    return [[place] if place else [] for _, place in cut]


def places_of_brackets(
    cell: str, names: Sequence[str], short: Sequence[str]
) -> tuple[list[list[str]], list[str]]:
    """Return the places of each author of "[Lee, Ann; Li, Bo] Univ X; [Li, Bo] Univ Y".

    Addresses without brackets, as older records have them, come behind: they are nobody's.

    >>> names = ["Lee, Ann", "Li, Bo"]
    >>> places_of_brackets("[Lee, Ann; Li, Bo] Univ X; [Li, Bo] Y", names, [])
    ([['Univ X'], ['Univ X', 'Y']], [])
    """
    found = _BRACKETED.findall(cell)
    if not found:
        places = (place.strip(" .") for place in cell.split(";"))
        return [[] for _ in names], [place for place in places if place]
    pairs = [
        (name.strip(), place.strip(" ;."))
        for people, place in found
        for name in people.split(";")
    ]
    return _matched(pairs, names, short), []


def places_in_parentheses(cell: str, names: Sequence[str]) -> list[list[str]]:
    """Return the places of each author of "Lee, Ann (X; Y); Li, Bo (Y)".

    >>> places_in_parentheses("Lee, Ann (X; Y (Oslo)); Li, Bo (Y)", ["Lee, Ann", "Li, Bo"])
    [['X', 'Y (Oslo)'], ['Y']]
    """
    found = list(_with_parentheses(cell))
    if len(found) == len(names):
        return [_places(inside) for _, inside in found]
    return _matched(
        [(name, place) for name, inside in found for place in _places(inside)],
        names,
        [],
    )


def values_of_names(cell: str, names: Sequence[str], short: Sequence[str]) -> list[str]:
    """Return the id of each author of "Lee, Ann/0000-…; Li, Bo/0000-…", "" of no id.

    >>> values_of_names("Li, Bo/7", ["Lee, Ann", "Li, Bo"], [])
    ['', '7']
    """
    pairs = [(name.strip(), value) for name, value in _ID_BEHIND.findall(cell)]
    return [values[0] if values else "" for values in _matched(pairs, names, short)]


def _cut_name(item: str, names: Sequence[str]) -> tuple[str, str]:
    """Return name and place of "Lee, A., University of X"; names are those it may be."""
    for name in names:
        if item.startswith(name) and item[len(name) : len(name) + 1] in ("", ","):
            return name, item[len(name) :].strip(" ,")
    name, _, place = (part.strip() for part in item.partition(","))
    first, _, rest = (part.strip() for part in place.partition(","))
    if _INITIALS.fullmatch(first):
        return f"{name}, {first}", rest
    return name, place


def _matched(
    pairs: Sequence[tuple[str, str]], names: Sequence[str], short: Sequence[str]
) -> list[list[str]]:
    """Return the values of pairs by whose name they stand with, in either form of it."""
    values: dict[str, list[str]] = {}
    for name, value in pairs:
        for key in {_key(name), _short_key(name)}:
            if value and value not in values.setdefault(key, []):
                values[key].append(value)
    shorts = short if len(short) == len(names) else [""] * len(names)
    # A family name and an initial tell an author who alone has them.
    initials = [_short_key(name) for name in names]
    alike = Counter(initials)
    return [
        values.get(_key(name))
        or values.get(_key(other))
        or (values.get(initial, []) if alike[initial] == 1 else [])
        for name, other, initial in zip(names, shorts, initials, strict=True)
    ]


def _key(name: str) -> str:
    return fold(name).replace(" ", "")


def _short_key(name: str) -> str:
    """Return family name and first initial; of a name without a comma the last is that."""
    family, comma, given = name.partition(",")
    if not comma:
        family, _, given = name.rpartition(" ")
        # "Lee AB" ends in initials, "Ann Lee" does not.
        if len(given.strip(".")) > 3:
            family, given = given, family
    return f"{_key(family)} {_key(given)[:1]}"


def _places(inside: str) -> list[str]:
    return [place.strip() for place in inside.split(";") if place.strip()]


def _with_parentheses(cell: str) -> Iterator[tuple[str, str]]:
    """Yield (name, what stands in parentheses behind it), parentheses within left there."""
    start, opened, depth = 0, -1, 0
    for place, sign in enumerate(cell):
        if sign == "(":
            depth += 1
            opened = place if depth == 1 else opened
        elif sign == ")" and depth:
            depth -= 1
            if not depth:
                yield cell[start:opened].strip(" ;"), cell[opened + 1 : place]
                start = place + 1
        elif sign == ";" and not depth:
            if cell[start:place].strip(" ;"):
                yield cell[start:place].strip(" ;"), ""
            start = place + 1
    if cell[start:].strip(" ;") and not depth:
        yield cell[start:].strip(" ;"), ""
