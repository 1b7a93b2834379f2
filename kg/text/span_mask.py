"""Which characters of a text are spoken for, so that overlap is told in linear time."""

from collections.abc import Iterable


class SpanMask:
    """Which characters of `text[start:end]` belong to a span.

    >>> mask = SpanMask(0, 10, [(2, 4)])
    >>> mask.touches(3, 6), mask.covers(2, 4), mask.add(3, 6), mask.add(4, 6)
    (True, True, False, True)
    """

    def __init__(
        self, start: int, end: int, spans: Iterable[tuple[int, int]] = ()
    ) -> None:
        """Begin with `spans` marked, as far as they lie within."""
        self._start = start
        self._marks = bytearray(max(0, end - start))
        for span in spans:
            first, last = self._clip(*span)
            self._marks[first:last] = b"\x01" * (last - first)

    def touches(self, start: int, end: int) -> bool:
        """Tell whether any character of a span is marked."""
        first, last = self._clip(start, end)
        return self._marks.find(1, first, last) >= 0

    def covers(self, start: int, end: int) -> bool:
        """Tell whether all characters of a span are marked."""
        first, last = self._clip(start, end)
        return last - first == end - start and self._marks.find(0, first, last) < 0

    def add(self, start: int, end: int) -> bool:
        """Mark a span if all of it is free; tell whether it was."""
        first, last = self._clip(start, end)
        if self._marks.find(1, first, last) >= 0:
            return False
        self._marks[first:last] = b"\x01" * (last - first)
        return True

    def release(self, start: int, end: int) -> None:
        """Free the characters of a span."""
        first, last = self._clip(start, end)
        self._marks[first:last] = bytes(last - first)

    def _clip(self, start: int, end: int) -> tuple[int, int]:
        size = len(self._marks)
        first, last = start - self._start, end - self._start
        return max(0, first), max(0, min(size, last))
