"""JSON values one after another, in an array or not, over any lines, as a stream.

What a wrapping holds, `{"results": [record, …]}`, is read record by record, however
long it is. What is broken costs itself: reading goes on at the next record.
"""

from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass, field

from kg.sources.formats.json_keys import keys_of_record
from kg.sources.records.json_dialects.record_marks import is_record
from kg.sources.records.json_dialects.wrappings import (
    is_list_of_records,
    is_wrapping,
    may_wrap,
    with_id,
)
from kg.sources.records.json_values import JSON
from kg.sources.records.json_window import JsonWindow, Wrapping
from kg.sources.unused_text import end_of_paragraph

_MAX_RESTARTS = 1000  # each may read far ahead; a file of nothing else is no JSON
_IN_COMMON = 0.7  # share of a record's keys that the next one has


@dataclass(frozen=True, slots=True)
class Broken:
    """What is no JSON: why, and its text, for that may be of another kind.

    `is_text` tells what does not even look like JSON; `is_end`, that nothing is missing
    but what closes a list or an object.
    """

    reason: str
    text: str = ""
    is_text: bool = False
    is_end: bool = False


@dataclass(frozen=True, slots=True)
class PassedKey:
    """The path of a key of a wrapping whose value is no record: "meta.count"."""

    path: str


Read = tuple[int, "JSON | Broken | PassedKey"]
"""The line at which a value begins, or is broken, counted from 1, and the value."""


def json_values(pieces: Iterable[str]) -> Iterator[Read]:
    """Yield the values of an array, of a wrapping, or values one after another.

    Args:
        pieces: the text, cut anywhere.

    >>> list(json_values(['{"count": 1, "results": [{"title":', ' "A"}]}']))
    [(1, PassedKey(path='count')), (1, {'title': 'A'})]
    """
    walk = _Walk(JsonWindow(pieces))
    for restart in range(1, _MAX_RESTARTS + 1):
        error = yield from walk.values()
        if error is None:
            yield from walk.unclosed()
            return
        if not (yield from walk.pass_over(error, is_last=restart == _MAX_RESTARTS)):
            return


@dataclass(slots=True)
class _Walk:
    """The way through a text: which lists and objects of wrappings are open.

    Each is its sign and the key that it stands under.
    """

    window: JsonWindow
    _open: list[tuple[str, str]] = field(default_factory=list)
    _last: dict[str, JSON] = field(default_factory=dict)  # record

    def values(self) -> Generator[Read, None, ValueError | None]:
        """Yield values up to one that is broken; return what is wrong with that."""
        while sign := self.window.next_sign():
            if sign == "]" or (sign == "}" and self._open):
                self._close()
            elif self._open and self._open[-1][0] == "{":
                if error := (yield from self._member()):
                    return error
            elif sign == "[":
                self._enter("[", "")
            elif error := (yield from self._value(may_be_wrapping=not self._open)):
                return error
        return None

    def _close(self) -> None:
        self.window.step()
        if self._open:
            self._open.pop()

    def _enter(self, sign: str, key: str) -> None:
        self.window.step()
        # Lists that are in no wrapping may end, or not.
        if self._open or sign == "{":
            self._open.append((sign, key))

    def _value(
        self, key: str = "", *, may_be_wrapping: bool = False
    ) -> Generator[Read, None, ValueError | None]:
        """Yield the value at this place, or enter it; return what is wrong with it."""
        start = self.window.line
        value = self.window.read_value(may_wrap if may_be_wrapping else None)
        if isinstance(value, ValueError):
            return value
        # Read again, member by member, so that each record has its own line.
        if isinstance(value, Wrapping) or (
            may_be_wrapping and isinstance(value, dict) and is_wrapping(value)
        ):
            self._enter("{", "")
            return None
        self.window.step_over()
        if isinstance(value, dict):
            self._last = value
        yield start, with_id(value, key) if key else value
        return None

    def _member(self) -> Generator[Read, None, ValueError | None]:
        """Read a member of an object that is open; return what is wrong with it."""
        start = self.window.line
        key = self.window.read_key()
        if isinstance(key, ValueError):
            return key
        sign = self.window.next_sign()
        if sign == "[" and is_list_of_records(key, self.window.peek_keys(skip=1)):
            self._enter("[", key)
        elif sign == "{" and is_record(self.window.peek_keys()):
            return (yield from self._value(key))
        elif sign == "{":  # the frame of an answer, with its records somewhere within
            self._enter("{", key)
        else:
            value = self.window.read_value()
            if isinstance(value, ValueError):
                return value
            self.window.step_over()
            path = ".".join(filter(None, (*(name for _, name in self._open), key)))
            yield start, PassedKey(path)
        return None

    def unclosed(self) -> Iterator[Read]:
        """Yield what is to be said of a text that ends within a wrapping."""
        if self._open:
            reason = "the file ends before its lists are closed: it may have been cut"
            yield self.window.line, Broken(reason, is_end=True)

    def pass_over(
        self, error: ValueError, *, is_last: bool
    ) -> Generator[Read, None, bool]:
        """Yield what stands from a broken value to the next record; tell of one."""
        window = self.window
        start = window.line
        at = window.line_of(getattr(error, "pos", None))
        is_json = window.looks_like_json()
        goes_on, passed = window.skip_to_object(self._is_sibling)
        goes_on = goes_on and not is_last
        reason = getattr(error, "msg", str(error) or "a value that cannot be read")
        reason += f" (line {at})" if at != start else ""
        reason += "; going on at the next {" if goes_on else "; the rest is lost"
        lines = passed.split("\n")
        first = end_of_paragraph(lines, 0) if is_json else 0
        if is_json:
            yield start, Broken(reason, "\n".join(lines[:first]).rstrip())
        if first < len(lines):
            yield start + first, Broken(reason, "\n".join(lines[first:]), is_text=True)
        if self._open and self._open[-1][0] == "{":
            self._open.append(("[", ""))  # what stands next is a record
        return goes_on

    def _is_sibling(self, keys: frozenset[str]) -> bool:
        """Tell whether an object with these keys is likely a record as the last one."""
        last = keys_of_record(self._last)
        return is_record(keys) and len(last & keys) >= _IN_COMMON * len(last)
