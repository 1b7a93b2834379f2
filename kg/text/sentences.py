"""Where sentences end, for the rules that need one; initials and titles end none."""

import re
from functools import lru_cache

_END = re.compile(
    r"([.!?])(?<![.\s][.!?])[\"'”’)\]]{0,2}(?:\s+(?=[^\Wa-z_]|[\"“‘(\[])|(?=[A-Z][a-z])|\n|$)"
)
_NO_END = re.compile(
    r"(?:\b[^\W\d_a-z]|\b(?:Prof|Profs|Dr|Drs|Mr|Mrs|Ms|St|Univ|Inst|Dept|al|cf|eg|e\.g"
    r"|i\.e|ie|vs|etc|resp|Fig|Eq|Eqs|Sec|Thm|Lem|Prop|Def|Ref|Refs|No|Vol|Ed|Eds|Proc"
    r"|Conf|Trans|Lett|Phys|Math|Rev|Jr|Sr|Ph|Ph\.D|approx|pp|Ann|Stat|Comm|Appl|Adv"
    r"|Natl|Acad|Sci|Int|Symp|Nat|Comput|Optim|Anal|Statist|Amer|Soc|Chr|Th|Wm|Theor|Exp))$"
)


@lru_cache(maxsize=16)
def sentences(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """Give the places of the sentences between `start` and `end`, without gaps.

    Headings and passages are both looked for in a document's lines, hence the cache.
    """
    found = []
    begin = start
    for match in _END.finditer(text, start, end):
        look = max(begin, match.start() - 8)
        full_stop = match[1] == "." and "\n" not in match[0]
        if full_stop and _NO_END.search(text, look, match.start()):
            continue
        found.append((begin, match.end()))
        begin = match.end()
    if begin < end:
        found.append((begin, end))
    return tuple(found)
