"""documents.jsonl: what was found, one document a line (FORMAT.md)."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from kg.content_hash import by_field
from kg.printable import printable_json
from kg.records import (
    Author,
    Entity,
    Extraction,
    InstitutionFacts,
    Mention,
    PersonFacts,
    Resolution,
    Work,
)

# A person who is both cited and an author is an author.
_STRENGTH = {"author": 0, "cited": 1, "mentioned": 2, None: 3}
_RELATIONS = ("used_for", "such_as", "evaluated_on", "compared_with")
# Facts that resolution needs, and that a reader of the file does not.
_INTERNAL = ("parent_ror", "ancestors", "doubted")


def generate(
    extractions: Sequence[Extraction], resolution: Resolution
) -> Iterator[str]:
    """Yield a JSON object a document, in the order given.

    Example:
        >>> from kg.records import Document, Extraction, Mention
        >>> document = Document("d1", "talks.txt", "Ada Byron", ())
        >>> said = Extraction(document, (Mention(0, 9, "person", "Ada Byron", "Ada Byron"),))
        >>> known = Resolution((), (("person:ada-byron",),), ("work:d1",), ((),))
        >>> import json
        >>> json.loads(next(generate([said], known)))["persons"][0]["entity"]
        'person:ada-byron'
    """
    entities = {entity.id: entity for entity in resolution.entities}
    data_sets = {entity.id for entity in resolution.entities if entity.is_data_set}
    for number, extraction in enumerate(extractions):
        named, work = resolution.mentions[number], resolution.documents[number]
        entity_of = dict(zip(extraction.mentions, named, strict=True))
        persons = _persons(extraction.mentions, named, entities)
        line = {
            **_record(extraction),
            "work": work,
            "mentions": _mentions(extraction.mentions, named),
            "persons": persons,
            "institutions": _institutions(extraction.mentions, named, entities),
            "affiliations": _affiliations(extraction, persons, entity_of, entities),
            "works": [_work(work) for work in extraction.works],
            "abbreviations": _abbreviations(extraction),
            "relations": _relations(extraction, entity_of, work, data_sets),
        }
        yield printable_json(line)


def write(
    extractions: Sequence[Extraction], resolution: Resolution, path: Path
) -> None:
    """Write documents.jsonl to `path`.

    Example:
        >>> write([], Resolution((), (), (), ()), Path("documents.jsonl"))
        >>> Path("documents.jsonl").read_text()
        ''
    """
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for line in generate(extractions, resolution):
            file.write(line + "\n")


def _record(extraction: Extraction) -> dict[str, Any]:
    document = extraction.document
    return {
        "id": document.id,
        "source": document.source,
        "first_line": document.first_line,
        "last_line": document.last_line,
        "text": document.text,
        "title": document.title,
        "venue": document.venue,
        "year": document.year,
        "doi": document.doi,
        "msc": list(document.msc),
        "keywords": list(document.keywords),
        "authors": [_author(author) for author in document.authors],
        "subjects": [subject._asdict() for subject in document.subjects],
        "ids": dict(document.ids),
        "references": list(document.references),
        "type": document.type,
        "language": document.language,
    }


def _author(author: Author) -> dict[str, Any]:
    """Return an author as the record states them, without what it does not say."""
    places = [by_field(place) for place in author.affiliations]
    affiliations = [{k: v for k, v in place.items() if v} for place in places]
    known = {**by_field(author), "affiliations": affiliations}
    return {name: value for name, value in known.items() if value}


def _mentions(
    mentions: Sequence[Mention], named: Sequence[str | None]
) -> list[dict[str, Any]]:
    found = []
    for mention, entity in zip(mentions, named, strict=True):
        if mention.field != "text":  # offsets would not count in the line's text
            continue
        entry: dict[str, Any] = {
            "start": mention.start,
            "end": mention.end,
            "kind": mention.kind,
            "surface": mention.surface,
        }
        if mention.role is not None:
            entry["role"] = mention.role
        found.append({**entry, "entity": entity, "score": round(mention.score, 4)})
    return found


def _persons(
    mentions: Sequence[Mention],
    named: Sequence[str | None],
    entities: Mapping[str, Entity],
) -> list[dict[str, Any]]:
    """List each person once, in the strongest role and as first written in it.

    With the ORCID of the entity, where one is known.
    """
    # A person without an entity of their own is known by name alone.
    strongest: dict[str, tuple[int, dict[str, Any]]] = {}
    for mention, entity in zip(mentions, named, strict=True):
        if mention.kind != "person":
            continue
        rank = _STRENGTH[mention.role]
        key = entity or mention.name
        if key not in strongest or rank < strongest[key][0]:
            entry = {
                "surface": mention.surface,
                "name": mention.name,
                "role": mention.role,
                "entity": entity,
            }
            known = entities.get(entity or "")
            strongest[key] = (rank, entry | _facts(known.facts if known else None))
    return [entry for _, entry in strongest.values()]


def _institutions(
    mentions: Sequence[Mention],
    named: Sequence[str | None],
    entities: Mapping[str, Entity],
) -> list[dict[str, Any]]:
    """List each institution once, as first written, with what is known of it."""
    found: dict[str, dict[str, Any]] = {}
    for mention, entity in zip(mentions, named, strict=True):
        if mention.kind == "institution":
            name = entities[entity].name if entity else mention.name
            entry = {"surface": mention.surface, "name": name, "entity": entity}
            facts = entities[entity].facts if entity else mention.facts
            found.setdefault(entity or name, entry | _facts(facts))
    return list(found.values())


def _facts(facts: InstitutionFacts | PersonFacts | None) -> dict[str, Any]:
    """Return what is known of an institution or a person, without what is not."""
    known = {} if facts is None else facts._asdict()
    return {k: value for k, value in known.items() if value and k not in _INTERNAL}


def _affiliations(
    extraction: Extraction,
    persons: Sequence[Mapping[str, Any]],
    entity_of: Mapping[Mention, str | None],
    entities: Mapping[str, Entity],
) -> list[dict[str, str]]:
    """List which person is of which institution, each pair once."""
    names = {entry["entity"]: entry["name"] for entry in persons}
    # As `persons` and `institutions` call them, so that readers can join by name. The
    # keys of a dictionary are a set that keeps its order.
    pairs: dict[tuple[str, str], None] = {}
    for link in extraction.links:
        if link.kind == "affiliation":
            person, institution = (entity_of[end] for end in link.ends)
            name = entities[institution].name if institution else link.target.name
            pairs[names.get(person, link.ends[0].name), name] = None
    return [{"person": person, "institution": place} for person, place in pairs]


def _abbreviations(extraction: Extraction) -> list[list[str]]:
    pairs = {
        tuple(end.surface for end in link.ends): None
        for link in extraction.links
        if link.kind == "abbreviation"
    }
    return [list(pair) for pair in pairs]


def _relations(
    extraction: Extraction,
    entity_of: Mapping[Mention, str | None],
    work: str,
    data_sets: Collection[str | None],
) -> list[dict[str, Any]]:
    """List what the text says of two terms, or of its work and one, with the words.

    Only data sets are evaluated on.
    """
    return [
        {
            "kind": link.kind,
            "source": work if link.source is None else entity_of[link.source],
            "target": entity_of[link.target],
            "start": link.start,
            "end": link.end,
            "score": link.score,
        }
        for link in extraction.links
        if link.kind in _RELATIONS
        and (link.kind != "evaluated_on" or entity_of[link.target] in data_sets)
    ]


def _work(work: Work) -> dict[str, Any]:
    """Give a work's known fields only, as the gold does."""
    fields = {
        "title": work.title,
        "authors": list(work.authors),
        "venue": work.venue,
        "year": work.year,
        "id": work.id,
    }
    return {name: value for name, value in fields.items() if value}
