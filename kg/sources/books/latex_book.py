r"""LaTeX with abstracts in it: a paper's beginning, or a book of talks.

A talk begins with a title: `\title`, a heading, or the first argument of an environment
such as `talk`; people and places are told by their commands, or by how the lines read
that stand above the text. A heading with neither people nor an abstract is no talk.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kg.files.opened_file import Head, Opened
from kg.records import Affiliation, Author, Document, Remark
from kg.sources.books.latex_commands import (
    Command,
    read_commands,
    without_comments,
)
from kg.sources.pages.boilerplate import is_prose
from kg.sources.pages.header_lines import is_address
from kg.sources.records.calendar.speakers import names_speakers, read_speakers
from kg.sources.records.fields import split_keywords
from kg.sources.records.record_values import RecordValues, document_from_values
from kg.text.counts import format_count
from kg.text.latex import decode_latex_field

_TITLES = ("title", "talktitle", "papertitle", "abstracttitle", "Title", "posttitle")
_HEADINGS = ("chapter", "section", "subsection", "subsubsection")
_PEOPLE = (
    "author",
    "authors",
    "speaker",
    "speakers",
    "presenter",
    "Author",
    "talkauthor",
)
_PLACES = (
    *("affil", "affiliation", "address", "institute", "institution", "university"),
    *("Affiliation", "affiliations", "speakeraffiliation"),
)
_KEYWORDS = ("keywords", "keyword", "Keywords")
_NAMES = frozenset(
    [*_TITLES, *_HEADINGS, *_PEOPLE, *_PLACES, *_KEYWORDS, "abstract", "date"]
)
_TALK = re.compile(
    r"(?:talk|abstract|contribution|poster|lecture|presentation|conf)\w*", re.I
)
_FITS = re.compile(
    r"^[^\S\n]*+\\(?:documentclass|begin\{(?:document|abstract|talk)|title\s*[\[{]"
    r"|(?:chapter|section)\*?\{)",
    re.MULTILINE,
)
_BREAK = r"\\\\(?:\[[^\]]*\])?"
_AND = re.compile(rf"\\(?:and|And|AND)\b|{_BREAK}|\\quad|\\qquad")
_LINE_END = re.compile(rf"{_BREAK}|\n")
# Marks and notes of authors, which are no part of their names.
_NOTES = re.compile(
    r"\\(?:thanks|footnote|inst|orcid\w*|email|texttt|href)\s*\{[^{}]*\}|\$\^?[^$]*\$"
)
_LAYOUT = re.compile(
    r"\\(?:maketitle|noindent|bigskip|medskip|smallskip|newpage|clearpage|par)\b\*?"
)
_LONGEST_PLACE = 1000  # characters
_MOST_HEADS = 6  # lines above a text


@dataclass(slots=True)
class _Talk:
    """What was read of a talk so far, and where in the file it begins."""

    place: int
    values: RecordValues = field(default_factory=RecordValues)
    text: str = ""  # that stands below its heading


def fits(head: Head) -> bool:
    r"""Tell LaTeX by a command that begins a document, an abstract or a heading.

    >>> fits(Head("x", b"", "\\section{On mills}")), fits(Head("x", b"", "On \\LaTeX"))
    (True, False)
    """
    return _FITS.search(head.text) is not None


def parse(file: Opened) -> Iterator[Document | Remark]:
    """Yield a document a title with an abstract or people; headings without are counted.

    Raises:
        SourceError: the file cannot be read.
    """
    text = without_comments(file.text())
    dropped: list[int] = []
    line, last = 1, 0
    for talk in _talks(text):
        line += text.count("\n", last, talk.place)
        last = talk.place
        _settle_text(talk)
        if talk.values.abstract or talk.values.authors:
            yield from document_from_values(talk.values, source=file.name, line=line)
        elif talk.values.title:
            dropped.append(line)
    if dropped:
        count = format_count(len(dropped), "heading")
        reason = f"{count} without an abstract or people below: not read"
        yield Remark(file.name, dropped[0], reason, lost=False)


def _talks(text: str) -> Iterator[_Talk]:
    """Yield the talks of a text, each with the commands that stand in it."""
    talk = _Talk(0)
    last = 0
    for command in read_commands(text, _NAMES):
        talk.text += text[last : command.start]
        last = command.stop
        kind, _, environment = command.name.partition(" ")
        is_title = kind in (*_TITLES, *_HEADINGS) or (
            kind == "begin" and _TALK.fullmatch(environment) and command.arguments
        )
        if is_title and (talk.values.title or talk.values.abstract):
            yield talk
            talk = _Talk(command.start)
        talk.place = talk.place or command.start
        if kind == "begin" and environment.lower().startswith("abstract"):
            talk.text = ""
        elif kind == "end" and environment.lower().startswith("abstract"):
            talk.values.abstract = talk.values.abstract or talk.text
            talk.text = ""
        _add(talk.values, kind, command)
    talk.text += text[last:]
    yield talk


def _add(values: RecordValues, kind: str, command: Command) -> None:
    """Add what the arguments of a command say."""
    first = command.arguments[0] if command.arguments else ""
    if kind in _TITLES or kind in _HEADINGS:
        values.title = decode_latex_field(first)
    elif kind in _PEOPLE:
        values.authors += _people(first)
    elif kind in _PLACES:
        values.affiliations += [Affiliation(place) for place in _pieces(first)]
    elif kind in _KEYWORDS:
        values.keywords += split_keywords(_plain(first))
    elif kind == "abstract":
        values.abstract = first
    elif kind == "date":
        values.year = _plain(first) if re.search(r"\d{4}", first) else ""
    elif kind == "begin":
        _add_unnamed(values, command.arguments)


def _add_unnamed(values: RecordValues, arguments: Sequence[str]) -> None:
    """Add arguments of an environment: each is what it reads as, the first a title."""
    for argument in arguments:
        plain = _plain(argument)
        if not values.title and not (names_speakers(plain) and len(arguments) > 1):
            values.title = decode_latex_field(argument)
        elif names_speakers(plain):
            values.authors += _people(argument)
        elif _names_place(plain):
            values.affiliations.append(Affiliation(plain))
        elif is_prose(plain):
            values.abstract = argument


def _settle_text(talk: _Talk) -> None:
    """Read the text below a heading: lines of people and places, then the abstract."""
    values = talk.values
    paragraphs = [_LAYOUT.sub("", part) for part in re.split(r"\n\s*\n", talk.text)]
    lines = [
        line for part in paragraphs for line in _header_or_text(part) if line.strip()
    ]
    for number, line in enumerate(lines):
        plain = _plain(line)
        if is_prose(plain) or number >= _MOST_HEADS:
            is_known = values.authors or values.title
            if not values.abstract and is_known and is_prose(plain):
                values.abstract = " ".join(lines[number:])
            break
        if not values.authors and names_speakers(plain):
            values.authors += _people(line)
        elif not values.affiliations and _names_place(plain):
            values.affiliations.append(Affiliation(plain))
    if not values.authors and talk.text.strip():  # sections of a paper are no talks
        values.abstract = ""


def _header_or_text(paragraph: str) -> Sequence[str]:
    if is_prose(_plain(paragraph)):
        return [paragraph]
    return _LINE_END.split(paragraph)


def _names_place(text: str) -> bool:
    return len(text) <= _LONGEST_PLACE and is_address(text)


def _people(text: str) -> list[Author]:
    return [
        author
        for piece in _pieces(text)
        for author in read_speakers(piece)
        if author.name and (names_speakers(piece) or not _names_place(piece))
    ]


def _pieces(text: str) -> list[str]:
    r"""Return the parts of an argument that `\and` or a line's end part, as plain text."""
    parts = (_plain(_NOTES.sub("", part)) for part in _AND.split(text))
    return [part for part in parts if part]


def _plain(text: str) -> str:
    return " ".join(decode_latex_field(_NOTES.sub("", text)).split())
