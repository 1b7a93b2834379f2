"""Fields of records that were taken for others: each is named once a file."""

from collections import Counter
from collections.abc import Iterable, Iterator

from kg.records import Remark
from kg.text.counts import format_count, name_first
from kg.text.surrogates import replace_surrogates

_MOST_FIELDS = 1000  # told apart: keys may be anything
_MOST_NAMED = 20
_LONGEST_NAME = 80


class TakenFields:
    """Counts the fields of a file's records that were taken for others."""

    def __init__(self) -> None:
        """Begin a file of which no record was seen."""
        self._records: Counter[tuple[str, str]] = Counter()
        self._line = 0

    def count(self, taken: Iterable[tuple[str, str]], *, line: int) -> None:
        """Count the fields of the record at a line: (how it has them, what they are)."""
        for pair in dict.fromkeys(taken):
            if pair in self._records or len(self._records) < _MOST_FIELDS:
                self._line = self._line or line
                self._records[pair] += 1

    def remarks(self, source: str) -> Iterator[Remark]:
        """Yield a remark that names what was taken for what, if anything was.

        >>> fields = TakenFields()
        >>> fields.count([('"author"', '"authors"')], line=3)
        >>> [remark.reason for remark in fields.remarks("x.jsonl")]
        ['fields that are taken for others: "author" as "authors" (1 record)']
        """
        named = [
            f"{_shown(theirs)} as {ours} ({format_count(count, 'record')})"
            for (theirs, ours), count in self._records.items()
        ]
        if named:
            shown = name_first(named, _MOST_NAMED)
            reason = f"fields that are taken for others: {shown}"
            yield Remark(source, self._line, reason, lost=False)


def _shown(name: str) -> str:
    return " ".join(replace_surrogates(name[:_LONGEST_NAME]).split())
