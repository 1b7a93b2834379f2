"""Which line above an abstract is its title, and what of it is."""

import re
from collections.abc import Sequence

from kg.sources.pages.boilerplate import count_words, ends_a_sentence
from kg.sources.pages.header_lines import HeaderLine
from kg.text.names.author_rows import split_author_row
from kg.text.names.listed_names import has_known_given_name, names_workplace
from kg.text.names.name_asides import SIGNS

# A longer first paragraph is the abstract.
_TITLE_WORDS = 40
_LONGEST_JOINT = 4  # letters of a small word that a title's line may end with
# A number of the programme before a title: "[P2.13] ", "P-017: ".
_CODE = re.compile(
    r"(?:[\[(](?=[^\])\n]*\d)[\w .-]{1,12}[\])]:?|[A-Z]{0,3}[-.]?\d{1,4}(?:[.-]\d{1,3})?:)\s+"
)


def settle_title(
    text: str, lines: list[HeaderLine], *, title_below: bool
) -> list[HeaderLine]:
    """Return the lines of a header with one of them as the title, if one can be it.

    Args:
        text: the page.
        lines: those of a header, each told by its look.
        title_below: names stand above the title.
    """
    if not lines or any(line.form == "title" for line in lines):
        return lines
    others = [n for n, line in enumerate(lines) if line.form == "other"]
    place = others[0] if title_below and others else _title_line(text, lines)
    if place is None:
        return lines
    stop = place + 1
    while stop < len(lines) and _goes_on(text, lines[stop - 1].end, lines[stop]):
        stop += 1
    start, end = _without_marks(text, lines[place].start, lines[stop - 1].end)
    following = lines[stop].form if stop < len(lines) else ""
    if not _may_be_title(text[start:end], following):
        return lines
    return [*lines[:place], HeaderLine("title", start, end), *lines[stop:]]


def _without_marks(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a title's place without a number of the programme, and marks of notes."""
    code = _CODE.match(text, start, end)
    begin = code.end() if code else start
    return begin, begin + len(text[begin:end].rstrip(" " + SIGNS))


def _may_be_title(words: str, following: str) -> bool:
    """Tell a title by its length, and by its end if authors do not follow."""
    if count_words(words) > _TITLE_WORDS:
        return False
    return not ends_a_sentence(words) or (following == "authors" and words[-1] == ".")


def _title_line(text: str, lines: Sequence[HeaderLine]) -> int | None:
    """Return which line is the title: the first, unless that names people for certain.

    Notes above it, as a date, are passed over.
    """
    told = [n for n, line in enumerate(lines) if line.form != "note"]
    if not told:
        return None
    first = lines[told[0]]
    others = [n for n in told if lines[n].form == "other"]
    alone = len(told) == 1
    is_names = first.is_labelled or _surely_people(text, first, alone=alone)
    if not others:
        return None if is_names else told[0]
    # A title may name an institution; an address alone heads nothing.
    is_address = first.form == "affiliation" and lines[told[1]].form == "other"
    return others[0] if is_names or is_address else told[0]


def _surely_people(text: str, line: HeaderLine, *, alone: bool) -> bool:
    """Tell a line of people from a title in capitals that looks like one.

    Args:
        text: the page.
        line: one of its lines.
        alone: nothing else stands above the abstract, so that it may be its title.
    """
    if line.form != "authors":
        return False
    row = text[line.start : line.end]
    names = [row[start:end] for start, end in split_author_row(row)]
    known = sum(has_known_given_name(_direct(name)) for name in names)
    placed = any(names_workplace(part) for part in row.replace("(", ",").split(","))
    return known * 2 > len(names) and (placed or len(names) > 1 or not alone)


def _direct(name: str) -> str:
    """Return a name with the given name first."""
    family, _, given = name.partition(",")
    return f"{given} {family}".strip()


def _goes_on(text: str, end: int, line: HeaderLine) -> bool:
    """Tell whether a line goes on with the title above it, which was too long for one."""
    if line.form != "other" or "\n\n" in text[end : line.start].replace(" ", ""):
        return False
    before = text[text.rfind("\n", 0, end) + 1 : end].rstrip()
    word = before.split()[-1]
    if text[line.start].islower() or before.endswith((":", " -", "–", ",")):
        return True
    return word.islower() and len(word) <= _LONGEST_JOINT
