"""JSON of any dialect: a record a line, an array of records, or records over many lines.

A record of our own: {"id", "title", "abstract", "authors", "affiliations", "year", "venue", "doi",
"keywords", "ids", "references", "type", "language"}; any field but one of title and
abstract may be missing.
"""

import json
import re
from collections.abc import Iterable, Iterator
from itertools import islice

from kg.files.opened_file import Head, Opened
from kg.records import Document, Remark
from kg.sources.formats.json_keys import opens_as_json
from kg.sources.records.json_dialects.dialect_table import find_dialect
from kg.sources.records.json_dialects.record_reading import RecordReading
from kg.sources.records.json_dialects.wrappings import is_wrapping, records_in
from kg.sources.records.json_stream import Broken, Read, json_values
from kg.sources.records.json_values import JSON
from kg.sources.unused_text import Unused

# What stands within a record of which the beginning or the end is lost.
_PIECE = re.compile(r'^[{}\[\]"]|"\s*:\s*["\[{\d]|"[}\]]{2,},?$')
_LOOK = 1 << 18  # characters: more than the longest first record has
_LONG_LINE = 10_000  # characters: a line that a head may have cut
_MARK = "\ufeff"  # of the byte order: files put together have it within
# Logs and notes may come before the first record; no prose has a record at all.
_LINES_TO_TELL = 20


def fits(head: Head) -> bool:
    """Tell JSON by how it opens, or by a record among the first lines.

    A first line that is broken does not hide the records behind it; "{" alone, as in
    "{Braces} of TeX", is no JSON.
    """
    if opens_as_json(head):
        return True
    named = ".jsonl" in head.name.lower() or ".ndjson" in head.name.lower()
    lines = head.text.split("\n", _LINES_TO_TELL * 2)
    return any(
        line.startswith("{") and (named or isinstance(_load(line), dict))
        for _, line in islice(_filled(lines), _LINES_TO_TELL)
    )


def describe(head: Head) -> str:
    """Return whose records a file has, by the first; "" of one's own, or none.

    >>> describe(Head("x", b"", '{"results": [{"title": "On mills", "authorships": []}]}'))
    'OpenAlex works (JSON)'
    """
    for _, value in json_values([head.text[:_LOOK]]):
        for record in records_in(value) if isinstance(value, dict) else ():
            dialect = find_dialect(record) if isinstance(record, dict) else None
            return f"{dialect.what} (JSON)" if dialect else ""
    return ""


def parse(file: Opened) -> Iterator[Document | Remark | Unused]:
    """Yield a document a record; bad records cost themselves, bad fields the field.

    Records may be of several dialects, each told by its keys, and in wrappings.
    What stands between records and is no JSON is given back. A field that nothing
    reads is named once a file, as is one that is read for another. Records that stand
    on a line each are read line by line, so that a broken one ends with its line; any
    others as values one after another.
    """
    reading = RecordReading(file.name)
    is_in_text = False  # then what is no JSON goes on with it, whatever it looks like
    for line, value in _values(file):
        if isinstance(value, Broken):
            is_in_text = bool(value.text) and (value.is_text or is_in_text)
            yield _unread(value, source=file.name, line=line, is_in_text=is_in_text)
            continue
        is_in_text = False
        yield from reading.items(value, line=line)
    yield from reading.remarks()


def _unread(
    value: Broken, *, source: str, line: int, is_in_text: bool
) -> Remark | Unused:
    """Return the remark on lines that are no JSON; those of a text are given back."""
    if value.is_end:
        return Remark(source, line, value.reason, lost=False)
    reason = f"no JSON: {value.reason}"
    if is_in_text:
        return Unused(line, value.text, reason)
    return Remark(source, line, reason, last=line + value.text.count("\n"))


def _values(file: Opened) -> Iterator[Read]:
    """Yield (line counted from 1, value) of a file, in the way it is written."""
    if not _is_a_record_a_line(file.head().text):
        yield from json_values(file.pieces())
        return
    for line, text in _filled(file.lines()):
        value = _load_line(text)
        # An answer a line: each of its records is one of that line.
        if isinstance(value, dict) and is_wrapping(value):
            yield from ((line, item) for _, item in json_values([text]))
        else:
            yield line, value


def _filled(lines: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Yield (line counted from 1, content) of lines with content."""
    for number, line in enumerate(lines, start=1):
        content = line.strip().lstrip(_MARK)
        if content:
            yield number, content


def _load_line(text: str) -> "JSON | Broken":
    """Return the value of a line; of one that is no JSON, why, and the line."""
    value = _load(text)
    if isinstance(value, Broken):
        return Broken(value.reason, text, is_text=not _PIECE.search(text))
    return value


def _load(text: str) -> "JSON | Broken":
    """Return the value of a line of JSON; what is broken tells at which column."""
    try:
        value: JSON = json.loads(text)
    except RecursionError:
        return Broken("nested too deeply")
    except ValueError as error:  # also: a number of thousands of digits
        reason = getattr(error, "msg", str(error)).removesuffix(" at")
        column = getattr(error, "colno", None)
        return Broken(f"{reason} at column {column}" if column else reason)
    return value


def _is_a_record_a_line(head: str) -> bool:
    """Tell whether the first two lines with content are records of their own.

    One that is broken counts as one if the other, or its end, looks like a record.
    """
    first, second = (*islice((c for _, c in _filled(head.split("\n"))), 2), "", "")[:2]
    if not isinstance(_load(first), Broken):
        return bool(second) or first.startswith("{")
    # The first line of a value that goes on, not a broken record.
    if first.startswith("[") or first.endswith(("[", "{", ",")):
        return False
    is_second = second.startswith("{") and second.endswith("}")
    return first.endswith("}") or is_second or len(second) > _LONG_LINE
