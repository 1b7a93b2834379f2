"""What stands between the records of a file: wrappers, remarks on them, other texts."""

import re
from collections.abc import Iterator

# An element outside of all records that has words of its own.
_WITH_WORDS = re.compile(r"<(?:[\w.-]+:)?([A-Za-z_][\w.-]*)(?:\s[^<>]*)?>\s*[^<\s]")
_TAG = re.compile(r"<(?P<end>/?)(?P<sort>[A-Za-z_?!])[^<>]*>")


def names_with_words(text: str) -> list[str]:
    """Return the names of elements that have words right behind their tags, in order.

    >>> names_with_words("<feed><title>ArXiv Query</title><a:updated/>")
    ['title']
    """
    return _WITH_WORDS.findall(text)


class LooseTexts:
    """Finds texts of a file that stand in no element at all, over all that is between."""

    def __init__(self) -> None:
        """Begin a file, outside of any root."""
        self._depth = 0  # elements that are open

    def find(self, text: str) -> Iterator[tuple[int, str]]:
        """Yield (offset, words) of texts outside of elements, or right before a record.

        >>> list(LooseTexts().find("On mills<dblp><t>x</t> </dblp>"))
        [(0, 'On mills')]
        """
        start = 0
        for tag in _TAG.finditer(text):
            if self._depth == 0:
                yield from _filled(start, text[start : tag.start()])
            start = tag.end()
            if tag["end"]:
                self._depth = max(self._depth - 1, 0)
            elif tag["sort"] not in "?!" and not tag[0].endswith("/>"):
                self._depth += 1
        yield from _filled(start, text[start:])


def _filled(start: int, text: str) -> Iterator[tuple[int, str]]:
    words = text.strip()
    if words:
        yield start + text.index(words), words
