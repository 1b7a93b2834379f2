"""Authors that are no persons: collaborations, committees, universities, companies."""

import re
from functools import lru_cache

from kg.datafiles import labelled_words
from kg.text.folding import fold
from kg.text.names.given_names import known_given_names

GROUP_WORDS = ("collaboration", "consortium", "group", "team", "initiative")
"""The last word of a group's name."""

# Small words as they stand: "Council on Salt" has one, "Lee, On" has none.
_SMALL_WORD = re.compile(r"(?<![^\W_])[a-z]{2,3}(?![\w.])")
_MOST_OF_A_PERSON = 3  # words of a name with a comma
_LEAST_BEFORE_END = 2  # characters before the end of a word that tells a group


def is_collaboration(text: str) -> bool:
    """Tell whether a name is that of people who work together, and no place of work.

    >>> is_collaboration("The ATLAS Collaboration"), is_collaboration("Ministry of Health")
    (True, False)
    """
    words = fold(text).split()
    return len(words) > 1 and "," not in text and words[-1] in GROUP_WORDS


@lru_cache(maxsize=1 << 16)
def is_group(text: str) -> bool:
    """Tell whether an author is no person, but a collaboration, a ministry and the like.

    One word of its name tells it; of words that are family names too ("Bank", "Press")
    only behind what is no given name.

    >>> is_group("The ATLAS Collaboration"), is_group("Ministry of Health")
    (True, True)
    >>> is_group("Ana Cruz"), is_group("Bank, Peter")
    (False, False)
    """
    words = fold(text).split()
    if any(_ends_as_group(word) for word in words):
        return True
    listed = labelled_words("people/group_words")
    if len(words) < 2:
        return text.isupper() and not listed["alone"].isdisjoint(words)
    if words[-1] in listed["legal"] or not listed["sure"].isdisjoint(words):
        return True
    if not listed["joint"].isdisjoint(_SMALL_WORD.findall(text)) and len(words) > 2:
        return True
    if not listed["rare"].isdisjoint(words):
        return not _is_inverted(text, words)
    return not listed["surname"].isdisjoint(words) and not _may_be_person(text, words)


def _ends_as_group(word: str) -> bool:
    """Tell whether a long word of German, or one of CJK, ends as names of groups do."""
    ends = labelled_words("people/group_words")["end"]
    return any(
        word.endswith(end) and len(word) >= len(end) + _LEAST_BEFORE_END for end in ends
    )


def _is_inverted(text: str, words: list[str]) -> bool:
    """Tell "Group, Robert" from "Working Group, Oslo Branch"."""
    return text.count(",") == 1 and len(words) <= _MOST_OF_A_PERSON


def _may_be_person(text: str, words: list[str]) -> bool:
    """Tell whether a given name, or an initial, stands where a person has one."""
    if "," in text:
        return _is_inverted(text, words)
    return len(words[0]) == 1 or len(words[-1]) == 1 or words[0] in known_given_names()
