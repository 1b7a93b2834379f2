"""The part of a text of JSON that is looked at, moved along as its values are read.

Only the value that is being read is held, and about as much text again.
"""

import json
import re
from collections.abc import Callable, Iterable

from kg.sources.formats.json_keys import keys_of_object
from kg.sources.records.json_values import JSON

Accept = Callable[[frozenset[str]], bool]
"""Tells by the keys of an object whether it is one that is looked for."""

_BETWEEN = re.compile(r"[\s,\ufeff]*+")  # files put together have their marks within
_OBJECT_LINE = re.compile(r"\n([ \t]*+)(?=\{)")
_OBJECT = re.compile(r"[,\[\]}\n](?<!\n\n)\s*+(?=\{)")
_KEY_END = re.compile(r"\s*+:\s*+")
_LONGEST_VALUE = 1 << 26  # characters: a record of 64 MB is none
_LOOK = 1 << 16  # characters of an object whose keys are looked at
_LONG = 1 << 20  # characters of a value that may be a wrapping of many
_LEAD = 200  # characters of a line before a value
_SIGNS = ("{", "[", '"')  # that begin a value of a file of records
_LONGEST_TOKEN = 16  # characters of what a cut may split, strings apart: "\\u12|34"


class Wrapping:
    """Stands for an object that is long and is no record: others are in it."""


class JsonWindow:
    """The part of a text that is looked at, and the place in it that is read next."""

    def __init__(self, pieces: Iterable[str]) -> None:
        """Begin a text, cut anywhere into pieces."""
        self._pieces = iter(pieces)
        # Programs that wrap lines do so within strings, too.
        self._decoder = json.JSONDecoder(strict=False)
        self._text = ""
        self._place = 0
        self._end = 0  # of the value that was read last
        self._lead = ""  # of the line at the window's beginning
        self.line = 1

    def next_sign(self) -> str:
        """Move to what follows blanks and commas, and return its first character.

        At the end of the text it is "".
        """
        while True:
            found = _BETWEEN.match(self._text, self._place)
            self._move(found.end() if found else self._place)
            if self._place < len(self._text) or not self._read_on():
                return self._text[self._place : self._place + 1]

    def step(self) -> None:
        """Move behind a sign that opens or closes a list or an object."""
        self._move(self._place + 1)

    def read_value(
        self, is_wrapping: Accept | None = None
    ) -> "JSON | ValueError | Wrapping":
        """Return the value at this place; or why it is none. Stay before it.

        Args:
            is_wrapping: asked of an object that is long, or broken; where it says so by
                the keys, that is not read to its end, and a `Wrapping` returned.
        """
        while True:
            try:
                value: JSON
                value, end = self._decoder.raw_decode(self._text, self._place)
            except RecursionError:
                return ValueError("nested too deeply")
            except ValueError as error:
                is_long = len(self._text) - self._place >= _LONG
                # A wrapping of any length is entered: only its records are read whole.
                may_be_cut = self._may_be_cut(error)
                if (is_long or not may_be_cut) and self._is(is_wrapping):
                    return Wrapping()
                if not may_be_cut:
                    return error
                if not self._read_on():
                    return Wrapping() if self._is(is_wrapping) else error
                continue
            # A number that ends with the window may go on behind it.
            if end < len(self._text) or not self._read_on():
                self._end = end
                return value

    def step_over(self) -> None:
        """Move behind the value that was read last."""
        self._move(self._end)

    def read_key(self) -> "str | ValueError":
        """Read a key of an object, and move to its value; or say why there is none."""
        self._look_ahead()
        key = self.read_value()
        if not isinstance(key, str):
            return key if isinstance(key, ValueError) else ValueError("Expecting a key")
        found = _KEY_END.match(self._text, self._end)
        if found is None:
            return ValueError("Expecting ':' behind a key")
        self._move(found.end())
        return key

    def peek_keys(self, skip: int = 0) -> frozenset[str]:
        """Return the keys of the object at this place, as far as it is looked at.

        Args:
            skip: signs before it, of lists that it is in.
        """
        self._look_ahead()
        place = self._place
        for _ in range(skip):
            found = _BETWEEN.match(self._text, place + 1)
            place = found.end() if found else place
        is_object = self._text[place : place + 1] == "{"
        return (
            keys_of_object(self._text, place, most=_LONG) if is_object else frozenset()
        )

    def looks_like_json(self) -> bool:
        """Tell whether a value begins here, if a broken one."""
        return self._text[self._place : self._place + 1] in _SIGNS

    def skip_to_object(self, is_sibling: Accept) -> tuple[bool, str]:
        """Move to the next object that may be a record; tell whether there is any.

        An object that begins a line is one if it is set in no more than a broken value
        of several lines; where that does not begin a line, those that `is_sibling`.

        Returns:
            Whether there is one; and what was passed over, as far as it is no longer
            than a value.
        """
        # Going on within the broken record would make records of its authors.
        lead = self._lead_of_place()
        is_object = self._text[self._place : self._place + 1] == "{"
        # Objects within one that has lines of its own are set in more than it is.
        has_lines = is_object and not self._line_closes()
        deepest = len(lead) if has_lines else _LEAD
        is_inline = is_object and bool(lead.strip())
        passed = [self._text[self._place : self._place + 1]]
        self._move(self._place + 1)
        while True:
            self._look_ahead()
            pattern = _OBJECT if is_inline else _OBJECT_LINE
            found = pattern.search(self._text, self._place)
            end = found.end() if found else max(len(self._text) - 1, self._place)
            passed.append(self._text[self._place : end])
            self._move(end)
            if found is None:
                if not self._read_on():
                    passed.append(self._text[self._place :])
                    self._move(len(self._text))
                    return False, "".join(passed)[:_LONGEST_VALUE]
            elif (
                is_sibling(self.peek_keys()) if is_inline else len(found[1]) <= deepest
            ):
                return True, "".join(passed)[: -len(found[0])]

    def line_of(self, place: int | None) -> int:
        """Return the line of a place in the window, by default of the present one."""
        return self.line + self._text.count("\n", self._place, place or self._place)

    def _is(self, accepted: Accept | None) -> bool:
        """Tell whether there is an object at this place whose keys are accepted."""
        keys = self.peek_keys() if accepted else frozenset()
        return bool(accepted and keys and accepted(keys))

    def _line_closes(self) -> bool:
        """Tell whether the line of this place ends as an object that it holds does."""
        self._look_ahead()
        line, _, _ = self._text[self._place : self._place + _LOOK].partition("\n")
        return line.rstrip(" \t,]").endswith("}")

    def _lead_of_place(self) -> str:
        """Return what stands before this place on its line, at most its last characters."""
        above = self._text.rfind("\n", 0, self._place)
        lead = self._text[above + 1 : self._place][-_LEAD:]
        return lead if above >= 0 else (self._lead + lead)[-_LEAD:]

    def _may_be_cut(self, error: ValueError) -> bool:
        """Tell whether an error may come of the window's end, not of the text."""
        if len(self._text) - self._place > _LONGEST_VALUE:
            return False
        place = getattr(error, "pos", 0)
        is_at_end = place >= len(self._text) - _LONGEST_TOKEN
        return is_at_end or "Unterminated string" in str(error)

    def _look_ahead(self) -> None:
        """Have enough of the text in the window for the keys of an object."""
        while len(self._text) - self._place < _LOOK and self._read_on():
            pass

    def _read_on(self) -> bool:
        """Let go of what was read, and double what is ahead; tell whether there is any.

        Doubling keeps the time linear in the length of a value that is read again.
        """
        self._lead = self._lead_of_place()
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
