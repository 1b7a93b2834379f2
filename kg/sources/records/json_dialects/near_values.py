"""Values of a record nearly of our own form, written as our form has them."""

from collections.abc import Callable, Mapping

from kg.sources.records.fields import find_year
from kg.sources.records.json_dialects.cited_works import cited_work
from kg.sources.records.json_dialects.json_people import name_of
from kg.sources.records.json_dialects.json_texts import (
    abstract_of,
    date_of,
    folded,
    text_of,
    texts_of,
)
from kg.sources.records.json_values import JSON
from kg.text.identifiers import parse_doi


def own_value(field: str, value: JSON) -> JSON:
    """Return a value as a field of ours has it; one in no known form as it stands.

    >>> own_value("title", ["On mills"]), own_value("year", "May 2019")
    ('On mills', 2019)
    """
    return _WRITE[field](value)


def is_stated(value: JSON) -> bool:
    """Tell a value from what stands where there is none."""
    return value is not None and value not in ("", [], {})


def _own_text(value: JSON) -> JSON:
    """Return a text as it stands, out of a list or an object; a number is left to tell."""
    return value if _is_plain(value) else text_of(value)


def _is_plain(value: JSON) -> bool:
    return isinstance(value, (str, int, float))


def _own_abstract(value: JSON) -> JSON:
    """Return an abstract as it stands, or put together of its parts."""
    return value if _is_plain(value) else abstract_of(value)


def _own_year(value: JSON) -> JSON:
    """Return the year of a date; what holds none is left, to be told of."""
    return find_year(date_of(value)) or (value if _is_plain(value) else date_of(value))


def _own_doi(value: JSON) -> JSON:
    """Return the first DOI of several texts; else the first of them."""
    texts = texts_of(value)
    return next(filter(parse_doi, texts), next(iter(texts), value))


def _own_list(value: JSON) -> JSON:
    """Return the texts of objects, of a list or not; any other value as it stands."""
    items = value if isinstance(value, list) else [value]
    has_objects = any(isinstance(item, (dict, list)) for item in items)
    return list(texts_of(value)) if has_objects else value


def _own_references(value: JSON) -> JSON:
    """Return cited works, each object as a line that names it."""
    items = value if isinstance(value, list) else [value]
    return [cited_work(item) if isinstance(item, dict) else item for item in items]


def _own_people(value: JSON) -> JSON:
    """Return a list of authors, or one text of all; an object may hold it, or be one."""
    if isinstance(value, dict):
        items = list(value.values())
        is_frame = not name_of(folded(value)) or len(items) == 1
        if is_frame and len(items) == 1 and isinstance(items[0], (list, dict)):
            return _own_people(items[0])
        is_numbered = is_frame and (
            all(isinstance(item, dict) for item in items)
            or all(map(str.isdigit, value))
        )
        return items if is_numbered else [value]
    if isinstance(value, list) and len(value) == 1 and isinstance(value[0], str):
        return value[0] if ";" in value[0] else value
    return value


def _own_id(value: JSON) -> JSON:
    """Return an id that is a text or a number."""
    return value if _is_plain(value) else None


def _as_it_stands(value: JSON) -> JSON:
    """Return a value that is read where authors are known."""
    return value


_WRITE: Mapping[str, Callable[[JSON], JSON]] = {
    "id": _own_id,
    "title": _own_text,
    "abstract": _own_abstract,
    "authors": _own_people,
    "affiliations": _as_it_stands,
    "year": _own_year,
    "venue": _own_text,
    "doi": _own_doi,
    "keywords": _own_list,
    "references": _own_references,
    "type": _own_text,
    "language": _own_text,
}
