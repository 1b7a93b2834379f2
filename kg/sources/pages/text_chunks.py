"""A small text as chunks: headings, name lines and paragraphs, hard-wrapped or not."""

import re
from dataclasses import dataclass

from kg.sources.pages.boilerplate import WRAPPED_WIDTH

_LABEL = re.compile(
    r"(?P<label>title|authors?|speakers?|abstract|summary|key ?words|index terms)"
    r"(?:\s*[:.\u2013\u2014]\s*|\s+-+\s+|\s*$)",
    re.IGNORECASE,
)
# "By Jane Doe", not "By convexity, …": what follows the label must be a short line.
_BYLINE = re.compile(r"(?P<label>[Bb]y|BY):?\s+(?=[^\W\d_a-z])")
# "by Ada Holm and Ben Okafor", not a sentence that begins with "By".
_BYLINE_CHARACTERS = 200


@dataclass(frozen=True, slots=True)
class Chunk:
    """Lines that belong together, within a text.

    `start` and `end` bound its words without a label before them ("Title:"); `text`
    is these words on one line.
    """

    start: int
    end: int
    text: str
    label: str = ""


def split_chunks(text: str) -> list[Chunk]:
    """Split a text at blank lines and deliberate line breaks, and read labels off.

    >>> [(c.label, c.text) for c in split_chunks("Title: On mills\\n\\nThey turn.")]
    [('title', 'On mills'), ('', 'They turn.')]
    """
    lines = text.split("\n")
    width = max(len(line) for line in lines)
    chunks: list[Chunk] = []
    offset = 0
    begin: int | None = None
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        if line.strip():
            begin = offset if begin is None else begin
            if _breaks(line, following, width):
                chunks.append(_chunk(text, begin, offset + len(line)))
                begin = None
        offset += len(line) + 1
    return chunks


def _breaks(line: str, following: str, width: int) -> bool:
    """Tell whether a line ends here on purpose and not for want of room.

    In hard-wrapped text the first word of the following line would not have fitted.
    """
    words = following.split(maxsplit=1)
    if not words or width > WRAPPED_WIDTH or _LABEL.match(following.lstrip()):
        return True
    return len(line.rstrip()) + 1 + len(words[0]) <= 0.95 * width


def _chunk(text: str, begin: int, end: int) -> Chunk:
    """Return the chunk between two offsets, its label read off."""
    content = text[begin:end]
    begin += len(content) - len(content.lstrip())
    content = content.strip()
    found = _LABEL.match(content)
    if not found and len(content) <= _BYLINE_CHARACTERS and not content.endswith("."):
        found = _BYLINE.match(content)
    label = ""
    if found:
        label = found["label"].lower()
        begin += found.end()
        content = content[found.end() :]
    return Chunk(begin, begin + len(content), " ".join(content.split()), label)
