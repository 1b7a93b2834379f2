"""Affiliations out of JSON values, by what these look like."""

from kg.institutions.country_codes import stated_country_code
from kg.records import Affiliation
from kg.sources.records.json_dialects.json_texts import folded, text_of, texts_of
from kg.sources.records.json_values import JSON
from kg.sources.records.record_ids import parse_ror

# Keys as `folded_key` has them, the surest first.
_RAW_KEYS = (
    *("raw", "rawaffiliationstring", "rawaffiliation", "nameoriginal", "affiliation"),
    *("affiliationstring", "authoraffiliation", "name", "displayname", "fullname"),
    *("value", "text", "legalname", "institution", "organization", "organisation"),
    *("affilname", "label", "title", "university", "inst", "department"),
)
_ROR_KEYS = ("ror", "rorid", "affiliationidentifier")
_ID_KEYS = ("id", "ids", "identifier", "identifiers", "pids", "institutionids")
_COUNTRY_KEYS = (
    *("countrycode", "country", "countryname", "affiliationcountry"),
    "addresscountry",
)
# Parts of an address that stand apart, as GROBID finds them, from small to large.
_PARTS = ("department", "laboratory", "institution")
_LOCATION_PARTS = ("settlement", "region", "postcode", "country")
_SHOWN = 60
_DEEPEST = 5


def places_of(
    value: JSON, complaints: list[str], depth: int = 0
) -> tuple[Affiliation, ...]:
    """Return the affiliations that a value states: a text, an object, a list of them.

    >>> places_of([{"name": "Rye Mill", "country": "uk"}, "Yard"], [])[0].country
    'GB'
    """
    if depth > _DEEPEST:
        return ()
    if isinstance(value, list):
        found = [
            place for item in value for place in places_of(item, complaints, depth + 1)
        ]
        return tuple(dict.fromkeys(found))
    if isinstance(value, dict):
        return _places_of_object(value, complaints, depth)
    return tuple(Affiliation(" ".join(text.split())) for text in texts_of(value))


def _places_of_object(
    value: dict[str, JSON], complaints: list[str], depth: int
) -> tuple[Affiliation, ...]:
    keys = folded(value)
    if len(keys) == 1 and isinstance(inner := next(iter(keys.values())), (list, dict)):
        return places_of(inner, complaints, depth + 1)
    ror = _ror(keys, complaints)
    place = Affiliation(_raw(keys), ror, _country(keys, complaints))
    return (place,) if place.raw or place.ror else ()


def _raw(keys: dict[str, JSON]) -> str:
    # GROBID's parts, which no other form has, make one line from small to large.
    location = keys.get("location")
    if "laboratory" in keys or isinstance(location, dict):
        within = folded(location) if isinstance(location, dict) else {}
        parts = [text_of(keys.get(key)) for key in _PARTS]
        parts += [text_of(within.get(key)) for key in _LOCATION_PARTS]
        return " ".join(", ".join(filter(None, parts)).split())
    found = (text_of(keys[key]) for key in _RAW_KEYS if key in keys)
    return " ".join(next(filter(None, found), "").split())


def _ror(keys: dict[str, JSON], complaints: list[str]) -> str | None:
    """Return the id of an organisation, from its own field or a list of ids."""
    # Fields that hold ids of several registries are no complaint where one is another's.
    stated = next((text for key in _ROR_KEYS if (text := text_of(keys.get(key)))), "")
    is_said = "ror" in keys or "ror" in stated.lower()
    if stated and is_said and (ror := parse_ror(stated)):
        return ror
    if stated and is_said:
        complaints.append(f'"{stated[:_SHOWN]}" is no ROR id: left out')
    for key in _ID_KEYS:
        ids = keys.get(key)
        for item in ids if isinstance(ids, list) else [ids] if ids else ():
            words = _words(item)
            if "ror" in words and (ror := parse_ror(words)):
                return ror
    return None


def _words(value: JSON) -> str:
    """Return an id with what is said of its kind, in lower case."""
    items = value.values() if isinstance(value, dict) else [value]
    return " ".join(text_of(item) for item in items).lower()


def _country(keys: dict[str, JSON], complaints: list[str]) -> str | None:
    stated = next(
        (t for key in _COUNTRY_KEYS if key in keys and (t := text_of(keys[key]))), ""
    )
    if not stated:
        return None
    code = stated_country_code(stated)
    if code is None:
        complaints.append(
            f'country "{stated[:_SHOWN]}" is left out: no country is known so'
        )
    return code
