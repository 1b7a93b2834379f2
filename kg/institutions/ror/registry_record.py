"""A record of the Research Organization Registry → an organisation.

In schema 1 or 2 of ROR's dumps, or with the fields of `Organisation`.
"""

import json
from collections.abc import Mapping
from typing import Any, NamedTuple


class Organisation(NamedTuple):
    """An organisation of the registry.

    `relations` are pairs of a type in lower case ("parent", "child", "related", …) and
    the id of the other.
    """

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    acronyms: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    city: str = ""
    country: str = ""
    status: str = "active"
    relations: tuple[tuple[str, str], ...] = ()


def read_record(record: object) -> Organisation | str:
    """Read an organisation; as text, what is wrong with it."""
    if not isinstance(record, dict):
        return "expected an organisation as a JSON object"
    try:
        read = _second_schema(record) if "names" in record else _first_schema(record)
    except (AttributeError, KeyError, IndexError, TypeError) as error:
        return f"a field is missing or of another form than ROR's ({error})"
    for field, value in (("id", read.id), ("name", read.name)):
        if not (isinstance(value, str) and value.strip()):
            return f'"{field}" is missing or no text'
    return read


def _first_schema(record: Mapping[str, Any]) -> Organisation:
    """Read ROR's schema 1, or our lines: the same, with labels and places as texts."""
    get = record.get
    country = get("country")
    if country is None:
        country = ""
    city = get("city") or (get("addresses") or [{}])[0].get("city") or ""
    return Organisation(
        id=get("id") or "",
        name=get("name") or "",
        aliases=_texts(get("aliases")),
        acronyms=_texts(get("acronyms")),
        labels=_texts(get("labels")),
        types=_kinds(get("types")),
        city=_text(city),
        country=country if isinstance(country, str) else _text(country["country_name"]),
        status=_text(get("status") or "active"),
        relations=_relations(get("relationships")),
    )


def _second_schema(record: Mapping[str, Any]) -> Organisation:
    """Read ROR's schema 2: names of several types, places by GeoNames."""
    names = record["names"]
    shown = [each["value"] for each in names if "ror_display" in each["types"]]
    places = record.get("locations") or [{}]
    place = places[0].get("geonames_details") or {}

    def typed(kind: str) -> tuple[str, ...]:
        found = (each["value"] for each in names if kind in each["types"])
        return _texts([name for name in found if name not in shown])

    return Organisation(
        id=record.get("id") or "",
        name=shown[0] if shown else "",
        aliases=typed("alias"),
        acronyms=typed("acronym"),
        labels=typed("label"),
        types=_kinds(record.get("types")),
        city=_text(place.get("name") or ""),
        country=_text(place.get("country_name") or ""),
        status=_text(record.get("status") or "active"),
        relations=_relations(record.get("relationships")),
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"a text expected, not {value!r:.40}")
    return value


def _texts(values: object) -> tuple[str, ...]:
    """Return a list of texts, or of objects with their text under `label`."""
    if not values:
        return ()
    if not isinstance(values, list):
        raise TypeError(f"a list expected, not {values!r:.40}")
    texts = [each["label"] if isinstance(each, dict) else each for each in values]
    if not all(isinstance(text, str) for text in texts):
        raise TypeError(f"texts expected in {values!r:.40}")
    return tuple(texts)


def _kinds(values: object) -> tuple[str, ...]:
    return tuple(kind.lower() for kind in _texts(values))


def _relations(values: object) -> tuple[tuple[str, str], ...]:
    if not values:
        return ()
    if not isinstance(values, list):
        raise TypeError(f"a list expected, not {values!r:.40}")
    return tuple((_text(each["type"]).lower(), _text(each["id"])) for each in values)


def bare_id(ror: str) -> str:
    """Return an id of ROR without the address before it, if there is one.

    >>> bare_id("https://example.org/05dxps055")
    '05dxps055'
    """
    return ror.rstrip("/").rpartition("/")[2]


def to_json(organisation: Organisation) -> bytes:
    """Return an organisation's fields as a JSON array."""
    return json.dumps(organisation).encode("ascii")


def from_json(text: bytes) -> Organisation:
    """Read an organisation as `to_json` gives it."""
    *plain, relations = json.loads(text)
    values = (tuple(each) if isinstance(each, list) else each for each in plain)
    return Organisation._make([*values, tuple(map(tuple, relations))])
