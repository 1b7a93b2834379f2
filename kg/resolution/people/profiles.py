"""What a work says of an author besides the name: co-authors, institutions, topics.

Everything is counted by work, so that a paper read twice is no second proof.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from kg.datafiles import word_list
from kg.kinds import family_kinds
from kg.records import Document, Extraction, InstitutionFacts, Mention
from kg.resolution.name_index import mention_name
from kg.resolution.people.name_comparison_form import name_form
from kg.resolution.person_ids import PersonId, record_ids, record_rors
from kg.text.folding import fold
from kg.text.names.name_parts import parse_name

# In a longer author list, having been in it together says little.
LARGEST_TEAM = 50
_SHORTEST_WORD = 4

# A co-author: the family name's last word, and the given names in one.
Coauthor = tuple[str, str]
# A name in a work.
NameInWork = tuple[str, int]


_NONE: frozenset[Any] = frozenset()


@dataclass(slots=True)
class Profile:
    """What the works of one person say.

    `author_lines` are the documents whose author line has the name. Sets are never
    changed but replaced, so that profiles share them: a large corpus has a million.

    Attributes:
        works: numbers of the works that the profile is of.
        author_lines: numbers of documents.
        coauthors: of works of teams that are not too large.
        institutions: folded names, and ROR ids as "ROR 05dxps055".
        countries: in which these are, as far as it is known, by their codes.
        ids: as records give them; some may be slips (see `reliable_ids`).
        topics: words of titles and terms, folded.
        years: of the documents, where they are known.
    """

    works: Set[int] = _NONE
    author_lines: Set[int] = _NONE
    coauthors: Set[Coauthor] = _NONE
    institutions: Set[str] = _NONE
    countries: Set[str] = _NONE
    ids: Set[PersonId] = _NONE
    topics: Set[str] = _NONE
    years: Set[int] = _NONE


def build_profiles(
    extractions: Sequence[Extraction], works: Sequence[int]
) -> dict[NameInWork, Profile]:
    """Return a profile of each name in each work, in document order.

    Args:
        extractions: in document order; their numbers stand for documents.
        works: for each extraction the number of the work that it is a record of.
    """
    teams: dict[int, set[Coauthor]] = {}
    topics: dict[int, set[str]] = {}
    for extraction, work in zip(extractions, works, strict=True):
        topics.setdefault(work, set()).update(_document_topics(extraction))
        authors = {
            mention_name(m) for m in _person_mentions(extraction) if m.role == "author"
        }
        team = teams.setdefault(work, set())
        team.update(key for key in map(_coauthor_of, authors) if key[1])
    made: dict[NameInWork, Profile] = {}
    for number, (extraction, work) in enumerate(zip(extractions, works, strict=True)):
        own = frozenset([work])
        for mention in _person_mentions(extraction):
            name = mention_name(mention)
            profile = made.get((name, work))
            if profile is None:
                profile = made[name, work] = Profile(own, topics=topics[work])
            if mention.role == "author" and len(teams[work]) <= LARGEST_TEAM:
                profile.coauthors = _without_self(teams[work], _coauthor_of(name))
            _add_mention(profile, number, extraction.document, mention)
        for link in extraction.links:
            person = made.get((mention_name(link.ends[0]), work))
            if link.kind == "affiliation" and person is not None:
                place = fold(mention_name(link.target))
                person.institutions = person.institutions | {place}
                facts = link.target.facts
                if isinstance(facts, InstitutionFacts) and facts.country:
                    person.countries = person.countries | {facts.country}
    return made


def _add_mention(
    profile: Profile, number: int, document: Document, mention: Mention
) -> None:
    """Add what a document, by its number, says of someone it mentions."""
    if document.year is not None:
        profile.years = profile.years | {document.year}
    if is_in_author_line(document, mention):
        profile.author_lines = profile.author_lines | {number}
    if ids := record_ids(document, mention):
        profile.ids = profile.ids | ids
    if rors := record_rors(document, mention):
        profile.institutions = profile.institutions | rors


def count_topics(known: Iterable[Profile]) -> Counter[str]:
    """Return how many works have each topic."""
    topics_by_work: dict[int, Set[str]] = {}
    for profile in known:
        for work in profile.works:
            topics_by_work.setdefault(work, profile.topics)
    return Counter(topic for topics in topics_by_work.values() for topic in topics)


def pool_profiles(found: Iterable[Profile]) -> Profile:
    """Return what all profiles of one person say together."""
    parts = list(found)
    if len(parts) == 1:
        return parts[0]
    return Profile(
        works=frozenset().union(*(part.works for part in parts)),
        author_lines=frozenset().union(*(part.author_lines for part in parts)),
        coauthors=frozenset().union(*(part.coauthors for part in parts)),
        institutions=frozenset().union(*(part.institutions for part in parts)),
        countries=frozenset().union(*(part.countries for part in parts)),
        ids=frozenset().union(*(part.ids for part in parts)),
        topics=frozenset().union(*(part.topics for part in parts)),
        years=frozenset().union(*(part.years for part in parts)),
    )


def is_in_author_line(document: Document, mention: Mention) -> bool:
    """Tell whether a mention stands where a source lists a document's authors."""
    if mention.field != "text":
        return mention.field.startswith("authors.")
    return any(
        section.start <= mention.start and mention.end <= section.end
        for section in document.sections
        if section.kind == "authors"
    )


def _without_self(team: Iterable[Coauthor], own: Coauthor) -> set[Coauthor]:
    """Leave out the author, whom another record of the work may spell otherwise."""
    family, initial = own[0], own[1][:1]
    return {c for c in team if c[0] != family or c[1][:1] != initial}


def _person_mentions(extraction: Extraction) -> Iterator[Mention]:
    """Yield the mentions of people."""
    return (mention for mention in extraction.mentions if mention.kind == "person")


@lru_cache(maxsize=500_000)
def _coauthor_of(name: str) -> Coauthor:
    """Return what tells the person of a name as a co-author."""
    return name_form(parse_name(name)).coauthor_key


def _document_topics(extraction: Extraction) -> set[str]:
    """Return the words of a title, function words left out, and the terms found."""
    title = fold(extraction.document.title or "").split()
    small = word_list("terms/function_words")
    words = {
        word for word in title if len(word) >= _SHORTEST_WORD and word not in small
    }
    kinds = family_kinds("term")
    terms = (mention_name(m) for m in extraction.mentions if m.kind in kinds)
    return words | {fold(term) for term in terms}
