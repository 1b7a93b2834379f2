"""What each line above an abstract is: authors, an address, a note, or perhaps the title.

Addresses may have marks before them, "¹ University of Oslo" or "(b) MIT", by which
authors are tied to them.
"""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from kg.institutions.candidates import candidates_of_affiliation
from kg.sources.pages.boilerplate import is_detail, is_mostly_lower_case
from kg.text.names.author_rows import reads_as_people
from kg.text.names.listed_names import names_workplace
from kg.text.names.name_asides import ADDRESS_MARK, RAISED, blank_asides
from kg.text.places import is_place

HeaderForm = Literal["authors", "affiliation", "note", "other"]
Span = tuple[int, int]

_LONGEST = 2_000  # characters of a line of authors or addresses
# Where a further address may begin in a line: behind a semicolon, a comma, a full stop.
_FURTHER = re.compile(
    rf"[;,.]?\s(?={ADDRESS_MARK.pattern.replace('?P<mark>', '?:')})|[;,]\s*(?=[{RAISED}])"
)
_NOTE = re.compile(
    r"""
    \W*(?:
        corresponding|correspondence|e-?mails?\b|contact\b|tel\b|phone|fax|orcid|doi\b
      | (?:this|the)\s(?:work|author|research)|these\sauthors|equal|joint|both\sauthors
      | (?:present|current|permanent)\saddress|deceased|on\sleave|presenting|presenter
      | received|accepted|published|submitted|revised|available\sonline|dated?\b
      | (?:funding|supported|funded|acknowledge|conflict|competing)\w*
      | key\s?words|index\sterms|arxiv|https?:|www\.|©|copyright|vol\b|volume|pp\b|isbn|issn
      | (?:oral|poster|session|talk|keynote|invited|contributed)\b.{0,40}$
      | joint\swork|to\sappear|preprint|(?:this|first|current)\s(?:version|draft)|working\spaper
      | (?:we|i|the\sauthors?)\s(?:thank|are\s(?:very\s)?grateful|gratefully|acknowledge|wish\sto)
    )
    | .{0,200} \b (?: vol(?:ume)?\.?\s\d | pp?\.\s?\d | \d+\s?\(\d{1,2}\),?\s?\d | issn\b )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]{2}")


class HeaderLine(NamedTuple):
    """A line of a header: what it is, and where its words stand, without a label."""

    form: str
    start: int
    end: int
    is_labelled: bool = False


def header_form(line: str) -> HeaderForm:
    """Return what a line above an abstract is, told from the line alone.

    >>> header_form("Ada Holm¹ and Bo Li²"), header_form("² MIT, Cambridge, USA")
    ('authors', 'affiliation')
    >>> header_form("* Corresponding author"), header_form("On mills")
    ('note', 'other')
    """
    if len(line) > _LONGEST:
        return "other"
    if _NOTE.match(line) or not _WORD.search(blank_asides(line)):
        return "note"
    if reads_as_people(line):
        return "authors"
    if is_address(line):
        return "affiliation"
    return "note" if is_detail(line) else "other"


def is_address(line: str) -> bool:
    """Tell whether a line names an institution, or where one is, and is no sentence.

    >>> is_address("¹Faculty of Law, Lund"), is_address("How a university grows")
    (True, False)
    """
    mark = ADDRESS_MARK.match(line)
    rest = line[mark.end() :] if mark else line
    if is_mostly_lower_case(rest):
        return False
    parts = [part.strip(" .") for part in re.split("[,;，、]", rest)]
    if any(names_workplace(part) for part in parts) and (mark or len(parts) > 1):
        return True
    if mark and (len(parts) > 1 or is_place(parts[-1])):
        return True
    return any(c.sure for c in candidates_of_affiliation(rest, 0, len(rest)))


def cut_addresses(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the addresses of a line, without the marks before them.

    Where none begins with a mark, semicolons part them.

    >>> line = "1 Lund University; 2 MIT"
    >>> [line[a:b] for a, b in cut_addresses(line, 0, len(line))]
    ['Lund University', 'MIT']
    """
    marked = ADDRESS_MARK.match(text, start, end)
    cut = _FURTHER if marked else re.compile(r"[;；]\s*")
    begin = start
    for found in [*cut.finditer(text, start + 1, end), None]:
        stop = found.start() if found else end
        mark = ADDRESS_MARK.match(text, begin, stop) if marked else None
        first = mark.end() if mark else begin
        while first < stop and text[first].isspace():
            first += 1
        last = first + len(text[first:stop].rstrip(" \t;,"))
        if first < last:
            yield first, last
        begin = found.end() if found else end
