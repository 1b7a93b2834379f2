"""The values of a file of JSON → documents, and what is to be said of its fields."""

from collections import Counter
from collections.abc import Iterator

from kg.records import Document, Remark
from kg.sources.records.json_dialects.dialect_table import find_dialect
from kg.sources.records.json_dialects.dialect_values import (
    is_no_work,
    unread_paths,
    values_of,
)
from kg.sources.records.json_dialects.json_dialect import JsonDialect
from kg.sources.records.json_dialects.near_fields import own_record
from kg.sources.records.json_dialects.taken_fields import TakenFields
from kg.sources.records.json_dialects.wrappings import records_in
from kg.sources.records.json_mojibake import MojibakeRepairs
from kg.sources.records.json_record import record_from_json
from kg.sources.records.json_stream import PassedKey
from kg.sources.records.json_values import JSON
from kg.sources.records.record_values import document_from_values
from kg.sources.records.unread_fields import UnreadFields


class RecordReading:
    """Reads the records of one file, of whatever dialect each is."""

    def __init__(self, source: str) -> None:
        """Begin a file by its name."""
        self._source = source
        self._unread = UnreadFields()
        self._taken = TakenFields()
        self._repairs = MojibakeRepairs()
        self._no_works: Counter[str] = Counter()
        self._first_line = 0  # of what is no work

    def items(
        self, value: "JSON | PassedKey", *, line: int
    ) -> Iterator[Document | Remark]:
        """Yield the documents, with remarks on them, of a value that begins at a line."""
        if isinstance(value, PassedKey):
            self._unread.count_names([value.path], line=line)
            return
        for record in records_in(self._repairs.repair(value, line=line)):
            if isinstance(record, dict) and (dialect := find_dialect(record)):
                yield from self._of_dialect(record, dialect, line)
            else:
                yield from self._of_our_form(record, line)

    def _of_dialect(
        self, record: dict[str, JSON], dialect: JsonDialect, line: int
    ) -> Iterator[Document | Remark]:
        if kind := is_no_work(record, dialect):
            self._no_works[kind] += 1
            self._first_line = self._first_line or line
            return
        self._unread.count_names(unread_paths(record, dialect), line=line)
        values = values_of(record, dialect)
        yield from document_from_values(values, source=self._source, line=line)

    def _of_our_form(self, record: JSON, line: int) -> Iterator[Document | Remark]:
        if isinstance(record, dict):
            record, taken = own_record(record)
            self._taken.count(taken, line=line)
        self._unread.count(record, line=line)
        yield from record_from_json(record, source=self._source, line=line)

    def remarks(self) -> Iterator[Remark]:
        """Yield what is to be said of the file as a whole, once it was read."""
        yield from self._repairs.remarks(self._source)
        if self._no_works:
            named = ", ".join(f"{kind} {n:,}" for kind, n in self._no_works.items())
            reason = f"entries that are no works are passed over: {named}"
            yield Remark(self._source, self._first_line, reason, lost=False)
        yield from self._taken.remarks(self._source)
        yield from self._unread.remarks(self._source)
