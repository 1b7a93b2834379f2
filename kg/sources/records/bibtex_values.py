"""The values of BibTeX fields: macros put in, lists of names taken apart."""

import re
from collections.abc import Mapping

from kg.text.latex import decode_latex_field
from kg.text.names.author_lists import split_author_names
from kg.text.names.character_names import are_several_names

_SPACE = re.compile(r"\s*")
_BARE = re.compile(r"[^\s#{}\"]+")
_DELIMITER = re.compile(r"(?<!\\)[{}]")
_DELIMITER_OR_QUOTE = re.compile(r'(?<!\\)[{}"]')
# What matters in a list of names: escaped signs (passed over), braces, "and".
_NAME_MARK = re.compile(r"\\.|[{}]| and(?= |$)", re.IGNORECASE | re.DOTALL)
_LONGEST = 1 << 20  # macros of macros can grow without end


def expand(raw: str, macros: Mapping[str, str]) -> tuple[str, str]:
    """Put together a value as it stands in the file: `{…}`, `"…"`, `macro # " 12"`.

    A macro that is not defined stands for its own name.

    Args:
        raw: what stands behind the equals sign.
        macros: values by name, in lower case.

    Returns:
        The value without its delimiters, and what follows it unread (a comma is
        missing).

    >>> expand('{A} year = 2001', {})
    ('A', 'year = 2001')
    >>> expand('jan # " 12"', {"jan": "January"})
    ('January 12', '')
    """
    parts: list[str] = []
    place = _skip(raw, 0)
    while place < len(raw):
        part, place = _part(raw, place, macros)
        parts.append(part)
        place = _skip(raw, place)
        if raw[place : place + 1] != "#":
            break
        place = _skip(raw, place + 1)
    return "".join(parts)[:_LONGEST], raw[place:].strip()


def split_bibtex_names(value: str) -> tuple[str, ...]:
    """Split an author field at its "and"s; braces keep a group's name whole.

    Names stand in the order of the file, decoded: "von der Leyen, Ursula". "others" is
    nobody. Lists with commas for "and", which BibTeX forbids and people write, are
    taken apart too.

    >>> split_bibtex_names("Lee, Ann and {Mills and Sons} and others")
    ('Lee, Ann', 'Mills and Sons')
    """
    names: list[str] = []
    for name in split_at_and(" ".join(value.split())):
        decoded = decode_latex_field(name)
        if not decoded or decoded.lower() == "others":
            continue
        one = decoded.count(",") < 2 and ";" not in decoded
        if _is_braced(name) or (one and not are_several_names(decoded)):
            names.append(decoded)
        else:
            names += split_author_names(decoded)
    return tuple(names)


def _skip(raw: str, place: int) -> int:
    found = _SPACE.match(raw, place)
    return found.end() if found else place


def _part(raw: str, place: int, macros: Mapping[str, str]) -> tuple[str, int]:
    if raw[place] in '{"':
        end = _closing(raw, place)
        return raw[place + 1 : end], end + 1
    bare = _BARE.match(raw, place)
    if bare is None:
        return "", len(raw)
    return macros.get(bare[0].lower(), bare[0]), bare.end()


def _closing(raw: str, place: int) -> int:
    """Return where the `{` or `"` at `place` is closed; the end where it is not."""
    quoted = raw[place] == '"'
    depth = 0
    marks = (_DELIMITER_OR_QUOTE if quoted else _DELIMITER).finditer(raw, place + 1)
    for mark in marks:
        if mark[0] == "{":
            depth += 1
        elif depth == 0 and mark[0] == ('"' if quoted else "}"):
            return mark.start()
        elif mark[0] == "}":
            depth -= 1
    return len(raw)


def split_at_and(names: str) -> list[str]:
    """Return the parts of a list of names between each "and" that stands in no braces.

    >>> split_at_and("Lee, Ann and {Mills and Sons} and others")
    ['Lee, Ann', '{Mills and Sons}', 'others']
    """
    found: list[str] = []
    start = depth = 0
    for mark in _NAME_MARK.finditer(names):
        if mark[0] == "{":
            depth += 1
        elif mark[0] == "}":
            depth = max(depth - 1, 0)
        elif mark[0].startswith(" ") and depth == 0:
            found.append(names[start : mark.start()].strip())
            start = mark.end()
    found.append(names[start:].strip())
    return [name for name in found if name]


def _is_braced(name: str) -> bool:
    """Tell whether braces enclose the whole name."""
    return name.startswith("{") and _closing(name, 0) == len(name) - 1
