"""The part of a text in pieces that is looked at: searched as it is read on."""

import re
from collections.abc import Iterable

LONGEST_TAG = 1 << 16
"""Characters; of longer tags the beginning is enough."""


class TextWindow:
    """A part of a text, from the place that is read next.

    Offsets count from that place, so that they hold while the text is read on.

    Attributes:
        line: of the place, counted from 1.
    """

    def __init__(self, pieces: Iterable[str]) -> None:
        """Begin a text, cut anywhere."""
        self._pieces = iter(pieces)
        self._text = ""
        self._place = 0
        self._taken = 0  # characters before the window
        self._searched: dict[str, int] = {}  # up to where there is none of a mark
        self.line = 1

    def __len__(self) -> int:
        """Return how many characters there are from the place on."""
        return len(self._text) - self._place

    def find(
        self, pattern: re.Pattern[str], behind: int, most: int
    ) -> tuple[int, re.Match[str]] | None:
        """Return the next match, and its offset; None if there is none that near.

        Args:
            pattern: of what is no longer than a tag.
            behind: the offset to search from.
            most: the offset up to which more of the text is read.
        """
        while True:
            found = pattern.search(self._text, self._place + behind)
            if found:
                return found.start() - self._place, found
            # A tag that the end of the window cuts is looked at once more.
            behind = max(behind, len(self) - LONGEST_TAG)
            if len(self) > most or not self.read_on():
                return None

    def find_mark(self, mark: str, behind: int, most: int) -> int | None:
        """Return the offset behind the next of a mark; None if there is none that near.

        What was searched once is not searched again: a text may open a thousand
        comments, and close none.
        """
        while True:
            # Counted from the beginning of the text: windows move on.
            known = self._searched.get(mark, 0) - self._taken - self._place
            found = self._text.find(mark, self._place + max(behind, known))
            if found >= 0:
                return found + len(mark) - self._place
            self._searched[mark] = self._taken + len(self._text) - len(mark) + 1
            if len(self) - behind > most or not self.read_on():
                return None

    def peek(self, start: int, stop: int) -> str:
        """Return the text between two offsets."""
        return self._text[self._place + max(start, 0) : self._place + stop]

    def rfind(self, mark: str, stop: int) -> int:
        """Return the offset of the last of a mark before another offset, or -1."""
        found = self._text.rfind(mark, self._place, self._place + max(stop, 0))
        return found - self._place if found >= 0 else -1

    def take(self, size: int) -> str:
        """Return so much of the text, and move behind it."""
        text = self.peek(0, size)
        self._place += len(text)
        self.line += text.count("\n")
        return text

    def read_on(self) -> bool:
        """Let go of what was taken, and read a piece; tell whether there was one."""
        piece = next(self._pieces, None)
        if piece is None:
            return False
        self._taken += self._place
        self._text = self._text[self._place :] + piece
        self._place = 0
        return True
