"""Strings of JSON that a program had read in a wrong encoding before it escaped them.

"Jos\\u00c3\\u00a9" is plain ASCII in the file, so it shows only when it is decoded.
"""

from collections.abc import Iterator

from kg.files.mojibake import Repaired, repair_mojibake
from kg.records import Remark
from kg.sources.records.json_values import JSON


def _is_plain(value: JSON) -> bool:
    """Tell whether no string in a value can be in need of repair."""
    if isinstance(value, str):
        return value.isascii()
    if isinstance(value, dict):
        return all(map(_is_plain, value.values()))
    if isinstance(value, list):
        return all(map(_is_plain, value))
    return True


class MojibakeRepairs:
    """Repairs the values of a file, and counts those that needed it."""

    def __init__(self) -> None:
        """Begin a file of which no value was seen."""
        self._count = 0
        self._line = 0
        self._first = Repaired("")

    def repair(self, value: JSON, *, line: int) -> JSON:
        """Return a value that begins at a line, with its strings put right.

        >>> MojibakeRepairs().repair({"authors": ["Jos\\u00c3\\u00a9"]}, line=1)
        {'authors': ['José']}
        """
        before = self._count
        try:
            value = self._repaired(value)
        except RecursionError:  # nested too deeply to be a record
            return value
        if self._count > before == 0:
            self._line = line
        return value

    def remarks(self, source: str) -> Iterator[Remark]:
        """Yield a remark on how many strings were repaired, if any were."""
        if self._count:
            before, after = self._first.before, self._first.after
            reason = (
                f"{self._count:,} strings were UTF-8 that a program had read as another "
                f'encoding ("{before}"): repaired ("{after}")'
            )
            yield Remark(source, self._line, reason, lost=False)

    def _repaired(self, value: JSON) -> JSON:
        if isinstance(value, str):
            return self._repaired_text(value)
        if _is_plain(value):  # by far the commonest
            return value
        if isinstance(value, list):
            return [self._repaired(item) for item in value]
        if isinstance(value, dict):
            return {key: self._repaired(item) for key, item in value.items()}
        return value

    def _repaired_text(self, text: str) -> str:
        repaired = repair_mojibake(text)
        if repaired.lines:
            self._first = self._first if self._count else repaired
            self._count += 1
        return repaired.text
