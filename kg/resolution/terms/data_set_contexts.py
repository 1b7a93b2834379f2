"""How texts speak of data sets: "the MNIST dataset", "corpora such as", "accuracy on".

What is a data set shows in the words around its name, whatever the field. Each sign is
worth points, by how seldom it stands beside something else.
"""

import re
from typing import Literal

from kg.text.name_lists import list_end, list_start

Sign = Literal["called", "headed", "listed", "among", "base", "evaluated"]

POINTS: dict[Sign, float] = {
    "called": 2.0,  # "X, a corpus of", "a dataset called X"
    "headed": 2.0,  # "the X corpus"
    "listed": 1.5,  # "datasets such as A, B and X"
    "among": 1.0,  # "A, X and B datasets"
    "base": 1.0,  # "the X database", which may be software or an index of papers
    "evaluated": 1.0,  # "results on X", which may be a task or a machine
}
"""What a sign is worth."""

ONE = r"(?:data[\ -]?set|corpus|treebank|benchmark|test[\ -]?(?:set|suite|bed))"
"""One data set, by its head; a challenge is an event that has one."""

MANY = r"(?:data[\ -]?sets|corpora|treebanks|benchmarks|test[\ -]?(?:sets|suites))"
WINDOW = 110  # characters before and behind a name that are read

_SHORT = r"(?:\s?\([^()]{1,30}\))?"
_HEAD_BEHIND = re.compile(
    rf"""{_SHORT}\s(?:[a-z-]{{1,20}}\s){{0,2}}?
    (?:(?P<headed>{ONE})|(?P<base>database)|(?P<among>{MANY}))\b(?!-)""",
    re.VERBOSE | re.IGNORECASE,
)
_IS_ONE = re.compile(
    rf"{_SHORT}(?:,|:|\sis)\s(?:an?|the|our)\s(?:[\w-]{{1,30}}\s){{0,6}}?(?:{ONE}|database)\b(?!-)",
    re.VERBOSE | re.IGNORECASE,
)
_CALLED = re.compile(
    rf"\b(?:{ONE}|database),?\s(?:called|named|dubbed|termed|(?:which\s)?we\scall)\s\Z",
    re.VERBOSE | re.IGNORECASE,
)
_HEAD_BEFORE = re.compile(
    rf"""\b(?:{ONE}|{MANY})
    (?: ,?\s(?:such\sas|like|including|namely|e\.g\.,?|i\.e\.,?)\s | :\s | \s?\( | ,?\s )
    (?:the\s)?\Z""",
    re.VERBOSE | re.IGNORECASE,
)
_ON = re.compile(r"\son\s(?:[a-z-]{1,20}\s){0,2}\Z")
_MEASURED = re.compile(
    r"""\b(?:evaluat\w{1,5}|test(?:ed|s|ing)?|experiment\w{0,6}|results?|accurac(?:y|ies)
    |performances?|scores?|errors?|perplexity|state[\ -]of[\ -]the[\ -]art|validated?
    |improvements?|gains?|benchmark(?:ed)?|report(?:ed)?|BLEU|F1|F-score)\b
    [^.;:]{0,60}\Z""",
    re.VERBOSE,
)
# "A large Java corpus" is any one.
_INDEFINITE = re.compile(r"\b[Aa]n?\s(?:[\w-]{1,30}\s){0,3}\Z")
_ANY_HEAD = re.compile(rf"{ONE}|corpora|database", re.VERBOSE | re.IGNORECASE)


def near_data_set_word(text: str, start: int, end: int) -> bool:
    """Tell whether any word for a data set stands near a name, or in it.

    >>> near_data_set_word("the Xyz corpus", 4, 7), near_data_set_word("the Xyz", 4, 7)
    (True, False)
    """
    return _ANY_HEAD.search(text, max(0, start - WINDOW), end + WINDOW) is not None


def read_sign(before: str, behind: str) -> Sign | None:
    """Return the sign of a data set in the words around a name, the surest one.

    Args:
        before: the words before the name, as far as they are of one text.
        behind: those behind it.

    >>> read_sign("We test on the ", " dataset."), read_sign("We use ", " for this.")
    ('headed', None)
    """
    if _IS_ONE.match(behind) or _CALLED.search(before):
        return "called"
    last = behind[list_end(behind) :]
    head = _HEAD_BEHIND.match(last)
    if head and head["headed"] is not None and last is behind:
        return None if _INDEFINITE.search(before) else "headed"
    if head and head["base"] is not None and last is behind:
        return None if _INDEFINITE.search(before) else "base"
    first = before[: list_start(before)]
    if _HEAD_BEFORE.search(first):
        return "listed"
    if head and head["among"] is not None:
        return "among"
    on = _ON.search(first)
    return "evaluated" if on and _MEASURED.search(first[: on.start()]) else None
