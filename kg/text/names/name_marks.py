"""What is written around an author's name and is no part of it.

Numbers of footnotes, degrees, addresses, roles: "1. Priya Nair, MD, PhD (editor)".
"""

import re

from kg.text.names.name_affixes import strip_degrees

# A name that is written as most are, so that nothing has to be done to it.
_PLAIN = re.compile(r"[A-Z][a-z]+(?: [A-Z]\.)?(?: [A-Z][a-z]{3,})")
# Digits of an ORCID, or of a number like it, with what may lead to them.
_ORCID = re.compile(
    r"[(\[<{]?\s?(?:\borcid\b(?:\s?id)?[\s:#]*)?(?:https?://\S{1,40}/)?"
    r"(?<!\d)\d{4}-\d{4}-\d{4}-\d{3}[\dX](?!\w)\s?[)\]>}]?",
    re.IGNORECASE,
)
_EMAIL = re.compile(
    r"[(\[<{]{0,2}\s?(?:e-?mail:?\s?|mailto:)?[\w.+'-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,5}"
    r"\s?[)\]>}]{0,2}",
    re.IGNORECASE,
)
_BRACKETED = (
    r"(?:\([^()]{0,200}\)|\[[^\[\]]{0,200}\]|（[^（）]{0,200}）|【[^【】]{0,200}】)"
)
# "(editor)", "[1]", "(Oslo)": at the end of a name or before it; "(Ana)" within is a nickname.
_BEHIND = re.compile(rf"\s?{_BRACKETED}[\s,;.]*\Z")
_BEFORE = re.compile(rf"\A\s*{_BRACKETED}\s*")
_UNCLOSED = re.compile(r"\s?[(\[][^()\[\]]{0,200}\Z")
_INSIDE = re.compile(rf"\s{_BRACKETED}(?=\s)")
_NICKNAME = re.compile(r"\s?[(\[][^\W\d_][^\W\d_.'’-]{0,20}[)\]]")
# "for the CASTLE Investigators", "on behalf of ATLAS": whom an author writes for.
_FOR_GROUP = re.compile(
    r"(?<![\s,;:(\[–—-])[\s,;:(\[–—-]++(?:(?:writing\s)?(?:on\s|and\s){0,2}behalf\sof|for\sthe"
    r"|and\sthe"
    r"|representing|im\sauftrag|im\snamen|au\snom\sd|en\s(?:nombre|representaci[oó]n)\sd"
    r"|em\snome\sd|per\s(?:il|la)\sgruppo|with\sthe)\b.*\Z",
    re.IGNORECASE | re.DOTALL,
)
_ROLE = re.compile(
    r"(?<![\s,;])[\s,;]++(?:eds?\.?|editors?|hrsg\.?|translators?|trans\.|corresponding\sauthor"
    r"|(?:joint\s)?first\sauthor|presenter|presenting\sauthor|chair|deceased)[\s.]*+\Z",
    re.IGNORECASE,
)
_ET_AL = re.compile(
    r"(?<![\s,;])[\s,;]++(?:(?:and|und|et|y|e)[\s,;]++)?(?:et\.?\s?al(?:ii|ia)?\b"
    r"|and\sothers|u\.\s?a\."
    r"|y\sotros|и\sдр\b|等)[\s.]*+\Z",
    re.IGNORECASE,
)
_SIGNS = re.compile(r"[*∗†‡§¶#✉✝⁎\u00b9\u00b2\u00b3\u2070-\u209c]|[\u1d43-\u1d61]")
# A superscript of LaTeX: "$^{1,2}$", "^a".
_RAISED = re.compile(r"\$?\^\{?[\w,*\s]{1,12}\}?\$?")
_NUMBER_BEFORE = re.compile(r"\A\s*(?:\d{1,3}\s?[.):\]]|\d{1,3}(?=\s?[^\W\d_]))\s*")
# Of footnotes, behind a name; four digits tell homonyms apart.
_NUMBER_BEHIND = re.compile(
    r"(?:(?<!\d)\d{1,3}(?:\s?,\s?\d{1,3}){0,9}[\s,;]*+|(?:(?<![\s,])[\s,]++[a-z]){1,5})\Z"
)
# The full stop behind a list of "Haug E, Van Eck NJ.", and the sign that one is cut.
_LIST_END = re.compile(
    r"(?<=\s[A-Z]{2})\.\Z|(?<=\s[A-Z]{3})\.\Z|(?<!\s)\s?(?:…|\.{3})\Z"
)
_LABEL_BEFORE = re.compile(
    r"\A\s*(?:(?:authors?|speaker|presenter|by)\s?:|by(?=\s+\S+\s+\S))\s*",
    re.IGNORECASE,
)
_DANGLING = re.compile(
    r"(?:(?<![\s,;&/|:])[\s,;&/|:]++(?:(?:and|und|et|&|with)(?:[\s,;&/|:]++|\Z)){0,5}+)\Z"
    r"|\A(?:[\s,;&/|:.•·-]|(?:and|und|&)\s)++"
)


def strip_name_marks(text: str) -> str:
    """Return an author's name without what is written around it, blanks made even.

    >>> strip_name_marks("1. Priya Nair, MD, PhD (editor)")
    'Priya Nair'
    >>> strip_name_marks("Maja Lund* <maja@example.org>"), strip_name_marks("Yang (Janet) Liu")
    ('Maja Lund', 'Yang (Janet) Liu')
    """
    if _PLAIN.fullmatch(text):
        return text
    for pattern in (_ORCID, _EMAIL, _RAISED, _SIGNS):
        text = pattern.sub(" ", text)
    text = _FOR_GROUP.sub("", text)
    before = None
    while text != before:
        before = text
        text = _strip_ends(text)
    return " ".join(_INSIDE.sub(_nickname, text).split())


def _strip_ends(text: str) -> str:
    """Return a name without one layer of what stands before and behind it."""
    for pattern in (_LABEL_BEFORE, _NUMBER_BEFORE, _BEFORE):
        text = pattern.sub("", text)
    for pattern in (
        _BEHIND,
        _UNCLOSED,
        _ROLE,
        _ET_AL,
        _NUMBER_BEHIND,
        _DANGLING,
        _LIST_END,
    ):
        text = pattern.sub("", text)
    return strip_degrees(text).strip()


def _nickname(found: re.Match[str]) -> str:
    """Keep a name in brackets within a name: "Yang (Janet) Liu"."""
    return found[0] if _NICKNAME.fullmatch(found[0]) else ""
