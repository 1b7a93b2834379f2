"""What records of any format have in common: how their fields are read.

A record's text is its title, a line feed and its abstract, both as they stand.
"""

import re
from collections.abc import Callable, Iterable, Sequence

from kg.records import Author, Document, Remark, Section, SubjectHeading

# From the first printed journals on; five digits are no year.
_YEAR = re.compile(r"\s*((?:1[5-9]|20)\d\d)(?!\d)")
_BRACKETS = re.compile(r"\[[^\[\]]{0,40}\]")
# "20190501" is a date of eight digits.
_YEAR_WITHIN = re.compile(
    r"(?<!\d)((?:1[5-9]|20)\d\d)(?=(?:(?:0\d|1[0-2])(?:[0-2]\d|3[01]))?(?!\d))"
)


def record_document(
    title: str | None,
    abstract: str | None,
    *,
    id: str,  # noqa: A002 - the field's name
    source: str,
    record_line: int,
    venue: str | None = None,
    year: int | None = None,
    doi: str | None = None,
    authors: tuple[Author, ...] = (),
    keywords: tuple[str, ...] = (),
    subjects: tuple[SubjectHeading, ...] = (),
    ids: tuple[tuple[str, str], ...] = (),
    references: tuple[str, ...] = (),
    type: str | None = None,  # noqa: A002 - the field's name
    language: str | None = None,
) -> Document:
    """Make a document of a record that has a title, an abstract, or both.

    Raises:
        ValueError: it has neither.
    """
    parts = [part for part in (title, abstract) if part is not None]
    if not parts:
        raise ValueError("a record needs a title or an abstract")
    sections = []
    start = 0
    if title is not None:
        sections.append(Section(0, len(title), "title"))
        start = len(title) + 1
    if abstract is not None:
        sections.append(Section(start, start + len(abstract), "body"))
    return Document(
        id=id,
        source=source,
        text="\n".join(parts),
        sections=tuple(sections),
        record_line=record_line,
        title=title,
        venue=venue,
        year=year,
        doi=doi,
        authors=authors,
        keywords=keywords,
        subjects=subjects,
        ids=ids,
        references=references,
        type=type,
        language=language,
    )


def reject_without_text(complaints: Sequence[str], *, source: str, line: int) -> Remark:
    """Return the remark on a record that is lost: it has no title and no abstract.

    Args:
        complaints: what was wrong with its fields, of which these may be.
        source: the file's name.
        line: at which the record begins, counted from 1.

    >>> reject_without_text(['field "title" is ignored'], source="x", line=1).reason
    'a record without title and abstract (field "title" is ignored)'
    """
    why = f" ({'; '.join(complaints)})" if complaints else ""
    return Remark(source, line, f"a record without title and abstract{why}")


def parse_year(value: str) -> int | None:
    """Return the year at the beginning of "2019", "2019-05-01", "2019/2020".

    Years are those in which there was printing; of other values None.

    >>> parse_year("2019-05-01"), parse_year("in press")
    (2019, None)
    """
    found = _YEAR.match(value)
    return int(found[1]) if found else None


def find_year(value: str) -> int | None:
    """Return the first year anywhere in "May 2019", "2019/2020", "c2019", "[2019]".

    One in brackets beside another is that of an earlier edition: "[1990] 2002".

    >>> find_year("Spring of 2019"), find_year("20190501"), find_year("[1990] 2002")
    (2019, 2019, 2002)
    """
    found = _YEAR_WITHIN.search(_BRACKETS.sub("", value)) or _YEAR_WITHIN.search(value)
    return int(found[1]) if found else None


def find_dated(texts: Iterable[str]) -> str:
    """Return the first text with a year in it; else the first of all, "" of none.

    >>> find_dated(["in press", "May 2019"]), find_dated(["in press"]), find_dated([])
    ('May 2019', 'in press', '')
    """
    held = list(texts)
    return next(filter(find_year, held), held[0] if held else "")


def split_keywords(value: str) -> tuple[str, ...]:
    """Split a list in a string: at semicolons, or at commas where it has none.

    >>> split_keywords("trees, rooted; walks")
    ('trees, rooted', 'walks')
    """
    separator = ";" if ";" in value else ","
    stripped = (" ".join(keyword.split()) for keyword in value.split(separator))
    return tuple(keyword for keyword in stripped if keyword)


def join_lines(lines: Iterable[str], goes_on: Callable[[str, str], bool]) -> list[str]:
    """Return the items of a list that stand a line each, those that were wrapped whole.

    Args:
        lines: of the list.
        goes_on: tells of an item so far, and the line below, whether that is of it.

    >>> join_lines(["Univ Oslo,", " Norway", "Univ Bonn"], lambda item, _: item[-1] == ",")
    ['Univ Oslo, Norway', 'Univ Bonn']
    """
    items: list[str] = []
    for line in lines:
        if items and goes_on(items[-1], line):
            items[-1] = f"{items[-1]} {line.strip()}"
        else:
            items.append(line.strip())
    return items
