"""How dialects write a tag in front of a value, and what a line is by that."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

# What programs leave at the start of a line: marks of the byte order, of no width.
_UNSEEN = "\ufeff\u200b\x00"
_DASH = "[-–—‐−]"

STRICT_DASH = re.compile(r"\A(?P<tag>[A-Z][A-Z0-9])  -(?: (?P<value>.*)|\s*+$)")
"""RIS as its specification has it: "TI  - On mills"."""
LOOSE_DASH = re.compile(
    rf"""
    \A\s*+ (?P<tag>[A-Z][A-Z0-9])
    (?: (?:[ ]{{2}}{_DASH}|\s{{0,4}}{_DASH}(?=\s|$)) (?P<value>.*)
      | (?:(?<=ER)|(?<=EF)) \s*+$ )                                # "ER" alone
    """,
    re.VERBOSE,
)
"""RIS as programs, editors and people write it."""
STRICT_MEDLINE = re.compile(
    r"\A(?=.{4}-)(?P<tag>[A-Z]{2,4}) {0,2}-(?: (?P<value>.*)|\s*+$)"
)
"""MEDLINE: four columns for the tag, "PMID- 1", "TI  - On mills"."""
LOOSE_MEDLINE = re.compile(
    rf"\A\s{{0,3}}(?P<tag>[A-Z]{{2,4}}\d?)\s{{0,4}}{_DASH}(?=\s|$)(?P<value>.*)"
)
JOINED_DASH = re.compile(r"\s(?=([A-Z][A-Z0-9])  - )")
"""Where a line end was lost in RIS, before the next tag."""
JOINED_MEDLINE = re.compile(r"\s(?=([A-Z]{2}(?=  - )|[A-Z]{3}(?= - )|[A-Z]{4}(?=- )))")
"""The same in MEDLINE."""
JOINED_BARE = re.compile(r"\s(T1|TI)\s(?=\S)")
"""A title behind a lost line end where tags look like words."""
BARE = re.compile(r"\A(?P<tag>[A-Z][A-Z0-9])(?=[ \t]|$)(?P<value>.*)")
"""Web of Science and RefWorks: "TI On mills"."""
PERCENT = re.compile(
    r"\A\s*+%(?P<tag>[A-Z0-9@!$+()\[\]*<>#&~^?,=])(?=\s|$)(?P<value>.*)"
)
"""Refer: "%T On mills"."""
BRACES = re.compile(r"\A\s*+\{(?P<tag>[A-Z][\w /&-]{0,40})\}\s?[:：](?P<value>.*)")
"""NoteExpress: "{Title}: On mills"."""
NAMED = re.compile(
    rf"""
    \A\s*+ (?P<tag>[A-Z][A-Za-z]{{1,20}}) {_DASH}
    (?:(?:[^\x00-\x7f]|\?)[^:：\s]{{0,20}}|DOI|URL) [:：] (?P<value>.*)
    """,
    re.VERBOSE,
)
"""CNKI, a name and the same in Chinese: "Title-题名: …"."""
COLON = re.compile(
    r"\A(?P<tag>[A-Za-z0-9]++(?:-[A-Za-z0-9]++)*+):(?=\s|$)(?P<value>.*)"
)
"""ReDIF: "Author-Name: Ann Lee"."""


@dataclass(frozen=True, slots=True)
class Syntax:
    """How the records of a dialect are written.

    Attributes:
        loose: the form of a line with a tag of `known`.
        known: the tags of the dialect; where there are none, any will do.
        first: tags with which a record begins.
        titles: a record has one of them; another behind a blank line is of the next.
        last: those with which one ends.
        of_file: those of the file as a whole, which no record holds.
        open_ended: fields whose text goes on over blank lines, to the next tag.
        strict: the form of a line that has a tag, whatever tag that is, if any has.
        joined: a blank before a tag in the midst of a line, where tags can be told there.
        joined_title: a title's tag in the midst of a line, for records without title.
    """

    loose: re.Pattern[str]
    known: frozenset[str]
    first: frozenset[str]
    titles: frozenset[str]
    last: frozenset[str] = frozenset()
    of_file: frozenset[str] = frozenset()
    open_ended: frozenset[str] = frozenset()
    strict: re.Pattern[str] | None = None
    joined: re.Pattern[str] | None = None
    joined_title: re.Pattern[str] | None = None


class TagLine(NamedTuple):
    """A line (counted from 1) with its tag, or None, and what stands behind it."""

    number: int
    tag: str | None
    text: str


def tag_lines(lines: Iterable[str], syntax: Syntax) -> Iterator[TagLine]:
    """Yield the lines of a file, each parted from its tag.

    A whole file may be set in; how far is told by its first tag. A line without a tag
    that is set in further keeps one blank in front.

    >>> refer = Syntax(PERCENT, frozenset("AT"), first=frozenset(), titles=frozenset("T"))
    >>> [tuple(line) for line in tag_lines(["  %T On mills", "   and wind"], refer)]
    [(1, 'T', 'On mills'), (2, None, ' and wind')]
    """
    indent: int | None = None
    for number, whole in enumerate(lines, start=1):
        for part in _parts(whole, syntax):
            line = part.lstrip(_UNSEEN)
            blanks = len(line) - len(line.lstrip(" \t"))
            cut = blanks if indent is None else min(blanks, indent)
            found = _find_tag(line[cut:], syntax)
            if found:
                indent = blanks if indent is None else indent
                yield TagLine(number, *found)
            else:
                text = line.strip()
                yield TagLine(
                    number, None, f" {text}" if text and blanks > cut else text
                )


def _parts(whole: str, syntax: Syntax) -> Iterator[str]:
    """Yield what were lines: at lone CRs, and where a tag stands in the midst of one."""
    for line in whole.split("\r"):
        start = 0
        for found in syntax.joined.finditer(line) if syntax.joined else ():
            if found[1] in syntax.known and line[: found.start()].strip():
                yield line[start : found.start()]
                start = found.end()
        yield line[start:]


def _find_tag(line: str, syntax: Syntax) -> tuple[str, str] | None:
    found = syntax.strict.match(line) if syntax.strict else None
    if found is None:
        found = syntax.loose.match(line)
        if found is None or (syntax.known and found["tag"] not in syntax.known):
            return None
    return found["tag"], (found["value"] or "").strip()
