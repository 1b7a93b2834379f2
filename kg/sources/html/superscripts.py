"""Superscripts of a page as characters: marks behind names stay apart from the names."""

import re

_RAISED = str.maketrans(
    "0123456789+-=()abcdefghijklmnoprstuvwxyz−",
    "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ⁻",
)
# Numbers, single letters and signs; "th" of "10th" and other words stay on the line.
_MARK = r"(?:[-−+=()]{0,2}\d+[+)]?|[a-pr-z])"
_SIGNS = r"[\s,;*†‡§¶#]"
_MARKS = re.compile(rf"{_SIGNS}*{_MARK}(?:{_SIGNS}+{_MARK})*{_SIGNS}*")


def raise_text(text: str) -> str:
    """Return the text of a superscript as raised characters; a word as it stands.

    >>> raise_text("1,2"), raise_text("a"), raise_text("th")
    ('¹,²', 'ᵃ', 'th')
    """
    is_marks = len(text) <= 20 and _MARKS.fullmatch(text)
    return text.translate(_RAISED) if is_marks else text
