"""Authors whose names, affiliations and ORCIDs a record keeps in lists side by side."""

from collections.abc import Sequence
from dataclasses import replace

from kg.records import Affiliation, Author
from kg.sources.records.json_dialects.json_paths import values_at
from kg.sources.records.json_dialects.json_people import authors_of
from kg.sources.records.json_dialects.json_places import places_of
from kg.sources.records.json_dialects.json_texts import text_of, texts_of
from kg.sources.records.json_values import JSON
from kg.sources.records.record_values import author_from_values, inverted_name

_NONE = frozenset(["", "-"])  # what NASA ADS writes for nothing
_FACET, _JOIN = "_FacetSep_", "_JoinSep_"  # HAL's, between parts of one string


def authors_of_ads(record: dict[str, JSON], complaints: list[str]) -> list[Author]:
    """Return the authors of a NASA ADS record, whose lists are as long as each other.

    >>> authors_of_ads({"author": ["Lee, Ann"], "aff": ["Rye Mill; Yard"]}, [])[0].affiliations[1]
    Affiliation(raw='Yard', ror=None, country=None)
    """
    names = texts_of(record.get("author"))
    places = _beside(record.get("aff"), len(names))
    orcids = [""] * len(names)
    for key in ("orcid_other", "orcid_user", "orcid_pub"):  # the last is the surest
        stated = _beside(record.get(key), len(names))
        orcids = [new or old for old, new in zip(orcids, stated, strict=True)]
    return [
        author_from_values(
            name, complaints, orcid=orcid, affiliations=_places(place.split(";"))
        )
        for name, place, orcid in zip(names, places, orcids, strict=True)
    ]


def _beside(value: JSON, count: int) -> list[str]:
    """Return the texts of a list that stands beside one of so many names."""
    texts = [text_of(item) for item in value] if isinstance(value, list) else []
    texts = ["" if text in _NONE else text for text in texts]
    return texts if len(texts) == count else [""] * count


def _places(raw: Sequence[str]) -> tuple[Affiliation, ...]:
    return tuple(Affiliation(" ".join(each.split())) for each in raw if each.strip())


def authors_of_hal(record: dict[str, JSON], complaints: list[str]) -> list[Author]:
    """Return the authors of a HAL record, with the structures that it says are theirs.

    >>> structure = "7_FacetSep_Ann Lee_JoinSep_8_FacetSep_Rye Mill"
    >>> record = {"authFullName_s": ["Ann Lee"], "authIdHasStructure_fs": [structure]}
    >>> authors_of_hal(record, [])[0].affiliations[0].raw
    'Rye Mill'
    """
    full = texts_of(record.get("authFullName_s"))
    family = texts_of(record.get("authLastName_s"))
    given = texts_of(record.get("authFirstName_s"))
    are_parts = bool(family) and len(family) == len(given)
    if full and len(full) != len(family):
        are_parts = False
    names = list(map(inverted_name, family, given)) if are_parts else full
    orcids = _beside(record.get("authORCIDIdExt_s"), len(names))
    structures = _structures(record)
    return [
        author_from_values(
            name,
            complaints,
            orcid=orcid,
            affiliations=_places(structures.get(_key(name), [])),
        )
        for name, orcid in zip(names, orcids, strict=True)
    ]


def _structures(record: dict[str, JSON]) -> dict[frozenset[str], list[str]]:
    """Return the structures of each author, by the words of the name."""
    for key in ("authIdHasPrimaryStructure_fs", "authIdHasStructure_fs"):
        found: dict[frozenset[str], list[str]] = {}
        for text in texts_of(record.get(key)):
            person, _, structure = text.partition(_JOIN)
            name = person.rpartition(_FACET)[2]
            found.setdefault(_key(name), []).append(structure.rpartition(_FACET)[2])
        if found:
            return found
    return {}


def _key(name: str) -> frozenset[str]:
    """Return the words of a name, in whatever order it has them."""
    return frozenset(name.casefold().replace(",", " ").split())


def authors_of_arxiv(record: dict[str, JSON], complaints: list[str]) -> list[Author]:
    """Return the authors of arXiv's snapshot: [family, given, suffix, affiliation…] each.

    >>> record = {"authors_parsed": [["Lee", "Ann", "", "Rye Mill"]]}
    >>> [(each.name, each.affiliations[0].raw) for each in authors_of_arxiv(record, [])]
    [('Lee, Ann', 'Rye Mill')]
    """
    parsed = record.get("authors_parsed")
    found = []
    for item in parsed if isinstance(parsed, list) else []:
        parts = [text_of(part) for part in item] if isinstance(item, list) else []
        if any(parts):
            family, given, suffix, *places = [*parts, "", "", ""]
            name = inverted_name(family, given, suffix)
            found.append(
                author_from_values(name, complaints, affiliations=_places(places))
            )
    return found


def authors_of_talk(record: dict[str, JSON], complaints: list[str]) -> list[Author]:
    """Return the speakers of a talk; of several the affiliations are parted as the names.

    >>> talk = {"speaker": "Ann Lee|Bo Chu", "speaker_affiliation": "Rye Mill|Yard"}
    >>> [author.affiliations[0].raw for author in authors_of_talk(talk, [])]
    ['Rye Mill', 'Yard']
    """
    keys = ("speaker", "speaker_name", "speakers")
    stated: JSON = next((record[key] for key in keys if record.get(key)), None)
    authors = authors_of(stated, complaints)
    places = text_of(record.get("speaker_affiliation"))
    parts = places.split("|")
    if len(parts) != len(authors):
        parts = [places] * len(authors)
    return [
        replace(author, affiliations=author.affiliations or _places([part]))
        for author, part in zip(authors, parts, strict=True)
    ]


def authors_of_contribution(
    record: dict[str, JSON], complaints: list[str]
) -> list[Author]:
    """Return the authors of an Indico contribution, else those who speak or sit there.

    >>> lee, chu = {"fullName": "Ann Lee"}, {"fullName": "Bo Chu"}
    >>> record = {"speakers": [lee], "primaryauthors": [lee], "coauthors": [chu]}
    >>> [author.name for author in authors_of_contribution(record, [])]
    ['Ann Lee', 'Bo Chu']
    """
    for paths in (
        ("primaryauthors", "primary_authors", "coauthors"),
        *(("persons",), ("speakers",), ("presenters",), ("chairs",)),
    ):
        found = [
            author
            for path in paths
            for value in values_at(record, path)
            for author in authors_of(value, complaints)
        ]
        if found:
            return list(dict.fromkeys(found))
    return []


def authors_of_scopus(record: dict[str, JSON], complaints: list[str]) -> list[Author]:
    """Return the authors of a Scopus entry, with the affiliations whose numbers they have.

    >>> lee = {"surname": "Lee", "given-name": "Ann", "afid": [{"$": "7"}]}
    >>> record = {"author": [lee], "affiliation": [{"afid": "7", "affilname": "Rye Mill"}]}
    >>> authors_of_scopus(record, [])[0].affiliations[0].raw
    'Rye Mill'
    """
    stated, listed = record.get("affiliation"), record.get("author")
    known = {
        text_of(item.get("afid")): places_of(item, complaints)
        for item in (stated if isinstance(stated, list) else [])
        if isinstance(item, dict)
    }
    found = []
    for item in listed if isinstance(listed, list) else []:
        numbers = texts_of(item.get("afid")) if isinstance(item, dict) else []
        places = tuple(place for number in numbers for place in known.get(number, ()))
        found += [
            replace(author, affiliations=author.affiliations or places)
            for author in authors_of([item], complaints)
        ]
    return found
