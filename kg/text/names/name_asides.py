"""What stands behind names in a list and is no part of them: marks, addresses, ids, asides.

Footnote marks are written in many ways, glued or spaced: "Ada Holm¹", "Ada Holm 1,2",
"Ada Holm^{a,b}", "Ada Holm [3]", "Ada Holm†,*"; so are ORCIDs and e-mail addresses.
"""

import re
import unicodedata

RAISED = r"\u00aa\u00b2\u00b3\u00b9\u00ba\u02b0-\u02b8\u1d2c-\u1d6a\u1d9b-\u1dbf\u2070-\u209c"
"""Raised digits and letters, within a class of `re`."""

SIGNS = "*†‡§¶#∗⁎＊★☆⋆✉✝‖∥◊♦◦¤"
"""Signs that mark footnotes, within a class of `re`."""

_HOST = r"[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}"
_EMAIL = re.compile(
    rf"""
    (?:\b e-?mails? (?:\saddress(?:es)?)? \s?[:：]\s? | mailto: )?
    (?:  (?: \{{[^{{}}\n]{{1,300}}\}} | (?<![\w.+-])[\w.+-]{{1,64}} ) \s?@\s? {_HOST}
      |  (?<![\w.+-])[\w.+-]{{1,64}} \s?[\[(](?:at|AT)[\])]\s? {_HOST} )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_ORCID = re.compile(
    r"""
    (?: \{\s? )? (?: [,]?\s? \b ORCID (?:\siD)? \s?[:：#]?\s? )?
    (?: https?:// )? (?: (?:www\.)? orcid\.org/ )?
    (?<!\d) (?P<number> \d{4}-\d{4}-\d{4}-\d{3}[\dXx] ) (?!\w) (?: \s?\} )?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_URL = re.compile(r"(?:https?://|www\.)[^\s,;<>()\[\]]+")
_ANGLES = re.compile(r"<[^<>\n]{0,200}>")
# Twice, since one may stand within another: "(ETH (Zurich))".
_BRACKETS = re.compile(r"[(\[（【〔][^()\[\]（）【】〔〕\n]{0,200}[)\]）】〕]")
# "Ada Holm on behalf of the ATLAS Collaboration"
_ON_BEHALF = re.compile(
    r",?\s(?:on\s(?:behalf|the\spart)\sof|for\sthe(?=[^,;\n]{0,80}\s(?:Collaboration|Team"
    r"|Group|Consortium|Investigators|Network)\b))\b[^,;\n]{0,120}"
)
_SIGN = rf"[{RAISED}{SIGNS}]"
_NUMBER = r"\d{1,2}(?![\w.]|-\w)"
_LETTER = r"[a-k](?![\w.'’-])"
# A number or letter with a blank before it is a mark if the next name follows, or none.
_END_OF_NAME = rf"(?=\s*+(?:[,;{SIGNS}]|$|\n)|\s(?:and|und|et|y|e|&)\s)"
# More marks behind the first: "¹,*", "1, 2", "a,b".
_MORE = (
    rf"(?: [,'’·]?\s?{_SIGN} | (?:\s?,\s?|\s|)(?:{_NUMBER}|{_LETTER}){_END_OF_NAME} )"
)
_MARKS = re.compile(
    rf"""
    (?:  \$?\s?\^\s?(?: \{{[^{{}}\n]{{0,30}}\}} | [\w{SIGNS}]{{1,2}}(?:,[\w{SIGNS}]){{0,9}}+ )\$?
      |  \\textsuperscript\{{[^{{}}\n]{{0,30}}\}}
      |  {_SIGN}
      |  (?<=[^\W\d_]|[.)]){_NUMBER}
      |  (?<=[^\W\d_],)\d{{1,2}}(?:,\d{{1,2}}){{0,5}}(?=[*†‡]?(?:\s|$))
      |  (?<=[^\W\d_]|[.)])[ \u00a0](?:{_NUMBER}|{_LETTER}){_END_OF_NAME}
    )
    {_MORE}{{0,12}}+
    """,
    re.VERBOSE,
)
_BEHIND = re.compile(
    rf"[\s\u00a0]?(?:{_MARKS.pattern}|[\[(（]\s?(?P<inner>(?:{_NUMBER}|[a-z](?!\w)|{_SIGN})"
    rf"(?:\s?[,;]?\s?(?:{_NUMBER}|[a-z](?!\w)|{_SIGN}))*)\s?[\])）])",
    re.VERBOSE,
)
# A mark before an address: "¹", "2.", "(a)", "[3]", "^{b}", "†"; a letter may be glued.
ADDRESS_MARK = re.compile(
    rf"(?:[(\[{{^$]\s?){{0,3}}+(?P<mark>(?:\d{{1,2}}|[{RAISED}]{{1,2}}|[{SIGNS}]{{1,2}}"
    r"|[a-k](?![a-z'’]|\.\S)))(?:\s?[)\]}$.:])*\s*+(?=[^\W\d_])"
)
"""A mark that an address begins with, and the blanks behind it."""
_WIDEST_MARK = 8  # characters, with brackets and blanks
_ONE_MARK = re.compile(rf"\d{{1,2}}|[a-z]|[{SIGNS}]")


def blank_asides(text: str) -> str:
    """Return a list of names with blanks for what is no part of one, place by place.

    Parentheses, addresses of all kinds, ORCIDs and marks of footnotes, with the commas
    between marks.

    >>> blank_asides("Ada Holm¹,* (MIT), Bo Li <li@x.org>").split()
    ['Ada', 'Holm', ',', 'Bo', 'Li']
    """
    for pattern in (
        _EMAIL,
        _ORCID,
        _URL,
        _ANGLES,
        _BRACKETS,
        _BRACKETS,
        _ON_BEHALF,
        _MARKS,
    ):
        text = pattern.sub(_blank, text)
    return text


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def marks_between(text: str, start: int, end: int) -> frozenset[str]:
    """Return the marks of footnotes between a name and the next, raised ones as plain.

    >>> sorted(marks_between("Ada Holm, PhD¹,² and Bo", 8, 23))
    ['1', '2']
    """
    # A letter stands before, as behind a name.
    rest = text[max(start - 1, 0) : end]
    for pattern in (_EMAIL, _ORCID, _URL):
        rest = pattern.sub(_blank, rest)
    found: frozenset[str] = frozenset()
    for run in _BEHIND.finditer(rest):
        found |= plain_marks(run[0])
    return found


def mark_before(text: str, start: int) -> str | None:
    """Return the mark before an address that begins at `start`, a raised one as plain.

    >>> text = "¹ MIT; (2) Lund University"
    >>> mark_before(text, 2), mark_before(text, 11), mark_before(text, 16)
    ('1', '2', None)
    """
    for begin in range(max(0, start - _WIDEST_MARK), start):
        found = ADDRESS_MARK.match(text, begin)
        if found and found.end() == start and not text[begin - 1 : begin].isalnum():
            return unicodedata.normalize("NFKC", found["mark"])
    return None


def plain_marks(run: str) -> frozenset[str]:
    """Return each mark of some that stand together.

    >>> sorted(plain_marks("^{a,12}†"))
    ['12', 'a', '†']
    """
    return frozenset(_ONE_MARK.findall(unicodedata.normalize("NFKC", run)))


def orcid_behind(text: str, start: int, end: int) -> str | None:
    """Return the number that stands as an ORCID in a stretch; the first of several.

    >>> orcid_behind("Ada Holm (ORCID: 0000-0002-1825-0097)", 8, 37)
    '0000-0002-1825-0097'
    """
    found = _ORCID.search(text, start, end)
    return found["number"] if found else None
