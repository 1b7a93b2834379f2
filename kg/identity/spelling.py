"""British words in American letters, for comparing terms; the result is never shown."""

import re
from functools import cache

from kg.text.wordlists import pairs

# Applied without a list of exceptions: "supervise" becomes "supervize" on both sides of
# any comparison, and no two English terms differ in these letters alone.
_ISE = re.compile(r"(?<=[a-z]{2})is(?=(?:e|ed|es|er|ers|ing|ings|able|ation|ations)\Z)")
_YSE = re.compile(r"(?<=al)ys(?=(?:e|ed|er|ers|ing)\Z)")
_LL = re.compile(r"(?<=[a-z]{2}e)ll(?=(?:ed|er|ers|ing|ings)\Z)")
_SHORTEST, _LONGEST = 4, 15


@cache
def _beginnings() -> dict[str, str]:
    return pairs("british_spelling")


def american(word: str) -> str:
    """Give the American form of a word in lower case."""
    if len(word) < _SHORTEST:
        return word
    word = _LL.sub("l", _YSE.sub("yz", _ISE.sub("iz", word)))
    table = _beginnings()
    for prefix in ("", "non", "un", "multi", "re", "over"):
        if not word.startswith(prefix):
            continue
        rest = word[len(prefix) :]
        for length in range(min(_LONGEST, len(rest)), _SHORTEST - 1, -1):
            if rest[:length] in table:
                return prefix + table[rest[:length]] + rest[length:]
    return word
