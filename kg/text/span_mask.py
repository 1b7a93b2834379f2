"""Which characters of a text are spoken for, so that overlap is told in linear time."""

from collections.abc import Iterable


class SpanMask:
    """The taken characters of `text[start:end]`."""

    def __init__(
        self, start: int, end: int, spans: Iterable[tuple[int, int]] = ()
    ) -> None:
        """Begin with `spans` taken, as far as they lie within."""
        self._start = start
        self._marks = bytearray(max(0, end - start))
        for span in spans:
            first, last = self._within(*span)
            self._marks[first:last] = b"\x01" * (last - first)

    def touches(self, start: int, end: int) -> bool:
        """Tell whether any character of a span is taken."""
        first, last = self._within(start, end)
        return self._marks.find(1, first, last) >= 0

    def covers(self, start: int, end: int) -> bool:
        """Tell whether all characters of a span are taken."""
        first, last = self._within(start, end)
        return last - first == end - start and self._marks.find(0, first, last) < 0

    def add(self, start: int, end: int) -> bool:
        """Take a span if all of it is free; tell whether it was."""
        first, last = self._within(start, end)
        if self._marks.find(1, first, last) >= 0:
            return False
        self._marks[first:last] = b"\x01" * (last - first)
        return True

    def release(self, start: int, end: int) -> None:
        """Let go of the characters of a span."""
        first, last = self._within(start, end)
        self._marks[first:last] = bytes(last - first)

    def _within(self, start: int, end: int) -> tuple[int, int]:
        size = len(self._marks)
        first, last = start - self._start, end - self._start
        return max(0, first), max(0, min(size, last))
