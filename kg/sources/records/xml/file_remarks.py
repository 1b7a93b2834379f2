"""What is to be said of a file of XML as a whole: each thing once, with how often."""

from collections import Counter
from collections.abc import Iterator

from kg.records import Remark
from kg.sources.records.xml.record_stream import DocumentType, XmlRecord
from kg.text.counts import format_count, name_first

_MOST_NAMED = 10
_MOST_NAMES = 1000


class FileRemarks:
    """Counts what of a file is passed over.

    Attributes:
        records: how many there were so far, broken ones among them.
    """

    def __init__(self) -> None:
        """Begin a file of which nothing was seen."""
        self._lines: dict[str, int] = {}  # of the first of each
        self._others: Counter[str] = Counter()
        self._entities: Counter[str] = Counter()
        self._mended = 0
        self.records = 0
        self._declared = 0

    def note_record(self, record: XmlRecord) -> None:
        """Count a record, entities that are not known, and signs that stood for words."""
        self.records += 1
        for name in record.entities:
            # Random names are no reason to hold them all.
            if name in self._entities or len(self._entities) < _MOST_NAMES:
                self._entities[name] += 1
                self._lines.setdefault("entities", record.line)
        if record.is_mended:
            self._mended += 1
            self._lines.setdefault("mended", record.line)

    def note_other(self, what: str, line: int) -> None:
        """Count a record that is no work."""
        self._others[what] += 1
        self._lines.setdefault(f"no work: {what}", line)

    def note_document_type(self, item: DocumentType) -> None:
        """Count the entities that a document type declares."""
        count = item.text.upper().count("<!ENTITY")
        if count:
            self._declared += count
            self._lines.setdefault("declared", item.line)

    def remarks(self, source: str) -> Iterator[Remark]:
        """Yield a remark on each sort of thing.

        >>> counted = FileRemarks()
        >>> counted.note_other("home pages", 3)
        >>> [remark.reason for remark in counted.remarks("dblp.xml")]
        ['1 record is no work (home pages): not read']
        """
        for name, reason in self._reasons():
            yield Remark(source, self._lines[name], reason, lost=False)

    def _reasons(self) -> Iterator[tuple[str, str]]:
        if self._declared:
            count = format_count(self._declared, "entity is", "entities are")
            yield "declared", f"{count} declared: no declaration is followed"
        for what, number in self._others.items():
            count = format_count(number, "record is no work", "records are no works")
            yield f"no work: {what}", f"{count} ({what}): not read"
        if self._entities:
            named = name_first([f"&{name};" for name in self._entities], _MOST_NAMED)
            yield "entities", f"entities that are not known stay as they stand: {named}"
        if self._mended:
            count = format_count(self._mended, "record")
            yield (
                "mended",
                f"signs and tags that XML has no room for are mended: {count}",
            )
