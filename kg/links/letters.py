r"""The letters of a short form, and of the text that its long form stands in."""

import re

_COMMAND = re.compile(r"\\([A-Za-z]+)\s*")
# Brackets inside a word, as in "PGE(2)", "NAD(P)H" or "5-bis(oxymethyl)-furan", do not
# end it; those in "descent(SGD)" hold a short form.
_ATTACHED = re.compile(
    r"""[(\[](?<=[\w-][(\[])(
    \w|[a-z\d_]{2,3}|[a-z\d,'-]{2,30}(?=[)\]][\w-])|[a-z\d,'-]{8,30}
    |(?<=-[(\[])[\d,'-]*[A-Z]?[a-z\d,'-]{5,30})[)\]]""",
    re.VERBOSE,
)
# "[125I]-cyanopindolol", "(+)-catechin", "[Leu5]enkephalin", "[Ca2+]i".
_LEADING = re.compile(
    r"""[(\[](?<![\w)\]][(\[])(?:
    (\d{1,3}[A-Z][a-z]?|[-+/±]{1,3}|[RSEZ]|[A-Z][a-z]?\d?[+-])[)\]](?=-?[\w([])
    |(?<=\[)([A-Z\d][\w,-]{0,15}\d[\w,-]{0,15})\](?=-?[a-z]))""",
    re.VERBOSE,
)
MASK = "\x02"
"""What stands for a bracket inside a word."""
# "A3C" has three A, "W3C" three W.
_REPEATED = re.compile(r"([a-z])([2-4])(?=[a-z])")
# "END+", "CrB(-)".
_SIGN = re.compile(r"(?<=\w)\(?([+-])\)?$")
_CONCENTRATION = re.compile(r"\x02(\w+[+-]?)\x02\(?([a-z])\)?")
_INDEXED = re.compile(r"(\w*[A-Z])([a-z]|[a-z]{3}|\d+)")
_PARTED = re.compile(r"(\w+)[- ]([a-z]+)|(\w+)-(\w)")
_NO_SHORT_FORM = re.compile(
    r"[ivx]+|[ie]\.[eg]\.?|(?:et )?al\.?|see|etc\.?|say|left|right|top|both|resp\.?"
    r"|cf\.?"
)
_MOST_LETTERS = 20


def masked(text: str) -> str:
    r"""Give `text` with each LaTeX command as one letter; offsets stay."""
    if "\\" in text:
        text = _COMMAND.sub(_as_letter, text)
    text = _ATTACHED.sub(rf"{MASK}\1{MASK}", text)
    return _LEADING.sub(rf"{MASK}\1\2{MASK}", text)


def _as_letter(match: re.Match[str]) -> str:
    return chr(0x13A0 + sum(map(ord, match[1])) % 80) + "\x01" * (len(match[0]) - 1)


def letters_of(short: str) -> str:
    """Give the letters and digits of a short form, lower case, without a plural s."""
    letters = [c for c in short if c.isalnum()]
    if len(letters) > 2 and letters[-1] == "s" and letters[-2].isupper():
        letters.pop()
    return "".join(letters).lower()


def readings(short: str) -> list[str]:
    """List what letters may be looked for in their order, the likelier first.

    A sign at the end is one of them. None for "[Ca2+]i", which is only read `turned`.
    """
    if _CONCENTRATION.fullmatch(short):
        return []
    letters = letters_of(short)
    sign = _SIGN.search(short)
    found = [letters + sign[1] if sign else letters]
    repeated = _REPEATED.sub(lambda m: m[1] * int(m[2]), letters)
    return [repeated, *found] if repeated != letters else found


def turned(short: str) -> str | None:
    """Give the letters with the last part first, where a short form has parts.

    "QTc" is the corrected QT, "L2" a second language, "IFN-gamma" gamma-interferon,
    "[Ca2+]i" the intracellular Ca2+.
    """
    for form in (_CONCENTRATION, _INDEXED, _PARTED):
        parts = form.fullmatch(short)
        if parts is not None:
            first, second = filter(None, parts.groups())
            plural = second == "s" and len(first) > 1
            return None if plural else letters_of(second + first)
    return None


def is_short(short: str) -> bool:
    """Tell whether a word may be a short form: not a number, year, or common word."""
    letters = letters_of(short)
    if not 2 <= len(letters) <= _MOST_LETTERS or not any(c.isalpha() for c in letters):
        return False
    if _NO_SHORT_FORM.fullmatch(short):
        return False
    return any(c.isupper() for c in short) or not short.isalpha() or len(letters) <= 4
