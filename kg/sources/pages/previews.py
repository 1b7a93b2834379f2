"""Previews: a text's beginning that a page repeats, cut short."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.sources.pages.boilerplate import is_marker

_LEAST = 30  # characters that must be equal for a repetition to be no accident
_CUT = ("...", "…")


@dataclass(frozen=True, slots=True)
class Preview:
    """A stretch of a page that repeats the beginning of another, cut short.

    Lines `first` to `last` (counted from 0, both within) repeat the beginning of the
    lines `body` to `body_last`.
    """

    body: int
    body_last: int
    first: int
    last: int


def find_previews(lines: Sequence[str]) -> Iterator[Preview]:
    """Yield stretches that repeat the lines above them and then break off.

    The evidence is the repetition itself; signs such as "[-]" around it help, and
    stand in for the dots where a short text was not cut.

    >>> text = "We ask how long a walk on a growing graph needs."
    >>> list(find_previews([text, "[-]", text[:40] + "...", "[+]"]))
    [Preview(body=0, body_last=0, first=2, last=2)]
    """
    seen: dict[str, int] = {}
    done = -1
    for number, line in enumerate(lines):
        key = _stem(line)[:_LEAST]
        if len(key) < _LEAST:
            continue
        above = seen.get(key, -1)
        seen[key] = number
        if above <= done or number <= done:
            continue
        found = _preview(lines, above, number, floor=done + 1)
        if found is not None:
            yield found
            done = found.last


def _preview(
    lines: Sequence[str], body: int, first: int, *, floor: int
) -> Preview | None:
    """Return the preview that begins at line `first`, if one does."""
    last = _repeats(lines, body, first)
    if last is None:
        return None
    # A first line too short to be noticed ("Abstract.") is repeated as well.
    while (
        body > floor and lines[body - 1].strip() and lines[body - 1] == lines[first - 1]
    ):
        if is_marker(lines[first - 1]):
            break
        body, first = body - 1, first - 1
    body_last = first - 1
    while body_last > body and _is_blank(lines[body_last]):
        body_last -= 1
    return Preview(body, body_last, first, last)


def _repeats(lines: Sequence[str], body: int, first: int) -> int | None:
    """Follow two stretches in step: return the second's last line if it is a preview."""
    step = 0
    while body + step < first and first + step < len(lines):
        above, below = lines[body + step].strip(), lines[first + step].strip()
        if below.endswith(_CUT) and _stem(above).startswith(_stem(below)):
            cut = above != below or _is_enclosed(lines, first, first + step)
            return first + step if cut else None
        if above != below:
            break
        step += 1
    last = first + step - 1
    return last if step and _is_enclosed(lines, first, last) else None


def is_opened(lines: Sequence[str], first: int) -> bool:
    """Tell whether a sign such as "[-]" stands above a line, blank lines aside.

    >>> is_opened(["[-]", "", "We ask"], 2)
    True
    """
    above = first - 1
    while above >= 0 and not lines[above].strip():
        above -= 1
    return above >= 0 and is_marker(lines[above])


def _is_enclosed(lines: Sequence[str], first: int, last: int) -> bool:
    """Tell whether signs stand above and below a stretch; the page's end is one."""
    below = last + 1
    while below < len(lines) and not lines[below].strip():
        below += 1
    closed = below == len(lines) or is_marker(lines[below])
    return closed and is_opened(lines, first)


def _is_blank(line: str) -> bool:
    return not line.strip() or is_marker(line)


def _stem(line: str) -> str:
    """Return a line without the dots that say it is cut."""
    return line.strip().rstrip(".… ")
