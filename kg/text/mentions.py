"""Mentions by where they stand: those of one sentence, passage or section."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import Protocol, TypeVar

_start = attrgetter("start")


class Placed(Protocol):
    """What begins at a place of a text, as `kg.records.Mention` does."""

    @property
    def start(self) -> int:
        """Where it begins."""


Found = TypeVar("Found", bound=Placed)


def mentions_within(mentions: Sequence[Found], start: int, end: int) -> Sequence[Found]:
    """Return the mentions that begin in `start:end`, in logarithmic time.

    Args:
        mentions: of one text, sorted by where they begin.
        start: of the part of the text that is asked about.
        end: of it; what begins there is outside, what ends behind it is not.

    Example:
        >>> from kg.records import Mention
        >>> placed = [Mention(n, n + 2, "concept", "ab", "ab") for n in (0, 3, 6)]
        >>> [mention.start for mention in mentions_within(placed, 3, 6)]
        [3]
    """
    first = bisect_left(mentions, start, key=_start)
    return mentions[first : bisect_left(mentions, end, lo=first, key=_start)]


def up_to_next(mentions: Sequence[Found], end: int) -> Iterator[tuple[Found, int]]:
    """Yield each mention with where the next begins, the last with `end`.

    Args:
        mentions: of one text, sorted by where they begin.
        end: of the part of the text that they stand in.

    Example:
        >>> from kg.records import Mention
        >>> placed = [Mention(n, n + 2, "concept", "ab", "ab") for n in (0, 3)]
        >>> [stop for _, stop in up_to_next(placed, 9)]
        [3, 9]
    """
    stops = [mention.start for mention in mentions[1:]]
    yield from zip(mentions, [*stops, end], strict=False)
