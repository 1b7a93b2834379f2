"""Lines of a header that are what they are by the lines above them.

A mark of an author begins an address, a country ends one, and what stands right below an
address goes on with it.
"""

from collections.abc import Iterator, Sequence

from kg.sources.pages.header_lines import HeaderLine
from kg.text.names.name_asides import ADDRESS_MARK, marks_between, plain_marks
from kg.text.places import is_place


def with_addresses(text: str, lines: Sequence[HeaderLine]) -> Iterator[HeaderLine]:
    """Yield the lines of a header, those that are addresses by what is above as such.

    Args:
        text: the page.
        lines: of its header, with the title told.
    """
    yield from _with_continuations(text, _with_marked_lines(text, lines))


def _with_marked_lines(text: str, lines: Sequence[HeaderLine]) -> Iterator[HeaderLine]:
    """Yield lines, those that begin with a mark of an author as addresses.

    What stands below people and ends with a country or a city is an address, too.
    """
    marks: frozenset[str] = frozenset()
    last = ""
    for line in lines:
        mark = ADDRESS_MARK.match(text, line.start, line.end)
        is_marked = mark is not None and bool(plain_marks(mark["mark"]) & marks)
        if line.form in ("authors", "other") and is_marked:
            line = line._replace(form="affiliation")
        elif line.form == "authors":
            marks |= marks_between(text, line.start, line.end)
        elif line.form == "other" and last in ("authors", "affiliation"):
            is_there = is_place(text[line.start : line.end].rpartition(",")[2])
            line = line._replace(form="affiliation" if is_there else "other")
        yield line
        last = line.form


def _with_continuations(text: str, lines: Iterator[HeaderLine]) -> Iterator[HeaderLine]:
    """Yield lines, those that go on with an address or with authors above as such."""
    last: HeaderLine | None = None
    for line in lines:
        if last and line.form in ("other", "authors") and _continues(text, last, line):
            line = line._replace(form=last.form)
        yield line
        last = line


def _continues(text: str, last: HeaderLine, line: HeaderLine) -> bool:
    """Tell whether a line right below goes on with a list, or with an address."""
    between = text[last.end : line.start]
    if between.count("\n") > 1 or last.form not in ("affiliation", "authors"):
        return False
    is_open = text[: last.end].rstrip().endswith((",", ";", " and", " &"))
    if last.form == "authors":
        return is_open and line.form == "other"
    return is_open or line.form == "other"
