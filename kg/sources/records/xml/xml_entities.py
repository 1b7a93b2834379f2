"""Entities of XML that are not declared: HTML's are decoded, others stay as they stand.

No declaration is followed, so no entity can grow, nor fetch anything: what a document
type declares stands outside of all records, and records are all that is parsed.
"""

import html
import re
from xml.sax.saxutils import escape

from kg.text.xml_characters import drop_illegal

# An ampersand that XML itself does not understand, and the name or number behind it.
_REFERENCE = re.compile(
    r"&(?!(?:amp|lt|gt|quot|apos);)(#\d{1,7};|#[xX][\da-fA-F]{1,6};|[A-Za-z][\w.-]{0,63};)?"
)


def decode_entities(text: str, unknown: list[str]) -> str:
    """Return XML with characters for HTML's entities, and no lone ampersands.

    Args:
        text: of a record.
        unknown: gets the names of entities that stay, as words of the text.

    >>> decode_entities("<a>M&uuml;ller &amp; R&D &#7; &x;</a>", [])
    '<a>Müller &amp; R&amp;D  &amp;x;</a>'
    """
    if "&" not in text:
        return text
    return _REFERENCE.sub(lambda match: _decoded(match, unknown), text)


def _decoded(match: re.Match[str], unknown: list[str]) -> str:
    if match[1] is None:
        return "&amp;"
    # Numbers of Windows-1252 are taken for its characters, as browsers do.
    decoded = html.unescape(match[0])
    if decoded == match[0]:
        unknown.append(match[1][:-1])
    return escape(drop_illegal(decoded))
