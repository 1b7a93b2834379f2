"""JSON Lines: a record a line; also an array of records, or records over many lines.

A record: {"id", "title", "abstract", "authors", "affiliations", "year", "venue", "doi",
"keywords", "ids", "references", "type", "language"}; any field but one of title and
abstract may be missing.
"""

import json
import re
from collections.abc import Iterator
from itertools import islice

from kg.records import Document, Remark
from kg.sources.records.json_record import record_from_json
from kg.sources.records.json_values import JSON

_OPENING = re.compile(r'\s*(?:\{\s*["}]|\[\s*[{\]])')
_BETWEEN = re.compile(r"[\s,\[\]]*")
_OBJECT_LINE = re.compile(r"\n[ \t]*(?=\{)")
_LINES_TO_TELL = 20
_MAX_RESTARTS = 1000  # each may read far ahead; a file of nothing else is no JSON


def fits(name: str, text: str) -> bool:
    """Tell JSON by how it opens, or by a record among the first lines."""
    if _OPENING.match(text):
        return True
    named = ".jsonl" in name.lower() or ".ndjson" in name.lower()
    return any(
        line.startswith("{") and (named or isinstance(_load(line), dict))
        for _, line in islice(_lines(text), _LINES_TO_TELL)
    )


def parse(text: str, *, source: str) -> Iterator[Document | Remark]:
    """Yield a document a record; bad records cost themselves, bad fields the field."""
    if _is_a_record_a_line(text):
        for line, content in _lines(text):
            yield from _parse_line(content, source=source, line=line)
    else:
        yield from _parse_values(text, source=source)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield (line counted from 1, content) of lines with content.

    One at a time, without a list of all: the text may be most of the memory.
    """
    start, line = 0, 1
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        content = text[start:end].strip()
        if content:
            yield line, content
        start, line = end + 1, line + 1


def _load(text: str) -> "JSON | ValueError":
    try:
        value: JSON = json.loads(text)
    except RecursionError:
        return ValueError("nested too deeply")
    except ValueError as error:  # also: a number of thousands of digits
        return error
    return value


def _is_a_record_a_line(text: str) -> bool:
    first, second = (*islice((c for _, c in _lines(text)), 2), "", "")[:2]
    if not isinstance(_load(first), ValueError):
        return bool(second) or first.startswith("{")
    return not first.startswith("[") and (first.endswith("}") or second.startswith("{"))


def _parse_line(content: str, *, source: str, line: int) -> Iterator[Document | Remark]:
    value = _load(content)
    if isinstance(value, ValueError):
        reason = getattr(value, "msg", str(value)).removesuffix(" at")
        column = getattr(value, "colno", None)
        where = f" at column {column}" if column else ""
        yield Remark(source, line, f"no JSON: {reason}{where}")
    else:
        yield from record_from_json(value, source=source, line=line)


def _parse_values(text: str, *, source: str) -> Iterator[Document | Remark]:
    """Read JSON values one after another, within an array or not, over any lines."""
    decoder = json.JSONDecoder()
    place, line, counted, restarts = 0, 1, 0, 0
    while True:
        place = _after(_BETWEEN, text, place)
        if place == len(text):
            return
        line += text.count("\n", counted, place)
        counted = place
        try:
            value, place = decoder.raw_decode(text, place)
        except (ValueError, RecursionError) as error:
            reason = getattr(error, "msg", "a value that cannot be read")
            at = line + text.count("\n", place, getattr(error, "pos", place))
            again = _OBJECT_LINE.search(text, place + 1)
            restarts += 1
            if again is None or restarts == _MAX_RESTARTS:
                yield Remark(source, at, f"no JSON: {reason}; the rest is lost")
                return
            yield Remark(source, at, f"no JSON: {reason}; going on at the next {{")
            place = again.end()
        else:
            yield from record_from_json(value, source=source, line=line)


def _after(pattern: re.Pattern[str], text: str, place: int) -> int:
    found = pattern.match(text, place)
    return found.end() if found else place
