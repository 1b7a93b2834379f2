"""British words in American letters, for comparing terms; the result is never shown."""

import re
from functools import cache

from kg.datafiles import mapping

# Applied without a list of exceptions: "supervise" becomes "supervize" on both sides of
# any comparison, and no two English terms differ in these letters alone.
_ISE = re.compile(
    r"(?<=[a-z]{2})is(?=(?:e|ed|es|er|ers|ing|ings|able|ation|ations|ational)\Z)"
)
# "analyse", "hydrolysed" in British English.
_YSE = re.compile(r"(?<=[ao]l)ys(?=(?:e|ed|er|ers|ing)\Z)")
# "modelling", "labelled", but not "selling".
_LL = re.compile(r"(?<=[a-z]{2}e)ll(?=(?:ed|er|ers|ing|ings)\Z)")
# Haemoglobin, glycaemia, anaesthesia, apnoea, diarrhoea.
_AE = re.compile(r"(?<=h)aem|aem(?=i[ac])|aesth|(?<=pn)oe|(?<=rrh)oe")
# Kilometre, homologue; a prologue is no Prolog.
_RE = re.compile(r"(?<=[a-z])(?<=met|lit)re\Z")
# "catalogue", "dialogue"; "prologue" has kept its letters.
_LOGUE = re.compile(r"(?<=[a-z]{2}log)(?<!prolog)ue\Z")
_SHORTEST, _LONGEST = 4, 15


@cache
def _british_beginnings() -> dict[str, str]:
    """Return the beginnings of British words, with the American ones."""
    return mapping("terms/british_spelling")


def americanize(word: str) -> str:
    """Return the American form of a word in lower case.

    >>> [americanize(word) for word in ("behaviour", "modelling", "analyse")]
    ['behavior', 'modeling', 'analyze']
    """
    if len(word) < _SHORTEST:
        return word
    # The table first: "practise" stands in it, which the rules would rewrite.
    word = _LL.sub("l", _YSE.sub("yz", _ISE.sub("iz", _replace_listed(word))))
    if "ae" in word or "oe" in word:
        word = _AE.sub(
            lambda match: match[0].replace("a", "", 1).replace("oe", "e"), word
        )
    if word.endswith(("re", "ue")):
        word = _LOGUE.sub("", _RE.sub("er", word))
    return word


def _replace_listed(word: str) -> str:
    """Return a word with its longest listed British beginning replaced, behind a prefix too."""
    table = _british_beginnings()
    for prefix in ("", "non", "un", "multi", "re", "over"):
        if not word.startswith(prefix):
            continue
        rest = word[len(prefix) :]
        for length in range(min(_LONGEST, len(rest)), _SHORTEST - 1, -1):
            if rest[:length] in table:
                return prefix + table[rest[:length]] + rest[length:]
    return word
