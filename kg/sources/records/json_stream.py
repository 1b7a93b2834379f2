"""JSON values one after another, in an array or not, over any lines, as a stream.

Only the value that is being read is held, and about as much text again. What is broken
costs itself: reading goes on at the next line that opens an object.
"""

import json
import re
from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass

from kg.sources.records.json_values import JSON
from kg.sources.unused_text import end_of_paragraph

# What stands between values: the signs of arrays count for nothing.
_BETWEEN = re.compile(r"[\s,\[\]]*")
# Where reading goes on behind a broken value.
_OBJECT_LINE = re.compile(r"\n[ \t]*(?=\{)")
_MAX_RESTARTS = 1000  # each may read far ahead; a file of nothing else is no JSON
_LONGEST_VALUE = 1 << 26  # characters: a record of 64 MB is none
_SIGNS = ("{", "[", '"')  # that begin a value of a file of records
_LONGEST_TOKEN = 16  # characters of what a cut may split, strings apart: "\\u12|34"


@dataclass(frozen=True, slots=True)
class Broken:
    """What is no JSON: why, and its text, for that may be of another kind.

    `is_text` tells what does not even look like JSON.
    """

    reason: str
    text: str = ""
    is_text: bool = False


def json_values(
    pieces: Iterable[str],
) -> "Iterator[tuple[int, JSON | Broken]]":
    """Yield the values of an array, or values one after another, or of several arrays.

    Args:
        pieces: the text, cut anywhere.

    Yields:
        The line at which a value begins, or is broken, counted from 1, and the value.
    """
    window = _Window(pieces)
    for restart in range(1, _MAX_RESTARTS + 1):
        while window.skip_to_value():
            start = window.line
            value = window.read_value()
            if isinstance(value, ValueError):
                break
            yield start, value
        else:
            return
        if not (yield from _pass_over(window, value, is_last=restart == _MAX_RESTARTS)):
            return


def _pass_over(
    window: "_Window", error: ValueError, *, is_last: bool
) -> "Generator[tuple[int, Broken], None, bool]":
    """Yield what stands from a broken value to the next object; tell whether one does."""
    start = window.line
    at = window.line_of(getattr(error, "pos", None))
    is_json = window.looks_like_json()
    goes_on, passed = window.skip_to_object_line()
    goes_on = goes_on and not is_last
    reason = getattr(error, "msg", "a value that cannot be read")
    reason += f" (line {at})" if at != start else ""
    reason += "; going on at the next {" if goes_on else "; the rest is lost"
    lines = passed.split("\n")
    first = end_of_paragraph(lines, 0) if is_json else 0
    if is_json:
        yield start, Broken(reason, "\n".join(lines[:first]).rstrip())
    if first < len(lines):
        yield start + first, Broken(reason, "\n".join(lines[first:]), is_text=True)
    return goes_on


class _Window:
    """The part of a text that is looked at, and the place in it that is read next."""

    def __init__(self, pieces: Iterable[str]) -> None:
        self._pieces = iter(pieces)
        self._decoder = json.JSONDecoder()
        self._text = ""
        self._place = 0
        self.line = 1

    def skip_to_value(self) -> bool:
        """Move to the next value; tell whether there is one."""
        while True:
            found = _BETWEEN.match(self._text, self._place)
            self._move(found.end() if found else self._place)
            if self._place < len(self._text):
                return True
            if not self._read_on():
                return False

    def read_value(self) -> "JSON | ValueError":
        """Read the value at this place and move behind it; or say why it is none."""
        while True:
            try:
                value: JSON
                value, end = self._decoder.raw_decode(self._text, self._place)
            except RecursionError:
                return ValueError("nested too deeply")
            except ValueError as error:
                if not self._may_be_cut(error) or not self._read_on():
                    return error
                continue
            # A number that ends with the window may go on behind it.
            if end < len(self._text) or not self._read_on():
                self._move(end)
                return value

    def looks_like_json(self) -> bool:
        """Tell whether a value begins here, if a broken one."""
        return self._text[self._place : self._place + 1] in _SIGNS

    def skip_to_object_line(self) -> tuple[bool, str]:
        """Move to the next line that opens an object; tell whether any does.

        The second is what was passed over, as far as it is no longer than a value.
        """
        passed = [self._text[self._place : self._place + 1]]
        self._move(self._place + 1)
        while True:
            found = _OBJECT_LINE.search(self._text, self._place)
            end = found.start() if found else len(self._text)
            passed.append(self._text[self._place : end])
            if found:
                self._move(found.end())
                return True, "".join(passed)[:_LONGEST_VALUE]
            self._move(end)
            if not self._read_on():
                return False, "".join(passed)[:_LONGEST_VALUE]

    def line_of(self, place: int | None) -> int:
        """Return the line of a place in the window, by default of the present one."""
        return self.line + self._text.count("\n", self._place, place or self._place)

    def _may_be_cut(self, error: ValueError) -> bool:
        """Tell whether an error may come of the window's end, not of the text."""
        if len(self._text) - self._place > _LONGEST_VALUE:
            return False
        place = getattr(error, "pos", 0)
        is_at_end = place >= len(self._text) - _LONGEST_TOKEN
        return is_at_end or "Unterminated string" in str(error)

    def _read_on(self) -> bool:
        """Let go of what was read, and double what is ahead; tell whether there is any.

        Doubling keeps the time linear in the length of a value that is read again.
        """
        ahead = [self._text[self._place :]]
        wanted = max(2 * len(ahead[0]), 1)
        size = len(ahead[0])
        while size < wanted and (piece := next(self._pieces, None)) is not None:
            ahead.append(piece)
            size += len(piece)
        self._text, self._place = "".join(ahead), 0
        return len(ahead) > 1

    def _move(self, place: int) -> None:
        self.line += self._text.count("\n", self._place, place)
        self._place = min(place, len(self._text))
