"""Surnames that a work cites alone: "Shamir (2016)" names somebody, but is no node.

Whom it means is known where exactly one person of the corpus has that family name, the
name is rare, and the person has published at the time; else the mention stays as a word
of its document, without an entity.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from kg.datafiles import mapping
from kg.records import Extraction
from kg.resolution.clusters import Clusters, Finding
from kg.resolution.name_index import MentionPlace, NameNodes
from kg.text.names.group_authors import is_group
from kg.text.names.name_parts import PersonName

# A citation follows what it cites, and a career lasts.
_CAREER = 50  # years
_AHEAD = 1
# A corpus has few of those whom it cites: of so many bearers in 100,000 authors of a field,
# the one in it is mostly another. Below, of those read, 90 in 100 were right.
_SEVERAL = 10


class SurnamesRead(NamedTuple):
    """What became of bare surnames: the nodes that some mean, and those that stay words."""

    reassigned: dict[MentionPlace, int]
    unnamed: frozenset[MentionPlace]


def resolve_bare_surnames(
    extractions: Sequence[Extraction],
    nodes: NameNodes,
    parsed: Sequence[PersonName],
    clusters: Clusters,
    settled: Mapping[MentionPlace, int],
) -> SurnamesRead:
    """Read the surnames that nobody in their own document explains.

    Args:
        extractions: in document order.
        nodes: the names of people.
        parsed: the names of all nodes.
        clusters: of nodes; on names that a decision pins a person has decided.
        settled: mentions that their document explains (see `in_document`).
    """
    namesakes = _full_names(nodes, parsed)
    in_full = {clusters.find(node) for group in namesakes.values() for node in group}
    years = _years(extractions, nodes, clusters)
    reassigned: dict[MentionPlace, int] = {}
    unnamed: set[MentionPlace] = set()
    noted: set[tuple[int, int]] = set()
    for place, node in zip(nodes.places, nodes.node_at, strict=True):
        if place in settled or not _is_cited_alone(
            extractions, place, node, nodes, parsed
        ):
            continue
        if node in clusters.pinned or clusters.find(node) in in_full:
            continue
        year = extractions[place[0]].document.year
        meant = _only_namesake(
            parsed[node].words, namesakes, year, years=years, clusters=clusters
        )
        if meant is None or clusters.is_forbidden(node, meant):
            unnamed.add(place)
            continue
        reassigned[place] = meant
        if (node, meant) not in noted:
            noted.add((node, meant))
            clusters.note(_explain(node, meant))
    return SurnamesRead(reassigned, frozenset(unnamed))


def _is_cited_alone(
    extractions: Sequence[Extraction],
    place: MentionPlace,
    node: int,
    nodes: NameNodes,
    parsed: Sequence[PersonName],
) -> bool:
    """Tell whether a mention is a surname that is no author's of its document."""
    mention = extractions[place[0]].mentions[place[1]]
    own = mention.role == "author" or is_group(nodes.names[node])
    return parsed[node].bare and not own


def _full_names(
    nodes: NameNodes, parsed: Sequence[PersonName]
) -> dict[tuple[str, ...], list[int]]:
    """Return the nodes with a given name, by the words of the family name."""
    found: dict[tuple[str, ...], list[int]] = {}
    for node, name in enumerate(parsed):
        if not name.bare:
            family = tuple(name.family.replace("-", " ").split())
            found.setdefault(family, []).append(node)
    return found


def _years(
    extractions: Sequence[Extraction], nodes: NameNodes, clusters: Clusters
) -> dict[int, tuple[int, int]]:
    """Return the first and last year in which each person is an author."""
    found: dict[int, tuple[int, int]] = {}
    for (number, position), node in zip(nodes.places, nodes.node_at, strict=True):
        extraction = extractions[number]
        year = extraction.document.year
        if year is not None and extraction.mentions[position].role == "author":
            person = clusters.find(node)
            first, last = found.get(person, (year, year))
            found[person] = min(first, year), max(last, year)
    return found


def _only_namesake(
    surname: Sequence[str],
    namesakes: Mapping[tuple[str, ...], Iterable[int]],
    year: int | None,
    *,
    years: Mapping[int, tuple[int, int]],
    clusters: Clusters,
) -> int | None:
    """Return a node of the one person who has the family name, and fits by year."""
    bearers = int(mapping("people/family_names").get("".join(surname), 0))
    if bearers >= _SEVERAL:
        return None
    people: dict[int, int] = {}
    for node in namesakes.get(tuple(surname), ()):
        people.setdefault(clusters.find(node), node)
    if len(people) != 1:
        return None
    ((person, node),) = people.items()
    first, last = years.get(person, (None, None))
    if year is None or first is None or last is None:
        return None
    return node if first - _AHEAD <= year <= last + _CAREER else None


def _explain(node: int, meant: int) -> Finding:
    """Return why a surname was read as a person's, for the reader."""
    reason = (
        "The corpus has one person of this rare surname, who published at the time."
    )
    return Finding(node, meant, "surname in the corpus", reason, 0.8)
