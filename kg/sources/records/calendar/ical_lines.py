"""iCalendar (RFC 5545): lines → events, folded lines joined, escapes read.

Older exporters write vCalendar 1.0, with soft line ends of quoted-printable; either is
read as far as it goes.
"""

import quopri
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

# 3.1: a name, parameters whose values may be in quotes, a colon, the value.
_CONTENT = re.compile(
    r"(?P<name>[A-Za-z0-9-]{1,60})"
    r"(?P<parameters>(?:;[^\s\":;=]{1,60}+=(?:\"[^\"]*+\"|[^\":;]*+)*+)*+)"
    r":(?P<value>.*+)",
    re.DOTALL,
)
_ESCAPE = re.compile(r"\\([\\;,nN:\"])")
_FRAMES = ("VCALENDAR", "VTIMEZONE", "STANDARD", "DAYLIGHT")
_LONGEST = 1 << 20  # characters of a value
_MOST_FIELDS = 1000  # of an event


@dataclass(slots=True)
class Event:
    """A VEVENT: the line at which it begins, and its values by their names in capitals.

    `is_whole` is False where its end is missing.
    """

    line: int
    values: dict[str, list[str]] = field(default_factory=dict)
    is_whole: bool = False

    def first(self, *names: str) -> str:
        """Return the first value of the first of several names that has one."""
        found = (self.values[name][0] for name in names if name in self.values)
        return next((value for value in found if value.strip()), "")


@dataclass(slots=True)
class Calendar:
    """What a file holds: its events, and what is said of all of them ("X-WR-CALNAME")."""

    name: str = ""
    unread: dict[str, int] = field(
        default_factory=dict
    )  # components → their first line


def read_events(lines: Iterable[str], calendar: Calendar) -> Iterator[Event]:
    """Yield the events of a file, in order; what is said of all goes to `calendar`.

    >>> lines = ["BEGIN:VEVENT", "SUMMARY:On mi", " lls\\\\, and wind", "END:VEVENT"]
    >>> next(read_events(lines, Calendar())).values
    {'SUMMARY': ['On mills, and wind']}
    """
    event: Event | None = None
    inside: list[str] = []  # components that are open in the event, as alarms
    for number, name, value in _contents(lines):
        component = value.strip().upper()
        if event is None or (name == "BEGIN" and component == "VEVENT"):
            if event is not None:
                yield event
            event, inside = _begin(number, name, value, calendar), []
        elif name == "BEGIN":
            inside.append(component)
        elif name == "END" and inside:
            inside.pop()
        elif name == "END":
            event.is_whole = component == "VEVENT"
            yield event
            event = None
        elif not inside:
            _add(event, name, value)
    if event is not None:
        yield event


def _begin(number: int, name: str, value: str, calendar: Calendar) -> Event | None:
    """Return the event that a line begins, if it does; note what else it says."""
    component = value.strip().upper()
    if name == "BEGIN" and component == "VEVENT":
        return Event(number)
    if name == "BEGIN" and component not in _FRAMES:
        calendar.unread.setdefault(component, number)
    elif name in ("X-WR-CALNAME", "NAME"):
        calendar.name = calendar.name or value
    return None


def _add(event: Event, name: str, value: str) -> None:
    if name in event.values or len(event.values) < _MOST_FIELDS:
        values = event.values.setdefault(name, [])
        if len(values) < _MOST_FIELDS:
            values.append(value)


def _contents(lines: Iterable[str]) -> Iterator[tuple[int, str, str]]:
    """Yield (line, name, value) of each content line, whole and decoded."""
    for number, text in _unfolded(lines):
        found = _CONTENT.match(text)
        if found is None:
            continue
        value = found["value"]
        if "QUOTED-PRINTABLE" in found["parameters"].upper():
            value = quopri.decodestring(value.encode()).decode("utf-8", "replace")
        yield number, found["name"].upper(), _ESCAPE.sub(_unescaped, value)


def _unescaped(found: re.Match[str]) -> str:
    return "\n" if found[1] in "nN" else found[1]


def _unfolded(lines: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Yield (first line, text) of lines that go on in the next ones, set in by a blank."""
    first, held, size = 0, [""], 0
    for number, line in enumerate(lines, start=1):
        line = line.rstrip("\r")
        is_soft = held[-1].endswith("=") and "QUOTED-PRINTABLE" in held[0].upper()
        if line[:1] in (" ", "\t") or is_soft:
            part = line if is_soft else line[1:]
            held[-1] = held[-1].removesuffix("=") if is_soft else held[-1]
            if size < _LONGEST:
                held.append(part)
                size += len(part)
            continue
        if first:
            yield first, "".join(held)
        first, held, size = number, [line[:_LONGEST]], len(line)
    if first:
        yield first, "".join(held)
