"""The text of one element → a tree of it; names without prefixes, faults mended or told.

Every record is parsed by itself: nothing that stands before it, no namespace, no
document type, no broken record, has a say in it.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from kg.sources.records.xml.xml_entities import decode_entities
from kg.text.xml_characters import drop_illegal

# A sign of "less than" that begins no tag.
_LONE_SIGN = re.compile(r"<(?![A-Za-z_/!?])")
_MARKS_OF_TYPE = re.compile(
    r"</?(?:i|b|u|em|strong|sub|sup|italic|bold|br|font|span|tt|small)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
# Of an element or an attribute, in a tag or in words that look like one.
_PREFIX = re.compile(r"<[\w.-]+:|\s[\w.-]+:[\w.-]+\s*=")
_MOST_ENTITIES = 100  # names that a record is told to have


class Parsed(NamedTuple):
    """An element; or why it is none, and at which of its lines, counted from 0.

    `entities` are names of entities that are not known, `is_mended` tells that signs were
    taken for words that XML has no room for.
    """

    element: Element | None
    fault: str = ""
    line: int = 0
    entities: tuple[str, ...] = ()
    is_mended: bool = False


def parse_element(text: str) -> Parsed:
    """Return the tree of an element, of which the text holds nothing else.

    Prefixes of elements and attributes are taken off. Signs and control characters that
    XML has no room for cost only themselves.

    >>> parse_element('<dc:title xml:lang="en">Mills &amp; wind</dc:title>').element.tag
    'title'
    >>> parse_element("<a>one</b>").fault
    'mismatched tag'
    """
    unknown: list[str] = []
    text = decode_entities(text, unknown)
    entities = tuple(dict.fromkeys(unknown[:_MOST_ENTITIES]))
    try:
        return Parsed(_parse(text), entities=entities)
    except expat.ExpatError as error:
        fault, line = expat.ErrorString(error.code), error.lineno - 1
    for mended in _mended(text):
        try:
            return Parsed(_parse(mended), entities=entities, is_mended=True)
        except expat.ExpatError:
            continue
    return Parsed(None, fault, line, entities)


def _mended(text: str) -> Iterator[str]:
    """Yield the text as it may have been meant: first with lone signs as words.

    Then without marks of type, which people close in any order, or not at all.
    """
    mended = _LONE_SIGN.sub("&lt;", drop_illegal(text))
    if mended != text:
        yield mended
    plain = _MARKS_OF_TYPE.sub("", mended)
    if plain != mended:
        yield plain


def _parse(text: str) -> Element:
    # Not ElementTree's own parser: it wants prefixes to be declared.
    builder = TreeBuilder()
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.data
    parser.Parse(text, True)
    root: Element = builder.close()
    if _PREFIX.search(text):
        for element in root.iter():
            _take_off_prefixes(element)
    _unwrap_doubled(root)
    return root


def _unwrap_doubled(root: Element) -> None:
    """Take out elements that hold nothing but one of their own name, as lines doubled do."""
    doubled = [e for e in root.iter() if len(e) == 1 and e[0].tag == e.tag]
    # From the innermost, so that each is looked at once, however deep they stand.
    for element in reversed(doubled):
        if not (element.text or "").strip():
            inner = element[0]
            element.text = inner.text
            element[:] = list(inner)


def _take_off_prefixes(element: Element) -> None:
    if ":" in element.tag:
        element.tag = element.tag.rpartition(":")[2]
    for name in [name for name in element.attrib if ":" in name]:
        value = element.attrib.pop(name)
        if not name.startswith("xmlns:"):
            element.attrib.setdefault(name.rpartition(":")[2], value)
