"""Sentences of an abstract that are not about the work: rights, funding, registration.

Databases append them to abstracts, or put them before: "© 2014 Elsevier B.V. All rights
reserved." As text of the work they would make publishers its institutions.
"""

import re
from functools import cache

from kg.datafiles import word_rows

_YEAR = r"(?:19|20)\d\d"
_PUBLISHERS = r"""
    (?:Elsevier|Wiley|John\ Wiley|Springer|Blackwell|IEEE|Institute\ of\ Electrical|ACM
      |Association\ for\ Computing|MDPI|Taylor|Informa|Routledge|SAGE|Sage|Oxford\ Univ
      |Cambridge\ Univ|American\ \w+|Royal\ Soc|IOP|AIP|SPIE|OSA|Optica|SIAM|Nature|Macmillan
      |Academic\ Press|Lippincott|Wolters|Kluwer|Karger|Georg\ Thieme|Thieme|BMJ|Frontiers
      |PLOS|Public\ Library|Hindawi|Emerald|Inderscience|World\ Scientific|Mary\ Ann\ Liebert
      |Copernicus|EDP\ Sciences|De\ Gruyter|Walter\ de\ Gruyter|IGI|INFORMS|RSNA|IWA|ASCE
      |ASME|AIAA|The\ Authors?|the\ authors?|Authors?|Author\(s\)|by\ the|Published|Crown
      |The\ Society|Society|European|International|National|Massachusetts\ Med|Mosby|Saunders)
"""
_SIGN = r"(?:©|ⓒ|\([cC]\)|℗)"
# Behind any word: "… of roads.(c) 2014 Elsevier", "… of roads © 2014 IEEE".
_COPYRIGHT = re.compile(
    rf"""
    (?: (?:[Cc]opyright|COPYRIGHT)\s*{_SIGN} | (?<!\w)[©ⓒ℗](?=\s?(?:[A-Z\d(&]|the\b|by\b|copyright))
      | (?:{_SIGN}|(?<![^.\s])[c0#rQ])\s?(?:&\s?nbsp;)?\s?(?={_YEAR},?\s+{_PUBLISHERS}\b)
      | (?:[Cc]opyright|COPYRIGHT|{_SIGN})\s*(?:by\s+)?(?:the\s+)?(?={_YEAR}\b|{_PUBLISHERS}\b)
      | {_SIGN}\s?(?=[A-Z][\w.&]{{1,12}}\s{_YEAR}\.?\s*\Z)
      | \bCrown\ [Cc]opyright\b )
    """,
    re.VERBOSE,
)
_MONEY = r"""
    (?i:grants?|foundations?|fundaci[oó]n|fonds|funds?|funding|councils?|ministr\w+|nsf|nih
       |nsfc|dfg|epsrc|darpa|erc|fellowships?|scholarships?|agency|program(?:me)?s?|horizon
       |contracts?|award|institutes?|department|commission|government|university|national
       |inc|ltd|european|swiss|royal)
"""
# What stands before a full stop that ends no sentence.
_SHORTENED = frozenset(
    ["co", "corp", "b.v", "v", "s.a", "s.p.a", "publ", "soc", "am", "j", "st", "vol",
     "no", "u.s", "dr", "prof", "e.v", "univ", "acad", "sci", "eng", "med", "et", "al"]
)  # fmt: skip
_STOP = re.compile(r"(?<![.!。])[.!。]++[)\]\"”]?(?=\s++\S|[^\W\d_]|©)")
_WORD_BEFORE = re.compile(r"[^\W\d_](?:\S{0,60}[^\W\d_])?\Z")


def find_copyright(text: str, start: int, end: int) -> int | None:
    """Return where a copyright notice begins between two places, if one does.

    >>> find_copyright("We ask. © 2014 Mills Ltd.", 0, 25)
    8
    """
    found = _COPYRIGHT.search(text, start, end)
    return found.start() if found else None


def is_notice(text: str, start: int, end: int) -> bool:
    """Tell whether the sentence that begins at `start` is not about the work.

    >>> is_notice("All rights reserved.", 0, 20), is_notice("All rights are old.", 0, 19)
    (True, False)
    """
    patterns = (_sentences(), _COPYRIGHT)
    return any(pattern.match(text, start, end) for pattern in patterns)


@cache
def _sentences() -> re.Pattern[str]:
    """Return what such sentences begin with."""
    rows = map(" ".join, word_rows("sources/notice_sentences"))
    words = {"YEAR": _YEAR, "PUBLISHER": _flat(_PUBLISHERS), "MONEY": _flat(_MONEY)}
    pattern = "|".join(f"(?:{row})" for row in rows)
    for word, meaning in words.items():
        pattern = pattern.replace(word, meaning)
    return re.compile(pattern)


def _flat(pattern: str) -> str:
    """Return a pattern of `re.VERBOSE` as it is written without."""
    return re.sub(r"(?<!\\)\s+", "", pattern)


def notice_end(text: str, start: int, end: int) -> int:
    """Return where the sentence that begins at `start` ends; "Co." ends none.

    >>> notice_end("(c) 2014 Mills Co. All rights reserved. We ask.", 0, 47)
    40
    """
    for stop in _STOP.finditer(text, start, end):
        if _ends_sentence(text, start, stop):
            place = stop.end()
            while place < end and text[place].isspace():
                place += 1
            return place
    return end


def _ends_sentence(text: str, start: int, stop: re.Match[str]) -> bool:
    """Tell a full stop that ends a sentence from that of an abbreviation."""
    before = _WORD_BEFORE.search(text, start, stop.start())
    word = before[0].lower().split()[-1] if before else ""
    following = text[stop.end() : stop.end() + 3].lstrip()
    return not (following[:1].islower() or word in _SHORTENED or len(word) == 1)
