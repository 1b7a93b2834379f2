"""Works and talks that a page states as JSON-LD, in the words of schema.org.

An event is a talk where somebody performs in it; one that others are part of is a
conference, and they are its talks.
"""

import json
from collections.abc import Iterator, Sequence

from kg.records import Affiliation, Author
from kg.sources.records.json_values import JSON
from kg.sources.records.record_ids import parse_orcid
from kg.sources.records.record_values import RecordValues, author_from_values
from kg.text.identifiers import parse_doi
from kg.text.surrogates import replace_surrogates

Record = dict[str, JSON]

_WORKS = frozenset(
    [
        *("scholarlyarticle", "medicalscholarlyarticle", "thesis", "report", "chapter"),
        *("dataset", "presentationdigitaldocument", "publication", "techarticle"),
    ]
)
_EVENTS = frozenset(["event", "educationevent", "businessevent", "publicevent"])
# Objects that hold others: lists of them are looked through.
_EVENTS_WITHIN = ("subEvent", "subEvents")
_HOLDERS = (
    *("@graph", "itemListElement", "item", "mainEntity", "mainEntityOfPage"),
    *_EVENTS_WITHIN,
    *("hasPart", "workFeatured", "event", "events", "about"),
)
_PEOPLE = ("author", "creator", "performer", "performers")
_DEEPEST = 12
_MOST = 20_000  # objects of one script


def read_script(text: str) -> JSON:
    """Return the JSON of a script.

    Raises:
        ValueError: it is none, or is nested too deeply.
    """
    try:
        value: JSON = json.loads(text.strip().removeprefix("//<![CDATA["), strict=False)
    except RecursionError:
        raise ValueError("nested too deeply") from None
    return value


def values_of_script(value: JSON) -> Iterator[RecordValues]:
    """Yield what each work and talk of a script states.

    >>> talk = {"@type": "Event", "name": "On mills", "performer": {"name": "Ann Lee"}}
    >>> [values.title for values in values_of_script({"@graph": [talk]})]
    ['On mills']
    """
    objects = list(_objects(value))
    by_id = {id_: each for each in objects if (id_ := _text(each.get("@id")))}
    for each in objects:
        types = {name.rpartition("/")[2].lower() for name in _texts(each.get("@type"))}
        is_talk = not types.isdisjoint(_EVENTS) and any(each.get(f) for f in _PEOPLE)
        holds_others = any(isinstance(each.get(h), list) for h in _EVENTS_WITHIN)
        if not types.isdisjoint(_WORKS) or (is_talk and not holds_others):
            yield _values(each, by_id)


def _objects(value: JSON) -> Iterator[Record]:
    """Yield the objects in a script that may be works, each before those in it."""
    # A list for a stack: a script may be nested deeper than Python's calls.
    waiting: list[tuple[JSON, int]] = [(value, 0)]
    count = 0
    while waiting and count < _MOST:
        each, depth = waiting.pop()
        if depth > _DEEPEST:
            continue
        if isinstance(each, list):
            waiting += [(item, depth + 1) for item in reversed(each)]
        elif isinstance(each, dict):
            count += 1
            yield each
            within = [each[name] for name in reversed(_HOLDERS) if name in each]
            waiting += [(item, depth + 1) for item in within]


def _values(record: Record, by_id: dict[str, Record]) -> RecordValues:
    values = RecordValues(
        title=_first(record, "headline", "name"),
        abstract=_first(record, "abstract", "description"),
        year=_first(record, "datePublished", "startDate", "dateCreated"),
        venue=_first(record, "isPartOf", "superEvent", "publication", "publisher"),
        doi=_doi(record),
        language=_first(record, "inLanguage"),
        type=_first(record, "@type"),
        references=_texts(record.get("citation")),
    )
    for keyword in _texts(record.get("keywords")):
        values.keywords += [part.strip() for part in keyword.split(",")]
    people = next((record[name] for name in _PEOPLE if record.get(name)), [])
    for person in people if isinstance(people, list) else [people]:
        author = _author(person, by_id, values.complaints)
        values.authors += [author] if author.name else []
    return values


def _author(value: JSON, by_id: dict[str, Record], complaints: list[str]) -> Author:
    """Read a person: a name, an object, or the id of an object."""
    if isinstance(value, dict) and "name" not in value:
        value = by_id.get(_text(value.get("@id")), value)
    if not isinstance(value, dict):
        return Author(_text(value))
    parts = (_text(value.get("givenName")), _text(value.get("familyName")))
    name = _text(value.get("name")) or " ".join(filter(None, parts))
    links = [
        link for f in ("@id", "sameAs", "identifier") for link in _texts(value.get(f))
    ]
    places = _texts(value.get("affiliation")) or _texts(value.get("worksFor"))
    return author_from_values(
        name,
        complaints,
        orcid=next((link for link in links if parse_orcid(link)), ""),
        affiliations=tuple(map(Affiliation, places)),
    )


def _doi(record: Record) -> str:
    fields: Sequence[str] = ("doi", "identifier", "sameAs", "@id", "url")
    stated = [text for name in fields for text in _texts(record.get(name))]
    return next((text for text in stated if parse_doi(text)), "")


def _first(record: Record, *names: str) -> str:
    return next((text for name in names if (text := _text(record.get(name)))), "")


def _text(value: JSON) -> str:
    return next(iter(_texts(value)), "")


def _texts(value: JSON) -> list[str]:
    """Return the strings of a value: itself, the names of objects, those of a list."""
    items = value if isinstance(value, list) else [value]
    found: list[str] = []
    for item in items:
        if isinstance(item, dict):
            stated = (item.get(name) for name in ("name", "value", "@value", "@id"))
            item = next((each for each in stated if isinstance(each, str)), None)
        if isinstance(item, (str, int)) and not isinstance(item, bool):
            found.append(" ".join(replace_surrogates(str(item)).split()))
    return [text for text in found if text]
