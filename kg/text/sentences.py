"""Where sentences end; initials, titles and words cut short end none."""

import re
from functools import lru_cache

_END = re.compile(
    r"""([.!?])(?<![.\s][.!?])           # no dots in a row, none that stands alone
    ["'”’)\]]{0,2}
    (?:
        \s+(?=[^\Wa-z_]|["“‘(\[$\\])     # a capital, digit, quote, formula follows
      | (?=[A-Z][a-z])                   # or is glued to the stop
      | \n
      | $
    )""",
    re.VERBOSE,
)
_NO_END = re.compile(
    r"""(?:
        \b[^\W\d_a-z]                    # an initial
      | \b(?:
            Prof|Profs|Dr|Drs|Mr|Mrs|Ms|St|Univ|Inst|Dept|al|cf|eg|e\.g|i\.e|ie|vs|etc
            |resp|Fig|Eq|Eqs|Sec|Thm|Lem|Prop|Def|Ref|Refs|No|Vol|Ed|Eds|Proc|Conf|Trans
            |Lett|Phys|Math|Rev|Jr|Sr|Ph|Ph\.D|approx|pp|Ann|Stat|Comm|Appl|Adv|Natl
            |Acad|Sci|Int|Symp|Nat|Comput|Optim|Anal|Statist|Amer|Soc|Chr|Th|Wm|Theor
            |Exp
        )
    )$""",
    re.VERBOSE,
)
_LONGEST_ABBREVIATION = 8  # characters


@lru_cache(maxsize=16)
def sentence_spans(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """Return the places of the sentences between `start` and `end`, without gaps.

    Headings and passages are both looked for in a document's lines, hence the cache.

    >>> sentence_spans("See A. Lee et al. for it. We go on.", 0, 35)
    ((0, 26), (26, 35))
    """
    found = []
    begin = start
    for match in _END.finditer(text, start, end):
        look = max(begin, match.start() - _LONGEST_ABBREVIATION)
        full_stop = match[1] == "." and "\n" not in match[0]
        if full_stop and _NO_END.search(text, look, match.start()):
            continue
        found.append((begin, match.end()))
        begin = match.end()
    if begin < end:
        found.append((begin, end))
    return tuple(found)


def split_sentences(text: str) -> list[str]:
    """Return the sentences of a text, without the blanks around them.

    >>> split_sentences("It works. So we ask: why?  Nobody knows.")
    ['It works.', 'So we ask: why?', 'Nobody knows.']
    """
    spans = sentence_spans(text, 0, len(text))
    found = (text[begin:stop].strip() for begin, stop in spans)
    return [sentence for sentence in found if sentence]
