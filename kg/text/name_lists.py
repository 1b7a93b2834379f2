"""Names in a list, as "A, B and C": where such a list begins that a text is in."""

import re

_NAME = r"[A-Z\d][\w.’'/+-]{0,30}(?:\s[A-Z\d][\w.’'/+-]{0,30}){0,3}"
_SHORT = r"(?:\s?\([^()]{1,30}\))?"
_PART = r"(?:,|,?\s(?:and|or))\s(?:the\s|on\s)?"
_BEFORE = re.compile(rf"(?:(?<=\s)|(?<=\()|\A){_NAME}{_SHORT}{_PART}\Z")
_BEHIND = re.compile(rf"{_SHORT}{_PART}{_NAME}")
_LONGEST, _WIDEST = 6, 110  # names of a list, characters of one of them


def list_start(before: str) -> int:
    """Return where a list of names begins that goes on to the end of a text.

    Where there is none, that is the end.

    >>> list_start("We test on Abc, Def (D2) and "), list_start("We test on ")
    (11, 11)
    """
    end = len(before)
    for _ in range(_LONGEST):
        name = _BEFORE.search(before, max(0, end - _WIDEST), end)
        if name is None:
            break
        end = name.start()
    return end


def list_end(behind: str) -> int:
    """Return where a list of names ends that goes on from the beginning of a text.

    >>> list_end(", Abc and Def corpora."), list_end(" corpora.")
    (13, 0)
    """
    end = 0
    for _ in range(_LONGEST):
        name = _BEHIND.match(behind, end)
        if name is None:
            break
        end = name.end()
    return end
