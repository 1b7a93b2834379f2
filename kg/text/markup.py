"""Tags and entities of HTML, JATS and MathML that a source left in a text."""

import html
import re

_TAG = re.compile(
    r"</?(?:i|b|u|s|p|br|hr|em|strong|sub|sup|su[bp]script|small|big|span|div|font|tt|code"
    r"|sc|scp|italic|bold|underline|ul|ol|li|a|title|abstract|sec|h[1-6]|inline-formula"
    r"|tex-math|alternatives|x|(?:jats|mml|m|ns\d?):[a-z\-]{1,30}|math|m(?:row|i|n|o|sub|sup"
    r"|text|frac|style))(?:\s+[\w:-]{1,30}\s{0,3}=[^<>]{0,200})?\s?/?>",
    re.IGNORECASE,
)
# What parts one text from the next; a heading is a label, but for that of the whole.
_HEADING = re.compile(
    r"<((?:jats:)?title|h[1-6])(?:\s[^<>]{0,200})?>\s*+([^<>]{0,80}?)\s*+(?::\s*+)?</\1>",
    re.IGNORECASE,
)
_BLOCK = re.compile(
    r"</?(?:jats:)?(?:p|sec|br|hr|div|ul|ol|li|list|list-item|h[1-6])"
    r"(?:\s[^<>]{0,200})?/?>",
    re.IGNORECASE,
)
# Named or by number; what HTML does not know stays as it stands.
_ENTITY = re.compile(
    r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,20});", re.IGNORECASE
)


def strip_markup(text: str) -> str:
    """Return text without known tags, with characters for entities, also escaped ones.

    "a < b" and "R&D" stay; a tag leaves nothing in its place, so that H<sub>2</sub>O is
    one word, but for one that begins a paragraph, in whose place is a blank.

    >>> strip_markup("H<sub>2</sub>O &amp; a < b")
    'H2O & a < b'
    """
    for _ in range(2):  # "&amp;lt;i&amp;gt;" passed through two programs
        if "&" in text:
            text = _ENTITY.sub(lambda match: html.unescape(match[0]), text)
    if "<" not in text:
        return text
    parted = _BLOCK.sub(" ", _HEADING.sub(_label, text))
    return _TAG.sub("", text if parted == text else parted.strip())


def _label(heading: re.Match[str]) -> str:
    words = heading[2]
    return " " if words.casefold() in ("", "abstract") else f" {words}: "
