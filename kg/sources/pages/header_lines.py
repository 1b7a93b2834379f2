"""What each line above an abstract is: authors, an address, a note, or perhaps the title.

Addresses may have marks before them, "¹ University of Oslo" or "(b) MIT", by which
authors are tied to them.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from kg.institutions.candidates import candidates_of_affiliation
from kg.sources.pages.boilerplate import is_caseless, is_mostly_lower_case, is_prose
from kg.text.names.author_rows import reads_as_people
from kg.text.names.listed_names import names_workplace
from kg.text.names.name_asides import ADDRESS_MARK, RAISED, SIGNS, blank_asides
from kg.text.places import is_place

HeaderForm = Literal["authors", "affiliation", "note", "other"]
LineForm = HeaderForm | Literal["title"]
"""What a line is by its look, or by its label and the other lines as well."""

Span = tuple[int, int]

_REMEMBERED = 1 << 13  # lines: each is asked for several times
_PROSE_WORDS = 25
_LONGEST = 2_000  # characters of a line of authors or addresses
# Where a further address may begin in a line: behind a comma, an "and" or a blank.
_FURTHER = re.compile(rf"[;,.]?\s(?:and\s)?(?=\S)|[;,.]?(?=[{RAISED}])|[;,]")
_SEMICOLON = re.compile(r"[;；]\s*")
_LETTERS = "abcdefghijk"
# What is neither title nor authors nor address; titles may begin with words of these.
_NOTE = re.compile(
    r"""
    \W*(?:
        (?:e-?mails?(?:\saddress(?:es)?)?|contact|tel|phone|fax|orcid|doi|funding|dated?
          |key\s?words|index\sterms|correspondencia|kontakt|acknowledge?ments?
          |(?:conflicts?\sof|competing)\sinterests?|(?:this|first|current)\s(?:version|draft)
        )\s?[:：.]
      | e-?mail\b|(?:to\swhom\s)?correspond(?:ing|ence)\s(?:authors?|to|should|address)
      | (?:these|both|all|the(?:\sfirst\s\w+)?)\sauthors?\s(?:have\s)?(?:also\s)?
        (?:contributed|are\sjoint|share|wish|thank|acknowledge|declare|gratefully
          |are\s(?:very\s)?grateful)
      | equal(?:ly)?\scontribut|contributed\sequally|(?:joint|shared)\s(?:first|senior|last)\b
      | (?:present|current|permanent)\saddress\b|deceased\W*$|on\sleave\s|presenting\sauthor
      | (?:received|accepted|published|submitted|revised|available\sonline|posted)\b.{0,60}\d
      | (?:this\s(?:work|research|study|project)\s(?:was|is|has\sbeen)\s(?:\w+ly\s)?)?
        (?:supported|funded)\s(?:in\spart\s)?by
      | (?:we|i)\s(?:thank|are\s(?:very\s)?grateful|gratefully)\b
      | arxiv\s?:|https?:|www\.|©|copyright\s(?:©|\(c\)|\d)|vol\.?\s?\d|pp?\.\s?\d|isbn\b|issn\b
      | (?:oral|poster|session|talk|keynote|invited|contributed|paper)\s
        (?:presentation|lecture|talk|session|paper|no\b|[a-z]{0,3}[-.]?\d)
      | working\spaper\b|(?:submitted|to\sappear)\s(?:to|in)\b|preprint\W*$|draft\W*$
    )
    | .{0,200} \b (?: vol(?:ume)?\.?\s\d | pp?\.\s?\d | \d+\s?\(\d{1,2}\),?\s?\d | issn\b
      | \d{1,4}\s?\((?:19|20)\d\d\)\s?\S )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_DATE = re.compile(
    r"""
    (?=.*\d) (?: [\W\d_]
      | (?:jan|feb|m[aä]r|apr|avr|abr|ma[iy]|jun|juin|jul|ao[uû]t|aug|ago|sep|set|o[ck]t|out
        |nov|de[cz]|d[ée]c|dic|gen|f[ée]v|ene|mag|giu|lug|mon|tue|wed|thu|fri|sat|sun
        )[^\W\d_]{0,8}+(?![^\W\d_])
      | (?:[ap]m|uhr|gmt|utc|c[de]?st|de|of|the|st|nd|rd|th|am|um|at|to|from|until|le|h)
        (?![^\W\d_])
    )++
    """,
    re.VERBOSE | re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]{2}")


class HeaderLine(NamedTuple):
    """A line of a header: what it is, and where its words stand, without a label."""

    form: LineForm
    start: int
    end: int
    is_labelled: bool = False


@lru_cache(maxsize=_REMEMBERED)
def header_form(line: str) -> HeaderForm:
    """Return what a line above an abstract is, told from the line alone.

    >>> header_form("Ada Holm¹ and Bo Li²"), header_form("² MIT, Cambridge, USA")
    ('authors', 'affiliation')
    >>> header_form("* Corresponding author"), header_form("On mills")
    ('note', 'other')
    """
    if len(line) > _LONGEST:
        return "other"
    if _NOTE.match(line):
        return "note"
    if is_prose(line, words=_PROSE_WORDS) and not is_caseless(line):
        return "other"  # to look for names in each paragraph would take long
    if not _WORD.search(blank_asides(line)):
        return "note"
    if reads_as_people(line):
        return "authors"
    if is_address(line):
        return "affiliation"
    return "note" if _DATE.fullmatch(line) else "other"


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

    Marks follow each other (1, 2; a, b), which tells them from numbers of houses. Where
    the line begins with none, semicolons part addresses.

    >>> line = "1 Lund University, 22 Sand St; 2 MIT"
    >>> [line[a:b] for a, b in cut_addresses(line, 0, len(line))]
    ['Lund University, 22 Sand St', 'MIT']
    """
    mark = ADDRESS_MARK.match(text, start, end)
    begin = mark.end() if mark else start
    for found in (_FURTHER if mark else _SEMICOLON).finditer(text, start + 1, end):
        following = ADDRESS_MARK.match(text, found.end(), end) if mark else None
        if mark and not (following and _is_next_mark(mark["mark"], following["mark"])):
            continue
        yield from _trimmed(text, begin, found.start())
        begin = following.end() if following else found.end()
        mark = following
    yield from _trimmed(text, begin, end)


def _is_next_mark(mark: str, following: str) -> bool:
    """Tell whether one mark comes right after another: 1 and 2, a and b, any two signs."""
    one, other = (unicodedata.normalize("NFKC", each) for each in (mark, following))
    if one.isdecimal() and other.isdecimal():
        return int(other) == int(one) + 1
    if one in _LETTERS and other in _LETTERS:
        return ord(other) == ord(one) + 1
    return other in SIGNS


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the place of an address without what parts it from others, if it is one."""
    while start < end and text[start].isspace():
        start += 1
    stop = start + len(text[start:end].rstrip(" \t\n;,"))
    if start < stop:
        yield start, stop
