"""Text on its way to a person: nothing in it is obeyed instead of shown.

Names of files, ids and bits of texts are written by strangers. A control character
moves a terminal's cursor or sets its title; one of the bidirectional ones shows a name
in another order than it has (CVE-2021-42574). Data that programs read back keep theirs,
where their format can say them.
"""

import json
import re

_OBEYED = (
    r"\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 but tab and line feed, delete, C1
    r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # bidirectional
    r"\ud800-\udfff"  # lone surrogates, which no file and no terminal can take
)
_CONTROL = re.compile(f"[{_OBEYED}]")


def printable(text: str) -> str:
    r"""Return text in which nothing would do something when shown, of the same length.

    Example:
        >>> printable("a\x1b[31mb") == "a\ufffd[31mb"
        True
    """
    return _CONTROL.sub("\ufffd", text)


def printable_line(text: str) -> str:
    r"""Return the same on one line: tabs and line feeds are shown as spaces.

    Example:
        >>> printable_line("a.txt\nerror: b")
        'a.txt error: b'
    """
    return printable(text.replace("\t", " ").replace("\n", " "))


def printable_message(source: str, line: int | None, reason: str) -> str:
    r"""Return what is to be said of a place, as compilers write it.

    Editors and terminals jump to such a place, if a line of the source is given.

    Example:
        >>> printable_message("a.bib", 3, "no title"), printable_message("b", None, "odd")
        ('a.bib:3: no title', 'b: odd')
    """
    place = source if line is None else f"{source}:{line}"
    return f"{printable_line(place)}: {printable(reason)}"


def printable_json(value: object, *, indent: int | None = None) -> str:
    r"""Return a value as JSON that says every control character by its number.

    Example:
        >>> printable_json({"id": "ä\x9b"})
        '{"id": "ä\\u009b"}'
    """
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return _CONTROL.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
