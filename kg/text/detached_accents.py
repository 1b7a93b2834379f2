"""Accents that stand beside their letters in texts taken from PDF files: "Universit´e".

The sign stands before its letter, with or without blanks around it: "Th ´eorique",
"Universit ` a", "´Ecole"; only a cedilla stands behind: "Franc¸ais". It is set on the
letter, and what it parted is one word.
"""

import re
import unicodedata

_MARKS = {
    "\u00b4": "\u0301", "\u02ca": "\u0301", "`": "\u0300", "\u02cb": "\u0300",
    "\u00a8": "\u0308", "\u02c6": "\u0302", "\u02dc": "\u0303",
    "\u02d8": "\u0306", "\u02c7": "\u030c", "\u02da": "\u030a",
}  # fmt: skip
_CEDILLA = "\u00b8"
# Within a word: letters before it, a small letter behind. At the front: a capital.
DETACHED = re.compile(
    rf"(?:(?<=[^\W\d_])[ ]?(?P<inner>[{''.join(_MARKS)}])[ ]?"
    rf"(?P<small>[aceginouyzsrAEIOU])(?![A-Z])"
    rf"|(?<![^\W\d_])(?P<first>[{''.join(_MARKS)}])[ ]?(?P<capital>[ACEINOUZS])"
    rf"|(?P<before>[cCsStT]){_CEDILLA})"
)


def accented_letter(found: re.Match[str]) -> str:
    """Return the letter of a match of `DETACHED` with its accent.

    >>> DETACHED.sub(accented_letter, "´Ecole Normale Sup´erieure, Universit ` a di Pisa")
    'École Normale Supérieure, Università di Pisa'
    """
    if found["before"]:
        return unicodedata.normalize("NFC", found["before"] + "\u0327")
    mark = _MARKS[found["inner"] or found["first"]]
    letter = found["small"] or found["capital"]
    return unicodedata.normalize("NFC", letter + mark)
