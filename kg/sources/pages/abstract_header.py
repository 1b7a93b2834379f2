"""The header of an abstract: its title, its author lines, the addresses below or between.

Headers come in many layouts; what a line is depends on its look, on labels, and, for
the title, on what the other lines are.
"""

import re
from collections.abc import Iterator, Sequence

from kg.records import Section
from kg.sources.pages.header_addresses import with_addresses
from kg.sources.pages.header_lines import (
    HeaderLine,
    LineForm,
    cut_addresses,
    header_form,
)
from kg.sources.pages.header_title import settle_title
from kg.sources.pages.speaker_lines import speaker_start
from kg.sources.pages.talk_labels import Label, read_label
from kg.text.names.author_rows import last_of_row

_LINE = re.compile(r"\S(?:[^\n]*\S)?")
_BY = re.compile(r"(?:[Bb]y|BY|[Vv]on|[Pp]ar|[Pp]or|[Dd]i):?\s+")
# Labels that only headers of abstracts have.
_ROLE = re.compile(
    r"(?:presenting\s(?:author|speaker)|presenter|first\sauthor|lead\sauthor|senior\sauthor"
    r"|co-?authors?|contributors?)(?:\(s\))?\s?[:：]\s*",
    re.IGNORECASE,
)


def header_sections(text: str, end: int, *, title_below: bool = False) -> list[Section]:
    """Return title, authors and affiliations among the lines of `text[:end]`.

    Args:
        text: a page.
        end: where the header ends and the abstract, or its label, begins.
        title_below: names stand above the title.

    Returns:
        Sections in order; each address is one of its own, its mark before it.

    >>> page = "On mills\\nAda Holm¹\\n¹ Lund University\\n\\nThey turn."
    >>> [(s.kind, page[s.start : s.end]) for s in header_sections(page, 38)]
    [('title', 'On mills'), ('authors', 'Ada Holm¹'), ('affiliation', 'Lund University')]
    """
    read = list(read_header_lines(text, 0, end))
    titled = settle_title(text, read, title_below=title_below)
    lines = with_addresses(text, titled)
    found: list[Section] = []
    for line in lines:
        if line.form in ("title", "authors"):
            found.append(Section(line.start, line.end, line.form))
        elif line.form == "affiliation":
            places = cut_addresses(text, line.start, line.end)
            found += (Section(a, b, "affiliation") for a, b in places)
    return list(_join_rows(text, found))


def read_header_lines(text: str, start: int, end: int) -> Iterator[HeaderLine]:
    """Yield the lines that are not blank, each with its form; names that wrap as one.

    >>> [line.form for line in read_header_lines("On mills\\nby Ada Holm", 0, 20)]
    ['other', 'authors']
    """
    pending: LineForm | None = None  # the label above, if nothing stands behind it
    spans = [found.span() for found in _LINE.finditer(text, start, end)]
    last = -1  # line of a row of names
    for number, (begin, stop) in enumerate(spans):
        if number <= last:
            continue
        if role := _ROLE.match(text, begin, stop):
            yield HeaderLine("authors", role.end(), stop, is_labelled=True)
            continue
        label = read_label(text[begin:stop])
        form = _labelled_form(label) if label else pending
        if label and begin + label.end >= stop:
            pending = form
        elif form:
            value = begin + (label.end if label else 0)
            yield HeaderLine(form, value, stop, is_labelled=True)
            pending = None
        else:
            last = last_of_row(text, spans, number)
            yield _unlabelled(text, begin, spans[last][1])


def _labelled_form(label: Label) -> LineForm:
    """Return what a line with a label is: of what stands in no header, a note."""
    if label.meaning in ("title", "authors", "affiliation"):
        return label.meaning
    return "note"


def _unlabelled(text: str, start: int, stop: int) -> HeaderLine:
    """Return a line without a label, without a date or a "by" before names."""
    start += speaker_start(text[start:stop])
    form = header_form(" ".join(text[start:stop].split("\n")))
    by = _BY.match(text, start, stop) if form != "note" else None
    if by and header_form(text[by.end() : stop]) == "authors":
        return HeaderLine("authors", by.end(), stop, is_labelled=True)
    return HeaderLine(form, start, stop)


def _join_rows(text: str, sections: Sequence[Section]) -> Iterator[Section]:
    """Yield sections, those that a line's end cut apart as one."""
    last: Section | None = None
    for section in sections:
        if last and _is_one(text, last, section):
            last = Section(last.start, section.end, last.kind)
            continue
        if last:
            yield last
        last = section
    if last:
        yield last


def _is_one(text: str, last: Section, section: Section) -> bool:
    """Tell rows of names, and an address that goes on behind a comma, from two parts."""
    between = text[last.end : section.start]
    if last.kind == section.kind == "authors":
        return not between.strip()
    is_address = last.kind == section.kind == "affiliation"
    return is_address and between.strip() == "," and between.count("\n") == 1
