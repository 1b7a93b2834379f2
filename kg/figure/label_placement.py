"""Labels that hide nothing: each stands where it finds room, or not at all.

Greedy, the most important first: of few labels on a figure those must be there that
matter. Finding the most labels is hard (Formann & Wagner 1991), and not what is wanted.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

_CELL = 12.0  # of the grid by which boxes are found, in points


class Box(NamedTuple):
    """A rectangle that something covers: left, top, right, bottom."""

    left: float
    top: float
    right: float
    bottom: float


class Page:
    """What is covered on a figure so far, found by a grid."""

    def __init__(self, inside: Box) -> None:
        """Begin with nothing covered of what lies `inside`."""
        self._inside = inside
        self._cells: dict[tuple[int, int], list[Box]] = {}

    def is_free(self, box: Box) -> bool:
        """Tell whether a box lies inside, and on nothing that is covered."""
        inside = self._inside
        if box.left < inside.left or box.right > inside.right:
            return False
        if box.top < inside.top or box.bottom > inside.bottom:
            return False
        near = (other for cell in _cells(box) for other in self._cells.get(cell, ()))
        return not any(_overlap(box, other) for other in near)

    def move_inside(self, box: Box) -> Box:
        """Return a box moved to the left or right as far as it has to be."""
        over = max(box.right - self._inside.right, 0.0)
        under = max(self._inside.left - box.left, 0.0)
        return Box(
            box.left + under - over, box.top, box.right + under - over, box.bottom
        )

    def cover(self, box: Box) -> None:
        """Cover a box: nothing else is free there."""
        for cell in _cells(box):
            self._cells.setdefault(cell, []).append(box)

    def place(self, choices: Sequence[Box]) -> Box | None:
        """Cover the first of some boxes that is free, and return it; None where none is."""
        for box in choices:
            if self.is_free(box):
                self.cover(box)
                return box
        return None


def _cells(box: Box) -> Iterator[tuple[int, int]]:
    """Yield the cells of the grid that a box touches."""
    for column in range(int(box.left // _CELL), int(box.right // _CELL) + 1):
        for row in range(int(box.top // _CELL), int(box.bottom // _CELL) + 1):
            yield column, row


def _overlap(one: Box, other: Box) -> bool:
    across = one.left < other.right and other.left < one.right
    return across and one.top < other.bottom and other.top < one.bottom


def around_disc(
    x: float, y: float, radius: float, width: float, height: float
) -> list[Box]:
    """Return where a label of a disc may stand, best first: right, left, below, above.

    Then the four corners between these.

    >>> [box.left for box in around_disc(50, 50, 2, width=20, height=8)][:4]
    [53.0, 27.0, 40.0, 40.0]
    """
    gap, slant = radius + 1.0, 0.7 * radius + 0.5
    right, left = x + gap, x - gap - width
    below, above = y + gap, y - gap - height
    corners = (
        (right, y - height / 2),
        (left, y - height / 2),
        (x - width / 2, below),
        (x - width / 2, above),
        (x + slant, y + slant),
        (x + slant, y - slant - height),
        (x - slant - width, y + slant),
        (x - slant - width, y - slant - height),
    )
    return [Box(left, top, left + width, top + height) for left, top in corners]
