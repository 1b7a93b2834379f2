"""What running text looks like, told from headings, menus, tables and code."""

import re

_CJK = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_WORD = re.compile(r"[^\W\d_]{2,}")
_SENTENCE_END = re.compile(r"[.!?\u3002](?=[\s)\"'\u201d\u2019]|$)")
_LETTER = re.compile(r"[^\W\d_]|\s")


def count_words(text: str) -> int:
    """Count words; two characters of a script without spaces count as one.

    >>> count_words("We count mills.")
    3
    """
    return len(text.split()) + len(_CJK.findall(text)) // 2


def is_prose(text: str, *, words: int) -> bool:
    """Tell running text of at least so many words: sentences, letters, spaces.

    Code, tables and lists of numbers have too few letters, headings no sentence end.
    """
    if count_words(text) < words:
        return False
    letters = len(_LETTER.findall(text))
    if letters < 0.7 * len(text) or not _SENTENCE_END.search(text):
        return False
    tokens = len(text.split())
    return len(_WORD.findall(text)) > 0.5 * tokens or bool(_CJK.search(text))


def ends_a_sentence(line: str) -> bool:
    """Tell whether a line ends as sentences do, and titles do not.

    >>> ends_a_sentence('It is "so." '), ends_a_sentence("On mills")
    (True, False)
    """
    return line.rstrip(" \t\"'”’)]").endswith((".", ":", ";", ",", "。"))
