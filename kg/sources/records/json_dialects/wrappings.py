"""What records of JSON are wrapped in: answers, pages, envelopes around each record.

`{"meta": …, "results": [record, …]}` is a wrapping, `{"_id": …, "_source": record}` an
envelope. Both are told by keys: a record has a title, and people, a text, a year.
"""

from collections.abc import Collection, Iterator

from kg.sources.formats.json_keys import keys_of_record
from kg.sources.records.json_dialects.json_contributions import contributions_of
from kg.sources.records.json_dialects.json_texts import folded_key
from kg.sources.records.json_dialects.record_marks import is_record, may_be_record
from kg.sources.records.json_values import JSON

# All keys here as `folded_key` has them. Lists under the first hold records and nothing
# else; those under the others may.
_SURE = frozenset(
    [
        *("results", "records", "docs", "papers", "works", "articles", "publications"),
        *("hits", "documents", "entries", "talks", "abstracts", "contributions"),
        *("preprints", "submissions", "notes", "items"),
    ]
)
_LIKELY = frozenset(
    [
        *("result", "item", "data", "record", "entry", "hit", "response", "message"),
        *(
            "properties",
            "resultlist",
            "searchresults",
            "rows",
            "list",
            "collection",
            "elements",
        ),
        *(
            "references",
            "bibliography",
            "library",
            "edges",
            "nodes",
            "corpus",
            "values",
        ),
        *("payload", "body", "page", "pages", "objects", "dataset", "graph", "outputs"),
        *(
            "output",
            "matches",
            "feed",
            "citations",
            "rec",
            "resultset",
            "presentations",
        ),
        *("events", "content", "recommendedpapers", "publication", "article"),
    ]
)
_ENVELOPES = (
    *("source", "attributes", "metadata", "data", "info", "bibjson", "bib", "node"),
    *("content", "citedpaper", "citingpaper", "recommendedpaper", "csljson", "fields"),
    *("document", "paper", "work", "article", "publication", "record", "item", "doc"),
)
_KNOWN = _SURE | _LIKELY
# Of a work that has a title these are others, which it cites or is cited by.
_OTHER_WORKS = frozenset(["references", "citations"])
_BESIDE_A_TITLE = _KNOWN - _OTHER_WORKS
_HAVE_IDS = frozenset(["id", "ID", "_id", "key", "uid"])
_DEEPEST = 8


def is_list_of_records(key: str, marks: Collection[str]) -> bool:
    """Tell whether a list under a key is one of records.

    Args:
        key: under which it stands.
        marks: the keys of the first object in it, as `keys_of_record` has them.

    >>> is_list_of_records("papers", ["doi"]), is_list_of_records("groups", ["doi"])
    (True, False)
    """
    name = folded_key(key)
    if name in _SURE:
        return bool(marks)
    if name in _LIKELY:
        return may_be_record(marks) or bool(_envelopes_among(marks))
    return is_record(marks)


def may_wrap(marks: Collection[str]) -> bool:
    """Tell whether an object that cannot be read whole is a wrapping, by its keys.

    It has a list or an object under a key known for that, or objects alone.

    >>> may_wrap(["results", "results["]), may_wrap(["title", "results", "results["])
    (True, False)
    """
    if may_be_record(marks):
        return False
    keys = {mark for mark in marks if mark[-1:] not in ("[", "{")}
    known = (mark for mark in marks if mark not in keys)
    is_known = any(folded_key(mark) in _KNOWN for mark in known)
    return is_known or (len(keys) > 1 and all(f"{key}{{" in marks for key in keys))


def _envelopes_among(marks: Collection[str]) -> list[str]:
    return [m for m in marks if m.endswith("{") and folded_key(m) in _ENVELOPES]


def records_in(value: JSON, depth: int = 0) -> Iterator[JSON]:
    """Yield the records in a value, taken out of what they are wrapped in.

    What holds no record is yielded as it is.

    >>> list(records_in({"count": 1, "hits": [{"_source": {"title": "A"}, "_id": "1"}]}))
    [{'_id': '1', 'title': 'A'}]
    """
    if isinstance(value, list) and any(isinstance(item, dict) for item in value):
        for item in value:
            yield from records_in(item, depth + 1)
    elif isinstance(value, dict) and depth < _DEEPEST:
        record = _without_envelope(value)
        if contributions := contributions_of(record):
            yield from contributions
            return
        inner = _wrapped(record, depth)
        if inner is None:
            yield record
        for key, item in inner or ():
            is_one = isinstance(item, dict) and is_record(_without_envelope(item))
            for each in records_in(item, depth + 1):
                yield with_id(each, key) if is_one else each
    else:
        yield value


def is_wrapping(value: dict[str, JSON]) -> bool:
    """Tell whether an object is no record, but has records in it.

    >>> is_wrapping({"meta": {}, "results": [{"title": "On mills"}]})
    True
    """
    # An event's contributions need what it says, so that it stays whole.
    if is_record(value) or contributions_of(value):
        return False
    return _wrapped(_without_envelope(value), 0) is not None


def _without_envelope(value: dict[str, JSON]) -> dict[str, JSON]:
    """Return a record that stands within an object, with that one's own values.

    A value of the record stands before one of its envelope.
    """
    # An envelope within another is the most that was seen: "data" of "attributes".
    for _ in range(3):
        if is_record(value):
            break
        key = next((key for key in value if _is_envelope(value, key)), None)
        if key is None:
            break
        inner = value[key]
        rest = {name: item for name, item in value.items() if name != key}
        value = {**rest, **inner} if isinstance(inner, dict) else rest
    return value


def _is_envelope(value: dict[str, JSON], key: str) -> bool:
    inner = value[key]
    if folded_key(key) not in _ENVELOPES or not isinstance(inner, dict):
        return False
    return may_be_record(inner) and not (may_be_record(value) and not is_record(inner))


def _wrapped(value: dict[str, JSON], depth: int) -> list[tuple[str, JSON]] | None:
    """Return the members of an object that hold records; None where it is none."""
    if is_record(value):
        return None
    has_title = may_be_record(value)
    found: list[tuple[str, JSON]] = [
        (key, item)
        for key, item in value.items()
        if isinstance(item, (list, dict)) and _holds_records(key, item, depth)
    ]
    # Other lists within a record are of its parts: authors, dates, locations.
    if has_title:  # of a list of works, unless these are what one work cites
        found = [
            (key, item)
            for key, item in found
            if isinstance(item, list) and folded_key(key) in _BESIDE_A_TITLE
        ]
    if not found and not has_title and any(folded_key(key) in _SURE for key in value):
        return []  # an answer without records
    return found or None


def _holds_records(key: str, item: JSON, depth: int) -> bool:
    if isinstance(item, list):
        first = next((each for each in item if isinstance(each, dict)), {})
        is_known = folded_key(key) in _KNOWN
        return is_list_of_records(key, keys_of_record(first)) or (
            is_known and depth < _DEEPEST and bool(first) and _has_records(first, depth)
        )
    return isinstance(item, dict) and depth < _DEEPEST and _has_records(item, depth)


def _has_records(item: dict[str, JSON], depth: int) -> bool:
    record = _without_envelope(item)
    return is_record(record) or bool(_wrapped(record, depth + 1))


def with_id(record: JSON, key: str) -> JSON:
    """Return a record with the key under which it stands as its id, if it has none.

    >>> with_id({"title": "On mills"}, "m1")
    {'title': 'On mills', 'id': 'm1'}
    """
    is_of_kind = folded_key(key) in _KNOWN
    if not isinstance(record, dict) or is_of_kind or not _HAVE_IDS.isdisjoint(record):
        return record
    return {**record, "id": key}
