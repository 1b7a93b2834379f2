"""Lines of a page, put together from pieces of text, line ends and gaps.

As a browser lays text out: white space is one blank, and blank lines stand where blocks
keep a distance. Each line knows where in the page it began.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

_INVISIBLE = dict.fromkeys(
    map(ord, "\u00ad\u200b\u2060\ufeff")
)  # soft hyphens and the like


class Line(NamedTuple):
    """A line of what is seen, and where in the page it began."""

    text: str
    place: int


class LineWriter:
    """Takes pieces of text and line ends; `lines` are those that are whole."""

    def __init__(self) -> None:
        """Begin with no line."""
        self.lines: list[Line] = []
        self._pieces: list[str] = []
        self._place = 0
        self._has_gap = False
        self._is_as_it_stands = False

    def write(self, text: str, place: int) -> None:
        """Go on with the line."""
        if not self._pieces:
            self._place = place
        self._pieces.append(text)

    @property
    def pending(self) -> str:
        """What stands on the line that is not ended yet."""
        return " ".join("".join(self._pieces).split())

    def write_instead(self, text: str) -> None:
        """Begin the line anew."""
        self._pieces = [text]

    def write_as_it_stands(self, text: str, place: int) -> None:
        """Go on with text whose line ends and blanks count."""
        first, *others = text.split("\n")
        self._write_as_it_stands(first, place)
        for line in others:
            place += len(first) + 1
            self.end_line()
            self._write_as_it_stands(line, place)
            first = line

    def _write_as_it_stands(self, line: str, place: int) -> None:
        if line:
            self.write(line, place)
            self._is_as_it_stands = True

    def end_line(self) -> None:
        """End the line, if there is anything on it."""
        text = self.pending
        if self._is_as_it_stands:
            text = "".join(self._pieces).rstrip()
        place, self._pieces = self._place, []
        self._is_as_it_stands = False
        text = text.translate(_INVISIBLE)
        if text.strip():
            self._add(Line(text, place))

    def end_block(self) -> None:
        """End the line; what comes next stands behind a blank one."""
        self.end_line()
        self._has_gap = True

    def break_line(self) -> None:
        """End the line; behind a line end there is a blank line."""
        # "<br><br>" is how many pages part their paragraphs.
        if not any(map(str.strip, self._pieces)):
            self._has_gap = True
        self.end_line()

    def add(self, lines: Iterable[Line]) -> None:
        """Take over lines that are whole."""
        self.end_line()
        for line in lines:
            if line.text:
                self._add(line)
            else:
                self._has_gap = True

    def _add(self, line: Line) -> None:
        if self._has_gap and self.lines:
            self.lines.append(Line("", line.place))
        self._has_gap = False
        self.lines.append(line)


def count_line_words(lines: Iterable[Line]) -> int:
    """Return how many words lines have; a rule drawn across a page is none.

    >>> count_line_words([Line("On mills", 0), Line("---", 9)])
    2
    """
    words = (word for line in lines for word in line.text.split())
    return sum(any(map(str.isalnum, word)) for word in words)


def line_numbers(text: str, places: Sequence[int]) -> list[int]:
    """Return the numbers, from 1, of the lines in which places of a text stand.

    >>> line_numbers("On\\nmills", [0, 4, 1])
    [1, 2, 1]
    """
    numbers: dict[int, int] = {}
    number, last = 1, 0
    for place in sorted(set(places)):
        number += text.count("\n", last, place)
        numbers[place] = number
        last = place
    return [numbers[place] for place in places]
