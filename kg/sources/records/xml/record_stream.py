"""Text in pieces → the records in it, each parsed by itself, as a stream.

Records are found by their tags, wherever they stand: below a root, below none, below
several, in files put one behind another. Only the record that is being read is held.
One that is broken or never closed costs itself: reading goes on at the next.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from kg.sources.records.xml.element_parsing import parse_element
from kg.sources.records.xml.text_window import LONGEST_TAG, TextWindow

_LONGEST_RECORD = 1 << 25  # characters: what is longer is none
_LONGEST_COMMENT = 1 << 20  # and the longest document type
# Records within a record's "metadata" are its own: MARC in an answer of OAI-PMH.
_WRAPPER = re.compile(r"<(?:[\w.-]+:)?metadata(?:\s[^<>]*)?>\s*\Z")
_LOOK_BACK = 200  # characters before a tag
# What begins here hides tags up to its end.
_HIDING = {"<!--": "-->", "<![CDATA[": "]]>"}
_DOCUMENT_TYPE = re.compile(r"<!DOCTYPE[^\[<>]*[\[>]")
_LONGEST_NAME = 4000  # characters of a document type, before what it declares
_ENDS = ("]>", "] >", "]\n>")  # of what it declares
_NEVER_CLOSED = "it is never closed"
_NEVER_OPENED = "its beginning is missing"


@dataclass(frozen=True, slots=True)
class XmlRecord:
    """A record; or why it is none, and its text.

    `line` and `last` are those of the file, counted from 1. `entities` are names of
    entities that are not known; `is_mended` tells that signs were taken for words.
    """

    line: int
    last: int
    name: str
    element: Element | None = None
    fault: str = ""
    text: str = ""
    entities: tuple[str, ...] = ()
    is_mended: bool = False


@dataclass(frozen=True, slots=True)
class BetweenRecords:
    """What stands between records: tags around them, what belongs to none."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class DocumentType:
    """A document type, of which no declaration is followed."""

    line: int
    text: str


XmlItem = XmlRecord | BetweenRecords | DocumentType


def xml_records(
    pieces: Iterable[str], names: Collection[str], parts: Collection[str] = ()
) -> Iterator[XmlItem]:
    """Yield the records of a text, and what stands between them, in order.

    Args:
        pieces: the text, cut anywhere.
        names: of the elements that are records, without prefixes.
        parts: those of them that are parts of other records, if they stand in one.

    >>> items = xml_records(["<r><a>1</", "a><a>2</b>", "<a>3</a></r>"], ["a"])
    >>> [(i.fault, i.element is not None) for i in items if isinstance(i, XmlRecord)]
    [('', True), ('it is never closed', False), ('', True)]
    """
    window = TextWindow(pieces)
    tags = _tag_pattern(names)
    while True:
        found = window.find(tags, 0, 0)
        stop = found[0] if found else _end_of_tags(window)
        # What is passed over is given out at once, so that little is held.
        if found and found[1]["end"]:
            yield _read_end(window, found[1], stop)
        elif stop > 0:
            line = window.line
            yield BetweenRecords(line, window.take(stop))
        elif found:
            yield from _read(window, found[1], tags, parts)
        elif not window.read_on():
            yield from _read_rest(window, names)
            return


def _tag_pattern(names: Collection[str]) -> re.Pattern[str]:
    """Return a pattern of the tags of records, and of what may hide some."""
    return re.compile(
        rf"""
        <!--  |  <!\[CDATA\[  |  <!DOCTYPE (?=[\s\[>])
        | <(?P<end>/?) (?P<name>(?:[\w.-]+:)? (?P<local>{"|".join(names)})) (?=[\s/>])
          (?: [^<>"']*+ (?:"[^"<]*"[^<>"']*+ | '[^'<]*'[^<>"']*+)*+ > | [^<>]* > )
        """,
        re.VERBOSE,
    )


def _end_of_tags(window: TextWindow) -> int:
    """Return the offset behind the last tag that is no beginning of a record's."""
    far = len(window) - LONGEST_TAG
    return max(window.rfind(">", far), window.rfind("\n", far)) + 1 if far > 0 else 0


def _read(
    window: TextWindow,
    found: re.Match[str],
    tags: re.Pattern[str],
    parts: Collection[str],
) -> Iterator[XmlItem]:
    """Yield what a tag at the window's place begins."""
    line, tag = window.line, found[0]
    if found["name"]:
        yield _read_record(window, found, tags, parts)
    elif tag in _HIDING:
        window.take(_end_of_hidden(window, 0, tag))
    else:
        yield DocumentType(line, window.take(_end_of_document_type(window)))


def _end_of_document_type(window: TextWindow) -> int:
    """Return the offset behind a document type, with what it declares; or its sign."""
    window.find_mark(">", 0, LONGEST_TAG)  # to have the name whole
    named = _DOCUMENT_TYPE.match(window.peek(0, _LONGEST_NAME))
    if named is None:
        return len("<!DOCTYPE")
    ends = (window.find_mark(end, named.end(), _LONGEST_COMMENT) for end in _ENDS)
    found = [end for end in ends if end] if named[0].endswith("[") else [named.end()]
    return min(found, default=named.end())


def _end_of_hidden(window: TextWindow, start: int, opening: str) -> int:
    """Return the offset behind a comment; behind its first sign, if it has no end."""
    behind = start + len(opening)
    closing = _HIDING.get(opening)
    end = closing and window.find_mark(closing, behind, _LONGEST_COMMENT)
    return end or behind


def _read_record(
    window: TextWindow,
    tag: re.Match[str],
    tags: re.Pattern[str],
    parts: Collection[str],
) -> XmlRecord:
    line, name = window.line, tag["local"]
    size, fault = len(tag[0]), ""
    if not tag[0].endswith("/>"):
        size, fault = _extent(window, tag, tags, parts)
    text = window.take(size)
    last = line + text.rstrip().count("\n")
    if fault:
        return XmlRecord(line, last, name, fault=fault, text=text)
    parsed = parse_element(text)
    if parsed.element is None:
        fault = f"{parsed.fault} at line {line + parsed.line}"
        return XmlRecord(line, last, name, fault=fault, text=text)
    return XmlRecord(
        line,
        last,
        name,
        parsed.element,
        entities=parsed.entities,
        is_mended=parsed.is_mended,
    )


def _read_end(window: TextWindow, tag: re.Match[str], start: int) -> XmlRecord:
    """Return the record that a lone end says was there, from where the last one ends."""
    before = window.peek(0, start)
    window.take(len(before) - len(before.lstrip()))
    line = window.line
    text = window.take(len(before.lstrip()) + len(tag[0]))
    return XmlRecord(line, window.line, tag["local"], fault=_NEVER_OPENED, text=text)


def _extent(
    window: TextWindow,
    tag: re.Match[str],
    tags: re.Pattern[str],
    parts: Collection[str],
) -> tuple[int, str]:
    """Return how long the record at the place is, and what is wrong with its end."""
    behind, within = len(tag[0]), 0
    while found := window.find(tags, behind, _LONGEST_RECORD):
        start, other = found
        behind = start + len(other[0])
        if not other["name"]:
            behind = _end_of_hidden(window, start, other[0])
        elif other["local"] in parts and other["local"] != tag["local"]:
            continue
        elif other["end"] and within:
            within -= 1
        elif other["end"]:
            is_its_own = other["name"] == tag["name"]
            return behind, "" if is_its_own else f"{other[0]} closes it"
        elif _is_wrapped(window, start):
            within += not other[0].endswith("/>")
        else:
            return start, _NEVER_CLOSED
    # Nothing ends it: of a file of any size, no more is held than this.
    if len(window) > _LONGEST_RECORD:
        return len(tag[0]), f"it is longer than {_LONGEST_RECORD:,} characters"
    return len(window), _NEVER_CLOSED


def _is_wrapped(window: TextWindow, start: int) -> bool:
    return bool(_WRAPPER.search(window.peek(start - _LOOK_BACK, start)))


def _read_rest(window: TextWindow, names: Collection[str]) -> Iterator[XmlItem]:
    """Yield what stands behind all records; the tag of one may be cut by the end."""
    text = window.peek(0, len(window))
    cut = re.search(rf"<(?:[\w.-]+:)?({'|'.join(names)})(?=[\s/])[^<>]*\Z", text)
    line = window.line
    if rest := window.take(cut.start() if cut else len(text)):
        yield BetweenRecords(line, rest)
    if cut:
        line = window.line
        yield XmlRecord(line, line, cut[1], fault=_NEVER_CLOSED, text=cut[0])
