"""HTML → tags and texts, in time linear in its size, whatever it is.

Written by hand because of hostile files: at 40,000 open elements lexbor (selectolax) took
3 s, libxml2 (lxml) 2.3 s at 30,000, both four times as long for twice as many, and
html.parser of Python before 3.11.14 as bad with "<!". Only text is wanted here, so no
tree is built. Tokenization follows HTML (13.2.5) but for the end of a file within a tag.
"""

import re
from collections.abc import Iterator
from html import unescape
from typing import Literal, NamedTuple

# What holds no markup: all to its own end tag is one text (13.1.2, raw text elements).
RAW = frozenset(
    ["script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes"]
)
_TEXT = re.compile(r"(?:[^<]++|<(?![a-z/!?]))++", re.IGNORECASE)
_NAME = r"(?P<end>/?)(?P<name>[a-z][^\s/><]*+)"
# A quote opens a value only behind "=": "don't" of a value without any is no quote.
_TAG = re.compile(
    rf"<{_NAME}(?P<rest>(?:[^=<>]++|=\s*+(?:\"[^\"]*+\"|'[^']*+')?+)*+)>", re.IGNORECASE
)
_CUT_TAG = re.compile(rf"<{_NAME}(?P<rest>[^>]*+)>", re.IGNORECASE)
# Comments, declarations, instructions, and "</" before no name: all to the next ">".
_COMMENT = re.compile(r"<(?:[!?]|/(?![a-z]))", re.IGNORECASE)
_ATTRIBUTE = re.compile(
    r"(?P<name>[^\s\"'<>/=]++)"
    r"(?:\s*+=\s*+(?:\"(?P<double>[^\"]*+)\"|'(?P<single>[^']*+)'|(?P<bare>[^\s>]++)))?+"
)
_LONGEST_NAME = 40  # of an element; longer ones are no elements that anybody knows
# Python reads no number of so many digits, and there is no such character.
_HUGE_NUMBER = re.compile(r"&#x?[0-9a-f]{9,}+;?", re.IGNORECASE)

Kind = Literal["start", "end", "text", "raw"]


class Token(NamedTuple):
    """A start tag, an end tag, a text, or the raw text of a script or title.

    `name` is the element's in small letters (of a text ""), `content` the text as it
    stands or the attributes of a start tag, `place` where the token begins.
    """

    kind: Kind
    name: str
    content: str
    place: int


def read_tokens(text: str) -> Iterator[Token]:
    """Yield the tags and texts of a page, comments and declarations left out.

    Of a page that ends within a tag or a comment, what stands before it.

    >>> [(t.kind, t.name or t.content) for t in read_tokens("<p>On mills<!-- x --></p>")]
    [('start', 'p'), ('text', 'On mills'), ('end', 'p')]
    """
    tag = _TAG
    place = 0
    while place < len(text):
        if found := _TEXT.match(text, place):
            yield Token("text", "", found[0], place)
            place = found.end()
            continue
        if _COMMENT.match(text, place):
            place = _end_of_comment(text, place)
            continue
        found = tag.match(text, place)
        if found is None and tag is _TAG:
            # A quote is never closed. From here on none counts, or each tag might be
            # looked for to the end of the file.
            tag = _CUT_TAG
            found = tag.match(text, place)
        if found is None:
            return
        place = _end_of_raw(text, found)
        yield from _tag_tokens(text, found, place)


def _tag_tokens(text: str, found: re.Match[str], stop: int) -> Iterator[Token]:
    """Yield a tag, and the raw text behind it, down to `stop`, if there is any."""
    name = found["name"][:_LONGEST_NAME].lower()
    kind: Kind = "end" if found["end"] else "start"
    yield Token(kind, name, found["rest"], found.start())
    if stop > found.end():
        yield Token("raw", name, text[found.end() : stop], found.end())


def _end_of_raw(text: str, found: re.Match[str]) -> int:
    """Return where the raw text behind a tag ends; of another tag, where the tag does."""
    name = found["name"].lower()
    # XHTML closes a script that has no text within its tag.
    if name not in RAW or found["end"] or found["rest"].endswith("/"):
        return found.end()
    closing = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE)
    end = closing.search(text, found.end())
    return end.start() if end else len(text)


def _end_of_comment(text: str, place: int) -> int:
    """Return the place behind a comment or a declaration; if it never ends, the last."""
    mark = "-->" if text.startswith("<!--", place) else ">"
    end = text.find(mark, place + 2)
    return end + len(mark) if end >= 0 else len(text)


def read_attributes(content: str) -> dict[str, str]:
    """Return the attributes of a start tag, names in small letters, entities decoded.

    Of one that stands twice the first counts; one without a value has "".

    >>> read_attributes(' name="a &amp; b" HIDDEN class=x')
    {'name': 'a & b', 'hidden': '', 'class': 'x'}
    """
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(content):
        value = match["double"] or match["single"] or match["bare"] or ""
        found.setdefault(match["name"].lower(), decode_entities(value))
    return found


def decode_entities(text: str) -> str:
    """Return a text with the characters that its entities stand for.

    >>> decode_entities("Erd&#337;s &amp; R&eacute;nyi &nosuch;")
    'Erdős & Rényi &nosuch;'
    """
    if "&" not in text:
        return text
    return unescape(_HUGE_NUMBER.sub("\ufffd", text))
