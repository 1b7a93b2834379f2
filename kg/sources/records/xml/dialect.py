"""What a dialect of XML says of itself: which elements are records, and how one is read."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from kg.files.opened_file import Opened
from kg.sources.records.record_values import RecordValues
from kg.sources.records.xml.unread_elements import Paths

ReadRecord = Callable[[Element], Iterable[RecordValues | str]]
"""What a record's element holds: works; or, in words ("home pages"), what it is instead,
"" for one that others need."""


@dataclass(frozen=True, slots=True)
class Dialect:
    """A dialect of XML.

    Attributes:
        records: names of the elements that are records, without prefixes.
        parts: those of them that are parts of other records, where they stand in one.
        reader: given the file, gives the function that reads its records in order.
        paths: elements within a record that are read; the others are counted.
        header: the element of a record that holds all that is read, and may do so even
            if the rest of the record is broken.
    """

    records: tuple[str, ...]
    reader: Callable[[Opened], ReadRecord]
    paths: Paths
    parts: tuple[str, ...] = ()
    header: str = ""
