"""A cell that holds a list → its items; what stands between them is told by the column.

One cell may have a single author, with a comma in the name: that others of its column
have semicolons says that the comma separates nobody.
"""

import re
from collections.abc import Iterable, Sequence

from kg.sources.records.record_values import inverted_name
from kg.text.names.author_lists import split_author_names

# Asked in this order: what nobody writes within a name or a term stands first.
_BRACKETS = "];["  # between references in Dimensions, each in brackets
_SEPARATORS = (_BRACKETS, "|", ";", "；", "//", "\n", "、")
# Names and terms may have one, so it separates only where nothing else does.
_COMMA = ","
_AND = re.compile(r"(?<!\s)\s++(?:(?:and|&|und|y|et)\s++|(?:;\s*+))|;\s*+")
_SMALL_AND = " and "
# As Python and JSON print a text, in single or in double quotes.
_STRING = r"""(?:'((?:[^'\\]|\\.)*+)'|"((?:[^"\\]|\\.)*+)")"""
_STRINGS = re.compile(_STRING)
_NAMED = re.compile(rf"""['"](?:display_|full_?)?name['"]\s*:\s*{_STRING}""")
# A list within a list: the parts of one name.
_INNER = re.compile(r"\[([^\[\]]*+)\]")
_LITERAL = re.compile(r"\s*\[\s*(?:[\[{'\"].*)?\]\s*", re.DOTALL)
_ESCAPED = re.compile(r"\\(.)")


def find_separator(cells: Iterable[str]) -> str:
    """Return what stands between the items of a column's cells; "" where nothing does.

    >>> find_separator(["Lee, Ann; Li, Bo", "Roe, Cy"]), find_separator(["Ann Lee"])
    (';', '')
    """
    filled = [cell.strip() for cell in cells if not _LITERAL.fullmatch(cell)]
    for separator in _SEPARATORS:
        if any(_separates(separator, cell) for cell in filled):
            return separator
    return ""


def _separates(separator: str, cell: str) -> bool:
    """Tell whether a cell has a separator; one of slashes is none of an address."""
    return separator in cell and not (separator == "//" and "://" in cell)


def find_term_separator(cells: Iterable[str]) -> str:
    """Return what stands between the terms of a column's cells: commas, if nothing else.

    >>> find_term_separator(["mills, wind", "water"])
    ','
    """
    filled = [cell for cell in cells if cell.strip()]
    return find_separator(filled) or _COMMA * any(_COMMA in cell for cell in filled)


def find_name_separator(cells: Iterable[str]) -> str:
    """Return what stands between the names of a column's cells; "" where each cell tells.

    A comma separates names where each part of all cells has two words or more.

    >>> find_name_separator(["van Eck NJ, Waltman L", "Roe C"])
    ','
    >>> find_name_separator(["Lee, Ann and Li, Bo", "Roe, Cy"])
    ' and '
    """
    filled = [cell for cell in cells if cell.strip() and not _LITERAL.fullmatch(cell)]
    found = find_separator(filled)
    if found:
        return found
    if any(_joins_inverted(cell) for cell in filled):
        return _SMALL_AND
    parts = [part for cell in filled for part in cell.strip(" ,.").split(_COMMA)]
    if len(parts) > len(filled) and all(len(part.split()) > 1 for part in parts):
        return "" if any(_AND.search(cell) for cell in filled) else _COMMA
    return ""


def _joins_inverted(cell: str) -> bool:
    """Tell "Lee, Ann and Li, Bo" by a comma in each part."""
    parts = cell.split(_SMALL_AND)
    return len(parts) > 1 and all(part.count(_COMMA) == 1 for part in parts)


def split_list(cell: str, separator: str) -> list[str]:
    """Return the items of a cell; those of a list as programs print it, too.

    >>> split_list("mills; wind", ";"), split_list("['mills', 'wind']", "")
    (['mills', 'wind'], ['mills', 'wind'])
    """
    return [item for item in split_places(cell, separator) if item]


def split_places(cell: str, separator: str) -> list[str]:
    """Return the items of a cell, empty ones as well: of a list with one an author.

    >>> split_places("Oslo||Kyoto", "|")
    ['Oslo', '', 'Kyoto']
    """
    printed = read_printed_list(cell)
    if printed is not None:
        return printed
    cell = cell.strip().strip("[]") if separator == _BRACKETS else cell
    items = cell.split(separator) if separator else [cell]
    return [" ".join(item.split()) for item in items]


def split_names(cell: str, separator: str) -> list[str]:
    """Return the names in a cell; without a separator by what the names look like.

    >>> split_names("Lee, Ann, Li, Bo", "")
    ['Lee, Ann', 'Li, Bo']
    """
    if separator or read_printed_list(cell) is not None:
        names = split_list(cell, separator)
        if separator in ("", _SMALL_AND):
            return names
        return [name for name in map(_without_and, names) if name]
    return list(split_author_names(cell))


def split_glued(cell: str) -> list[str]:
    """Return names that stand behind each other without anything between them.

    >>> split_glued("Ann LeeBo McDonaldCy Roe")
    ['Ann Lee', 'Bo McDonald', 'Cy Roe']
    """
    return [" ".join(name.split()) for name in _GLUED.split(cell) if name.strip()]


# A small letter before a capital, but for "McDonald", "MacLeod", "DeLuca".
_GLUED = re.compile(
    r"(?<=[^\W\d_A-Z])(?<!\bMc)(?<!\bMac)(?<!\b[DL]e)(?<!\b[DL]a)(?<!\bDi)(?<!\bO)"
    r"(?=[A-ZÀ-ÖØ-Þ])"
)


def _without_and(name: str) -> str:
    """Return a name without the "and" before the last, and without a full stop alone."""
    bare = re.sub(r"^(?:and|&)\s+", "", name)
    return "" if bare.strip(" .") in ("", "et al") else bare


def read_printed_list(cell: str) -> list[str] | None:
    """Return the items of a list as Python or JSON prints it; None of another cell.

    Of an object that is its name; of a list in it the parts of a name.

    >>> read_printed_list("[['Lee', 'Ann', ''], ['Li', 'Bo', '']]")
    ['Lee, Ann', 'Li, Bo']
    """
    if not _LITERAL.fullmatch(cell):
        return None
    body = cell.strip()[1:-1]
    if body.lstrip().startswith("{"):
        return _filled(_string(found) for found in _NAMED.finditer(body))
    if body.lstrip().startswith("["):
        return _filled(_name_of(_strings(inner)) for inner in _INNER.findall(body))
    return _filled(_strings(body))


def _name_of(parts: Sequence[str]) -> str:
    """Return the name of the parts "Family, given, suffix"."""
    family, given, suffix = (*parts[:3], "", "", "")[:3]
    return inverted_name(family, given, suffix)


def _strings(text: str) -> list[str]:
    return [_string(found) for found in _STRINGS.finditer(text)]


def _string(found: re.Match[str]) -> str:
    return _ESCAPED.sub(r"\1", found[1] if found[1] is not None else found[2])


def _filled(items: Iterable[str]) -> list[str]:
    return [item for item in (" ".join(item.split()) for item in items) if item]
