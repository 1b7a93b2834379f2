r"""The letters of a short form, and of the text that its long form stands in."""

import re

_COMMAND = re.compile(r"\\([A-Za-z]+)\s*")
# Brackets inside a word, as in "PGE(2)", "NAD(P)H" or "5-bis(oxymethyl)-furan", do not
# end it; those in "descent(SGD)" hold a short form.
_ATTACHED = re.compile(
    r"""[(\[](?<=[\w-][(\[])(
    \w|[a-z\d_]{2,3}|(?<=\d[(\[])[RSEZ]{2}
    |[a-z\d,'-]{2,30}(?=[)\]][\w-])|[a-z\d,'-]{8,30}
    |(?<=-[(\[])[\d,'-]*[A-Z]?[a-z\d,'-]{5,30})[)\]]""",
    re.VERBOSE,
)
# "[125I]-cyanopindolol", "(+)-catechin", "[Leu5]enkephalin", "[Ca2+]i"; "[Na+]" and
# "([CK])" are concentrations.
_LEADING = re.compile(
    r"""[(\[](?<![\w)\]][(\[])(?:
    (\d{1,3}[A-Z][a-z]?|[-+/±]{1,3}|[RSEZ]|[A-Z][a-z]?\d?[+-])[)\]](?=-?[\w([])
    |(?<=\[)([A-Z][a-z]?\d?[+-])\]|(?<=\(\[)([A-Z]\w{0,7})\](?=\))
    |(?<=\[)([A-Z\d][\w,-]{0,15}\d[\w,-]{0,15})\](?=-?[a-z]))""",
    re.VERBOSE,
)
MASK = "\x02"
"""What stands for a bracket inside a word."""
# "A3C" has three A, "W3C" three W.
_REPEATED = re.compile(r"([a-z])([2-4])(?=[a-z])")
# "END+", "CrB(-)".
_SIGN = re.compile(r"(?<=\w)\(?([+-])\)?$")
# One letter is a short form with a sign: "gram-positive (G+)".
_SIGNED = re.compile(r"[A-Z]\(?[+-]\)?")
# "[Ca2+]i"; "[CK]" is one without an index.
_CONCENTRATION = re.compile(r"\x02(\w+)[+-]?\x02\(?([a-z]?)\)?")
# "INa", "ICa(L)", "Isc": of electric currents.
_CURRENT = re.compile(r"I([A-Z][a-z]|K|[a-z]{2})(?:[\x02(](\w)[\x02)])?")
_REORDERED = [
    re.compile(pattern)
    for pattern in (
        r"(?<!\w)(\w*[A-Z])([a-z]|[a-z]{3}|\d+)",  # "QTc", "Vmax", "L2"
        r"([A-Z]\w{0,2}|[a-z])[\x02(]([\w+-]{1,4})[\x02)]",  # "V(T)", "K(eq)"
        r"(?<!\w)(?:(\w+)[- ]([a-z]+)|(\w+)-(\w|\d+))",  # "IFN-gamma", "Ara-C", "TAS-20"
        r"(?<![A-Za-z])([A-Za-z]{2,})([A-Z]\d)",  # "KinA2"
    )
]
# "cAMP" is adenosine cyclic monophosphate; "99mTc" is technetium-99m.
_SECOND_FIRST = [
    re.compile(r"(c)([A-Z])(MP)"),
    re.compile(r"(\d{2,3}m?)([A-Z][a-z]|[CFHINOPS])\b(.*)"),
]
# "(i)", "(e.g.)", "(left)": in parentheses for other reasons.
_NO_SHORT_FORM = re.compile(
    r"[ivx]+|[ie]\.[eg]\.?|(?:et )?al\.?|see|etc\.?|say|left|right|top|both|resp\.?"
    r"|cf\.?"
)
# Longer ones are words or formulas.
_MOST_LETTERS = 20


def mask_text(text: str) -> str:
    """Return `text` with each LaTeX command as one letter; offsets stay.

    Brackets that belong to a word are masked too, so that none of them is taken to
    hold a short form.

    >>> mask_text("PGE(2)") == f"PGE{MASK}2{MASK}"
    True
    """
    if "\\" in text:
        text = _COMMAND.sub(_as_letter, text)
    text = _ATTACHED.sub(rf"{MASK}\1{MASK}", text)
    return _LEADING.sub(rf"{MASK}\1\2\3\4{MASK}", text)


def _as_letter(match: re.Match[str]) -> str:
    """Return a letter for a command, the same for the same, and fill up its length."""
    return chr(0x13A0 + sum(map(ord, match[1])) % 80) + "\x01" * (len(match[0]) - 1)


def letters_of(short: str) -> str:
    """Return the letters and digits of a short form, lower case, without a plural s.

    >>> letters_of("SVMs"), letters_of("IL-6"), letters_of("LAS")
    ('svm', 'il6', 'las')
    """
    letters = [c for c in short if c.isalnum()]
    if len(letters) > 2 and letters[-1] == "s" and letters[-2].isupper():
        letters.pop()
    return "".join(letters).lower()


def letter_sequences(short: str) -> list[str]:
    """Return what letters may be looked for in their order, the likelier first.

    A sign at the end is one of them. None for "[Ca2+]i", which only
    `reordered_letters` reads.

    >>> letter_sequences("A3C")
    ['aaac', 'a3c']
    """
    concentration = _CONCENTRATION.fullmatch(short)
    if concentration is not None:
        return [] if concentration[2] else [concentration[1].lower() + "["]
    letters = letters_of(short)
    sign = _SIGN.search(short)
    found = [letters + sign[1] if sign else letters]
    if len(letters) == 1 and sign:
        return [letters + ("P" if sign[1] == "+" else "N")]
    repeated = _REPEATED.sub(lambda m: m[1] * int(m[2]), letters)
    return [repeated, *found] if repeated != letters else found


def reordered_letters(short: str) -> list[str]:
    """Return the letters in other orders, where a short form has parts.

    "QTc" is the corrected QT, "L2" a second language, "IFN-gamma" gamma-interferon,
    "[Ca2+]i" the intracellular Ca2+, "INa" the Na+ current.

    >>> reordered_letters("QTc")
    ['cqt']
    """
    concentration = _CONCENTRATION.fullmatch(short)
    if concentration is not None:
        of, index = concentration[1].lower(), concentration[2]
        return [f"{index}{of}[", f"{index}[{of}"]
    current = _CURRENT.fullmatch(short)
    if current is not None:
        return [letters_of((current[2] or "") + current[1]) + "I"]
    found = []
    for form in _REORDERED:
        parts = form.fullmatch(short)
        if parts is not None:
            first, second = filter(None, parts.groups())
            if second != "s" or len(first) == 1:  # no plural
                found.append(letters_of(second + first))
    for form in _SECOND_FIRST:
        parts = form.fullmatch(short)
        if parts is not None:
            found.append(letters_of(parts[2] + parts[1] + parts[3]))
    return found


def is_short_form(short: str) -> bool:
    """Tell whether a word may be a short form: not a number, year, or common word.

    >>> is_short_form("SGD"), is_short_form("1999"), is_short_form("etc.")
    (True, False, False)
    """
    if _SIGNED.fullmatch(short):
        return True
    letters = letters_of(short)
    if not 2 <= len(letters) <= _MOST_LETTERS or not any(c.isalpha() for c in letters):
        return False
    if _NO_SHORT_FORM.fullmatch(short):
        return False
    return any(c.isupper() for c in short) or not short.isalpha() or len(letters) <= 4
