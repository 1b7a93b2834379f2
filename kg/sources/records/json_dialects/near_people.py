"""People of a record nearly of our own form, written as our form has them."""

from collections.abc import Collection

from kg.records import Affiliation
from kg.sources.records.json_dialects.json_people import (
    AFFILIATION_KEYS,
    NAME_KEYS,
    ORCID_KEYS,
    affiliations_of,
    name_of,
    orcid_of,
)
from kg.sources.records.json_dialects.json_places import places_of
from kg.sources.records.json_dialects.json_texts import folded, folded_key, text_of
from kg.sources.records.json_dialects.near_values import is_stated
from kg.sources.records.json_values import JSON
from kg.sources.records.record_values import inverted_name
from kg.text.names.author_lists import split_author_names
from kg.text.names.name_affixes import begins_with_given_name

_OWN = frozenset(["name", "affiliations", "orcid"])
_OWN_OF_PLACE = frozenset(["raw", "name", "ror"])
_PARTS = 4  # of a name in a list: family, given, suffix, and where they work

Taken = list[tuple[str, str]]
"""What was taken for what: (theirs, ours)."""


def own_author(item: JSON, taken: Taken) -> JSON:
    """Return an author as a name, or with "name", "affiliations", "orcid".

    Keys that are not read stay. `taken` gets what was taken for what.

    >>> own_author({"given": "Ann", "family": "Lee", "age": 7}, [])
    {'age': 7, 'name': 'Lee, Ann'}
    """
    if isinstance(item, list):
        return _name_of_parts(item)
    if not isinstance(item, dict) or _is_own(item):
        return item
    own, keys = dict(item), folded(item)
    if isinstance(item.get("name"), dict) or not text_of(item.get("name")):
        _take(own, "name", name_of(keys), NAME_KEYS, taken)
    if not is_stated(item.get("orcid")) or not isinstance(item["orcid"], (str, int)):
        _take(own, "orcid", orcid_of(keys), ORCID_KEYS, taken)
    if not is_stated(item.get("affiliations")):
        _take(own, "affiliations", _stated_places(keys), AFFILIATION_KEYS, taken)
    else:
        own["affiliations"] = _own_places(item["affiliations"])
    return own


def _is_own(author: dict[str, JSON]) -> bool:
    """Tell an author who is in our form already, as most are."""
    if not _OWN.issuperset(author) or not isinstance(author.get("name"), str):
        return False
    if isinstance(author.get("orcid"), (list, dict)):
        return False
    places = author.get("affiliations")
    return not isinstance(places, (list, dict)) or all(
        isinstance(p, str) for p in places
    )


def _take(
    own: dict[str, JSON], field: str, value: JSON, names: Collection[str], taken: Taken
) -> None:
    """Write a field of ours in place of those that it was made of."""
    if not is_stated(value):
        return
    # All keys of a kind are taken together: which of two names was read is no matter.
    theirs = [key for key in own if folded_key(key) in names]
    for key in theirs:
        del own[key]
    own[field] = value
    if theirs != [field]:
        taken.append(
            (f"{' and '.join(map(_quoted, theirs))} of an author", f'"{field}"')
        )


def _quoted(key: str) -> str:
    return f'"{key}"'


def _name_of_parts(parts: list[JSON]) -> JSON:
    """Return the name of a list of its parts, family name first, as arXiv has them.

    Of two the given name may be the first, where only that is known as one.
    """
    texts = [text_of(part) for part in parts[:_PARTS]]
    if len(texts) < 2 or not all(isinstance(part, str) for part in parts):
        return parts
    if len(texts) == 2 and list(map(begins_with_given_name, texts)) == [True, False]:
        return " ".join(texts)
    return inverted_name(texts[0], texts[1], texts[2] if len(texts) > 2 else "")


def _stated_places(keys: dict[str, JSON]) -> JSON:
    return [_as_object(place) for place in affiliations_of(keys, [])]


def _as_object(place: Affiliation) -> JSON:
    stated = (("raw", place.raw), ("ror", place.ror), ("country", place.country))
    return {key: value for key, value in stated if value}


def _own_places(value: JSON) -> JSON:
    """Return affiliations with each object in our form; others as they stand."""
    if isinstance(value, list):
        return [_own_places(item) for item in value]
    if not isinstance(value, dict) or not _OWN_OF_PLACE.isdisjoint(value):
        return value
    found = [_as_object(place) for place in places_of(value, [])]
    return found[0] if len(found) == 1 else value


def affiliations_by_author(record: dict[str, JSON]) -> JSON:
    """Return a record's affiliations, one entry an author where that can be told.

    One alone is that of all authors, all are those of a single author. A text of as
    many parts as there are authors has a part for each.

    >>> affiliations_by_author({"authors": ["Ann Lee", "Bo Chu"], "affiliations": "Yale"})
    ['Yale', 'Yale']
    """
    value = _own_places(record["affiliations"])
    authors = record.get("authors")
    named = split_author_names(authors) if isinstance(authors, str) else authors
    count = len(named) if isinstance(named, (list, tuple)) else 0
    # A comma is within most affiliations, a semicolon in none.
    if isinstance(value, str) and value.count(";") == count - 1:
        return [part.strip() for part in value.split(";")]
    values: list[JSON] = value if isinstance(value, list) else [value]
    if len(values) == count or not count:
        return value
    if len(values) == 1:
        return values * count
    return [value] if count == 1 else value
