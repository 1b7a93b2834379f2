"""What is known of the bearer of a name besides it: papers, co-authors, places, topics.

Everything is counted by work, so that a paper read twice is no second proof.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from kg.datafiles import word_list
from kg.kinds import family_kinds
from kg.records import Document, Extraction, Mention
from kg.resolution.name_index import written
from kg.resolution.people.name_variants import form
from kg.text.folding import fold
from kg.text.names.name_parts import parse_name

# In a longer author list, having been in it together says little.
LARGEST_TEAM = 50
_SHORTEST_WORD = 4

# A co-author: the family name's last word, and the given names in one.
Colleague = tuple[str, str]
# A name in a work.
Unit = tuple[str, int]


_NOTHING: frozenset[Any] = frozenset()


@dataclass(slots=True)
class Profile:
    """What the works of one bearer say; `lines` are documents whose author line has
    them.

    Sets are never changed but replaced, so that profiles share them: a large corpus has
    a million.
    """

    works: Set[int] = _NOTHING
    lines: Set[int] = _NOTHING
    colleagues: Set[Colleague] = _NOTHING
    places: Set[str] = _NOTHING
    topics: Set[str] = _NOTHING
    years: Set[int] = _NOTHING


def profiles(
    extractions: Sequence[Extraction], works: Sequence[int]
) -> dict[Unit, Profile]:
    """Make a profile of each name in each work, in document order."""
    teams: dict[int, set[Colleague]] = {}
    topics: dict[int, set[str]] = {}
    for extraction, work in zip(extractions, works, strict=True):
        topics.setdefault(work, set()).update(_topics(extraction))
        authors = {written(m) for m in _people(extraction) if m.role == "author"}
        team = teams.setdefault(work, set())
        team.update(key for key in map(_colleague, authors) if key[1])
    made: dict[Unit, Profile] = {}
    for number, (extraction, work) in enumerate(zip(extractions, works, strict=True)):
        document = extraction.document
        own, line = frozenset([work]), frozenset([number])
        years = _NOTHING if document.year is None else frozenset([document.year])
        for mention in _people(extraction):
            name = written(mention)
            profile = made.get((name, work))
            if profile is None:
                profile = made[name, work] = Profile(own, topics=topics[work])
            if mention.role == "author" and len(teams[work]) <= LARGEST_TEAM:
                profile.colleagues = _others(teams[work], _colleague(name))
            profile.years = profile.years | years if profile.years else years
            if in_author_line(document, mention):
                profile.lines = profile.lines | line if profile.lines else line
        for link in extraction.links:
            bearer = made.get((written(link.source), work))
            if link.kind == "affiliation" and bearer is not None:
                place = fold(written(link.target))
                bearer.places = bearer.places | {place}
    return made


def topics_told(known: Iterable[Profile]) -> Counter[str]:
    """Count the works that have each topic."""
    told: dict[int, Set[str]] = {}
    for profile in known:
        for work in profile.works:
            told.setdefault(work, profile.topics)
    return Counter(topic for topics in told.values() for topic in topics)


def pooled(found: Iterable[Profile]) -> Profile:
    """Put together what is known of one bearer."""
    parts = list(found)
    if len(parts) == 1:
        return parts[0]
    return Profile(
        works=frozenset().union(*(part.works for part in parts)),
        lines=frozenset().union(*(part.lines for part in parts)),
        colleagues=frozenset().union(*(part.colleagues for part in parts)),
        places=frozenset().union(*(part.places for part in parts)),
        topics=frozenset().union(*(part.topics for part in parts)),
        years=frozenset().union(*(part.years for part in parts)),
    )


def in_author_line(document: Document, mention: Mention) -> bool:
    """Tell whether a mention stands where a source lists a document's authors."""
    if mention.field != "text":
        return mention.field.startswith("authors.")
    return any(
        section.start <= mention.start and mention.end <= section.end
        for section in document.sections
        if section.kind == "authors"
    )


def _others(team: Iterable[Colleague], own: Colleague) -> set[Colleague]:
    """Leave out the bearer, whom another record of the work may spell otherwise."""
    family, initial = own[0], own[1][:1]
    return {c for c in team if c[0] != family or c[1][:1] != initial}


def _people(extraction: Extraction) -> Iterator[Mention]:
    return (mention for mention in extraction.mentions if mention.kind == "person")


@lru_cache(maxsize=500_000)
def _colleague(name: str) -> Colleague:
    return form(parse_name(name)).colleague


def _topics(extraction: Extraction) -> set[str]:
    """Give the words of a title that say something, and the terms found."""
    title = fold(extraction.document.title or "").split()
    small = word_list("terms/function_words")
    told = {word for word in title if len(word) >= _SHORTEST_WORD and word not in small}
    kinds = family_kinds("term")
    terms = (written(m) for m in extraction.mentions if m.kind in kinds)
    return told | {fold(term) for term in terms}
