"""Any string as XML 1.0, which cannot say every character."""

import re
from collections.abc import Iterator, Mapping, Sequence

_CHANGED = re.compile("[^\x20!#-%'-;=?-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ESCAPES = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    # As they stand, a parser turns these into spaces or line feeds.
    "\t": "&#9;",
    "\n": "&#10;",
    "\r": "&#13;",
}


def escape(text: str) -> str:
    """Return text as it stands between tags or in double quotes.

    Example:
        >>> escape('"R&D" <\\x07tab>\\t')
        '&quot;R&amp;D&quot; &lt;tab&gt;&#9;'
    """
    if _CHANGED.search(text) is None:  # nearly always, and much faster
        return text
    return _CHANGED.sub(lambda match: _ESCAPES.get(match[0], ""), text)


def as_literal(value: str | float | bool) -> str | float:
    """Return any value as XML Schema writes it: booleans are "true" and "false".

    Numbers come back as they are, for an f-string to write: that is most of a file.

    Example:
        >>> as_literal(True), as_literal(2.5), as_literal("a<b")
        ('true', 2.5, 'a&lt;b')
    """
    kind = type(value)  # isinstance would take a truth value for a number
    if kind is int or kind is float:
        return value
    if isinstance(value, str):
        return escape(value)
    return "true" if value else "false"


def tag_rows(
    columns: Mapping[str, Sequence[str | float | bool | None]],
    tags: Mapping[str, tuple[str, str]],
) -> Iterator[str]:
    """Yield, a row, its values in their tags (opening, closing), joined.

    Columns without a tag are passed over, and so is what is None or empty. Each value
    is written once a column, for most stand there often.

    Example:
        >>> list(tag_rows({"year": [1830, None], "x": [1, 2]}, {"year": ("<y>", "</y>")}))
        ['<y>1830</y>', '']
    """
    written = []
    for name, values in columns.items():
        if name in tags:
            opening, closing = tags[name]
            made: dict[object, str] = {
                value: f"{opening}{as_literal(value)}{closing}"
                for value in set(values)
                if value is not None and value != ""
            }
            written.append([made.get(value, "") for value in values])
    return map("".join, zip(*written, strict=True))
