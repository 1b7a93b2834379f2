"""Some words of an affiliation, by their numbers."""

from typing import NamedTuple


class Stretch(NamedTuple):
    """Where a name lies: words from `start` to `end`, not included."""

    start: int
    end: int

    def holds(self, other: "Stretch") -> bool:
        """Tell whether another lies within, and is shorter."""
        return self.start <= other.start and other.end <= self.end and self != other

    def meets(self, other: "Stretch") -> bool:
        """Tell whether they share a word."""
        return self.start < other.end and other.start < self.end
