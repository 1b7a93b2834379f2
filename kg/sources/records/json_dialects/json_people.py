"""Authors out of JSON values, by what these look like: names whole or in parts.

A family name is said to be one in a dozen ways (family, last_name, surname, …), which
no dialect uses for anything else, so that one reader takes the people of all.
"""

from kg.records import Affiliation, Author
from kg.sources.records.json_dialects.json_places import places_of
from kg.sources.records.json_dialects.json_texts import folded, text_of, texts_of
from kg.sources.records.json_values import JSON, ignored_complaint
from kg.sources.records.record_ids import parse_orcid
from kg.sources.records.record_values import author_from_values, inverted_name
from kg.text.names.author_lists import split_author_names
from kg.text.surrogates import replace_surrogates

# Keys as `folded_key` has them, the surest first.
_FAMILY = (
    *("family", "familyname", "last", "lastname", "surname", "surnames", "sn", "lname"),
    "authorlastname",
)
_GIVEN = (
    *("given", "givenname", "givennames", "first", "firstname", "firstnames", "fname"),
    *("forename", "forenames", "authorfirstname", "initials"),
)
_MIDDLE = ("middle", "middlename", "middlenames", "middleinitial")
_SUFFIX = ("suffix", "namesuffix", "generation")
_PARTICLES = ("droppingparticle", "nondroppingparticle", "particle")
_WHOLE = (
    *("displayname", "name", "fullname", "literal", "rawauthorname", "authorname"),
    *("authname", "speakername", "collectivename", "preferredname", "text", "label"),
    *("creatorname", "commonname", "creator", "speaker", "value", "raw", "rawname"),
)
_WITHIN = (
    "author",
    "person",
    "personororg",
    "creator",
    "speaker",
    "agent",
    "name",
    "value",
)
_ORCID = ("orcid", "orcidid", "orcidurl", "orcididentifier")
_IDS = (
    *(
        "ids",
        "identifiers",
        "nameidentifiers",
        "authorid",
        "externalids",
        "pid",
        "pids",
    ),
    *("identifier", "id"),
)
_RAW_PLACES = ("rawaffiliationstrings", "rawaffiliationstring")
_PLACES = (
    *("rawaffiliations", "affiliations", "affiliation", "institutions", "institution"),
    *("organizations", "organization", "organisations", "organisation", "orgs", "org"),
    *("aff", "affs", "affil", "employer", "worksfor", "university"),
    *("authoraffiliationdetailslist", "speakeraffiliation", "authoraffiliation"),
)
_HAS_ORCID = frozenset((*_IDS, *_WITHIN))
NAME_KEYS = frozenset(
    (*_FAMILY, *_GIVEN, *_MIDDLE, *_SUFFIX, *_PARTICLES, *_WHOLE, *_WITHIN)
)
ORCID_KEYS = frozenset((*_ORCID, *_IDS))
AFFILIATION_KEYS = frozenset((*_RAW_PLACES, *_PLACES))
PERSON_KEYS = NAME_KEYS | ORCID_KEYS | AFFILIATION_KEYS
"""Keys of an author that are read, as `folded_key` has them."""

_DEEPEST = 4


def authors_of(value: JSON, complaints: list[str], depth: int = 0) -> list[Author]:
    """Return the authors that a value states, in order.

    It is one text, or a list of names, objects, and lists of these; an object may hold
    such a list alone, or be an author.

    >>> authors_of([{"given": "Ann", "family": "Lee"}, "Bo Chu"], [])[0].name
    'Lee, Ann'
    """
    if depth > _DEEPEST:
        return []
    if isinstance(value, str):
        text = replace_surrogates(value)
        # Europe PMC ends a list of "Lee A, Chu BO." as a sentence.
        text = text.removesuffix(".") if text.count(".") == 1 and "," in text else text
        return [Author(name) for name in split_author_names(text)]
    if isinstance(value, list):
        return [
            author
            for item in value
            for author in _authors_of_item(item, complaints, depth)
        ]
    if isinstance(value, dict):
        return _authors_of_object(value, complaints, depth)
    if value is not None:
        complaints.append(ignored_complaint("authors", "names", value))
    return []


def _authors_of_item(item: JSON, complaints: list[str], depth: int) -> list[Author]:
    """Return the authors of an item of a list: a string is one, unless parted by ";"."""
    if isinstance(item, str) and ";" not in item:
        name = " ".join(replace_surrogates(item).split())
        return [Author(name)] if name else []
    return authors_of(item, complaints, depth + 1)


def _authors_of_object(
    value: dict[str, JSON], complaints: list[str], depth: int
) -> list[Author]:
    keys = folded(value)
    name = name_of(keys)
    inner = list(value.values())
    is_frame = len(inner) == 1 and next(iter(keys)) in (*_WITHIN, "authors")
    if len(inner) == 1 and (
        isinstance(inner[0], (list, dict)) or (is_frame and not name)
    ):
        return authors_of(inner[0], complaints, depth + 1)
    if not name and inner and all(isinstance(item, dict) for item in inner):
        return authors_of(inner, complaints, depth + 1)  # by their numbers
    if not name:
        complaints.append("an author without a name is left out")
        return []
    return [
        author_from_values(
            name,
            complaints,
            orcid=orcid_of(keys),
            affiliations=affiliations_of(keys, complaints),
        )
    ]


def name_of(keys: dict[str, JSON], depth: int = 0) -> str:
    """Return a person's name, of parts with the family name first; "" of nobody.

    Args:
        keys: an object by its folded keys.
        depth: how many objects it is within.

    >>> name_of({"lastname": "Lee", "firstname": "Ann"}), name_of({"name": "Bo Chu"})
    ('Lee, Ann', 'Bo Chu')
    """
    family = _first(keys, _FAMILY)
    whole = _first(keys, _WHOLE)
    if family and family in whole and not _value(keys, _GIVEN):
        return whole
    if family:
        return _inverted(keys, family)
    # An index's own form of a name, within, is fuller than what was printed.
    for key in _WITHIN if depth < _DEEPEST else ():
        inner = keys.get(key)
        if isinstance(inner, dict) and (name := name_of(folded(inner), depth + 1)):
            return name
    return whole or _first(keys, _GIVEN)


def _inverted(keys: dict[str, JSON], family: str) -> str:
    """Return a name of its parts; where nothing is called a given name, "name" is one."""
    particles = " ".join(filter(None, (_first(keys, (key,)) for key in _PARTICLES)))
    given = (_first(keys, (*_GIVEN, "name")), " ".join(texts_of(_value(keys, _MIDDLE))))
    return inverted_name(
        f"{particles} {family}".strip(),
        " ".join(filter(None, given)),
        _first(keys, _SUFFIX),
    )


def _value(keys: dict[str, JSON], names: tuple[str, ...]) -> JSON:
    return next((keys[name] for name in names if keys.get(name)), None)


def _first(keys: dict[str, JSON], names: tuple[str, ...]) -> str:
    """Return the first text under several keys, as a line."""
    found = (text_of(keys[name]) for name in names if name in keys)
    return " ".join(next(filter(None, found), "").split())


def orcid_of(keys: dict[str, JSON], depth: int = 0) -> str:
    """Return what is stated as an ORCID, from its own field or a list of ids.

    >>> orcid_of({"ids": [{"type": "orcid", "value": "0000-0002-1825-0097"}]})
    '0000-0002-1825-0097'
    """
    if stated := _first(keys, _ORCID):
        return stated
    if _HAS_ORCID.isdisjoint(keys):
        return ""
    for key in _IDS:
        if key in keys and (orcid := _orcid_within(keys[key])) is not None:
            return orcid
    for key in _WITHIN if depth < _DEEPEST else ():
        inner = keys.get(key)
        if isinstance(inner, dict) and (stated := orcid_of(folded(inner), depth + 1)):
            return stated
    return ""


def _orcid_within(value: JSON, depth: int = 0) -> str | None:
    """Return the ORCID among ids of any kinds; a number of another kind is none."""
    if isinstance(value, str):
        return parse_orcid(value)
    if isinstance(value, (list, dict)) and depth < _DEEPEST:
        items = value if isinstance(value, list) else list(value.values())
        found = (_orcid_within(item, depth + 1) for item in items)
        return next((orcid for orcid in found if orcid), None)
    return None


def affiliations_of(
    keys: dict[str, JSON], complaints: list[str]
) -> tuple[Affiliation, ...]:
    """Return where an author works; an index's institutions go with what was printed.

    >>> affiliations_of({"org": "Rye Mill"}, [])[0].raw
    'Rye Mill'
    """
    stated = places_of(_value(keys, _PLACES), complaints)
    raw = places_of(_value(keys, _RAW_PLACES), complaints)
    # Only an index has both; printed words say more, its institutions have ids.
    if raw and keys.get("institutions"):
        return with_institutions(raw, places_of(keys["institutions"], complaints))
    inner = next(
        (keys[key] for key in _WITHIN if isinstance(keys.get(key), dict)), None
    )
    if not stated and not raw and isinstance(inner, dict):
        return places_of(_value(folded(inner), _PLACES), complaints)
    return raw or stated


def with_institutions(
    raw: tuple[Affiliation, ...], institutions: tuple[Affiliation, ...]
) -> tuple[Affiliation, ...]:
    """Return affiliations as printed, each with the id and country of its institution.

    Whose institution is whose is told by its name in the printed words, or by their
    order where there are as many; one that has no words of its own stands behind them.

    >>> printed = (Affiliation("School of Rye, Yale"), Affiliation("Mill Inst."))
    >>> known = (Affiliation("Mill Institute", country="GB"), Affiliation("Yale", country="US"))
    >>> [place.country for place in with_institutions(printed, known)]
    ['US', 'GB']
    """
    found: dict[int, Affiliation] = {}
    rest: list[Affiliation] = []
    for place in institutions:
        words = place.raw.casefold()
        named = (
            i for i, each in enumerate(raw) if words and words in each.raw.casefold()
        )
        number = next((i for i in named if i not in found), None)
        if number is None:
            rest.append(place)
        else:
            found[number] = place
    # As many left on both sides are in the same order, as the index makes them.
    free = [number for number in range(len(raw)) if number not in found]
    if len(free) == len(rest):
        found |= dict(zip(free, rest, strict=True))
        rest = []
    joined = [
        Affiliation(each.raw, found[i].ror, found[i].country) if i in found else each
        for i, each in enumerate(raw)
    ]
    return (*joined, *(place for place in rest if place.ror))
