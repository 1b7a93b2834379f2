"""The abstract on a page of one work: what stands there under the heading "Abstract"."""

import re
from collections.abc import Sequence

from kg.sources.pages.boilerplate import count_words, is_prose
from kg.sources.pages.talk_labels import read_label

_MOST_LINES = 60
_LONGEST_LABEL = 4  # words: "Materials and methods" heads a part of the abstract
# What comes behind an abstract, and has texts below it as well.
_BEHIND = re.compile(
    r"(?:\d+\.?\s+)?(?:introduction|main|key ?words|index terms|references|background and"
    r" introduction|subject|about|access|metrics|cite|citation|comments|full text)\b",
    re.IGNORECASE,
)


def shown_abstract(lines: Sequence[str]) -> str:
    """Return the paragraphs below the line "Abstract", or behind it; "" without one.

    >>> text = "We ask how mills turn, and we find that it is the wind that turns them."
    >>> shown_abstract(["On mills", "Abstract", "", text, "", "References"]) == text
    True
    """
    for number, line in enumerate(lines):
        label = read_label(line)
        if label and label.meaning == "abstract":
            found = _paragraphs(
                [line[label.end :], *lines[number + 1 : number + _MOST_LINES]]
            )
            if found:
                return " ".join(found)
    return ""


def _paragraphs(lines: Sequence[str]) -> list[str]:
    found: list[str] = []
    filled = [line.strip() for line in lines if line.strip()]
    for line, following in zip(filled, [*filled[1:], ""], strict=True):
        is_label = count_words(line) <= _LONGEST_LABEL and is_prose(following)
        if _BEHIND.match(line) or not (is_prose(line) or is_label):
            break
        found.append(line)
    return found
