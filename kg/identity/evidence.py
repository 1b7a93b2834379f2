"""What two names have in common besides their letters: papers, co-authors, places."""

from collections.abc import Hashable, Iterator, Sequence
from itertools import combinations

from kg.identity.clusters import Clusters
from kg.identity.names import initials_only, letters, parse
from kg.identity.nodes import Nodes, written
from kg.records import Document, Extraction, Mention
from kg.text.reading import folded

# In a longer author list, having been in it together says little.
LARGEST_TEAM = 50
# In a longer one, two co-authors known by initials may both be others than they were.
_SMALL_TEAM = 10


class Evidence:
    """Looks up, for people's clusters as they stand, what they share.

    Papers count by work, so that a paper read twice is no second proof, and one that
    spells an author in two ways is a strong one.
    """

    def __init__(
        self,
        extractions: Sequence[Extraction],
        works: Sequence[int],
        nodes: Nodes,
        clusters: Clusters,
    ) -> None:
        """Index who stands in which work, author line and institution."""
        size = len(nodes.names)
        self._nodes = nodes
        self._clusters = clusters
        self._works: list[set[int]] = [set() for _ in range(size)]
        self._lines: list[set[int]] = [set() for _ in range(size)]
        self._teams: dict[int, set[int]] = {}
        self._places: dict[int, set[str]] = {}
        for number, extraction in enumerate(extractions):
            self._read(number, works[number], extraction)

    def _read(self, number: int, work: int, extraction: Extraction) -> None:
        for mention in extraction.mentions:
            if mention.kind != "person":
                continue
            node = self._nodes.node_in(written(mention), number)
            if node is None:
                continue
            self._works[node].add(work)
            if mention.role == "author" and not parse(written(mention)).bare:
                self._teams.setdefault(work, set()).add(node)
            if in_author_line(extraction.document, mention):
                self._lines[node].add(number)
        for link in extraction.links:
            bearer = self._nodes.node_in(written(link.source), number)
            if link.kind == "affiliation" and bearer is not None:
                place = folded(written(link.target))
                self._places.setdefault(bearer, set()).add(place)

    def side_by_side(self, a: int, b: int) -> bool:
        """Tell whether one author line has both, which makes them two people."""
        return not self._of(self._lines, a).isdisjoint(self._of(self._lines, b))

    def shared(self, a: int, b: int) -> str:
        """Say in words what speaks for one person, or give an empty string."""
        works = self._of(self._works, a) & self._of(self._works, b)
        if works:
            return "both stand in the same paper or talk"
        colleagues = self._colleagues(a) & self._colleagues(b)
        if colleagues:
            name = self._nodes.names[min(colleagues)]
            return f"both have written with {name}"
        places = self._institutions(a) & self._institutions(b)
        return f"both were at {min(places)}" if places else ""

    def traces(self, node: int) -> Iterator[tuple[Hashable, str]]:
        """Yield what `node` alone may share with others, with the words for it.

        A co-author known by initials only is a trace once other works are known to have
        the same one; until then two such co-authors together are.
        """
        for work in sorted(self._works[node]):
            yield ("work", work), "both stand in the same paper or talk"
        teams = [self._teams.get(work, set()) for work in sorted(self._works[node])]
        for team in teams:
            if node not in team or len(team) > LARGEST_TEAM:
                continue
            others = sorted(team - {node})
            for other in others:
                words = f"both have written with {self._nodes.names[other]}"
                yield ("person", self._clusters.find(other)), words
            if len(team) <= _SMALL_TEAM:
                yield from self._pairs(others)
        for place in sorted(self._places.get(node, ())):
            yield ("place", place), f"both were at {place}"

    def _pairs(self, team: Sequence[int]) -> Iterator[tuple[Hashable, str]]:
        names = {parse(self._nodes.names[node]) for node in team}
        known = sorted(letters(name) for name in names if initials_only(name))
        for a, b in combinations(known, 2):
            shown = " and ".join(f"{'. '.join(x[0])}. {x[1].title()}" for x in (a, b))
            yield ("pair", a, b), f"both have written with {shown}"

    def _of(self, index: Sequence[set[int]], node: int) -> set[int]:
        return set().union(*(index[member] for member in self._clusters.members(node)))

    def _colleagues(self, node: int) -> set[int]:
        own = self._clusters.find(node)
        teams = (self._teams.get(work, ()) for work in self._of(self._works, node))
        found = {
            self._clusters.find(other)
            for team in teams
            if len(team) <= LARGEST_TEAM and not own_absent(team, own, self._clusters)
            for other in team
        }
        return found - {own}

    def _institutions(self, node: int) -> set[str]:
        members = self._clusters.members(node)
        return set().union(*(self._places.get(member, set()) for member in members))


def own_absent(team: set[int] | tuple[()], own: int, clusters: Clusters) -> bool:
    """Tell whether a person is cited in a work but not of its team."""
    return all(clusters.find(member) != own for member in team)


def in_author_line(document: Document, mention: Mention) -> bool:
    """Tell whether a mention stands where a source lists a document's authors."""
    if mention.field != "text":
        return mention.field.startswith("authors.")
    return any(
        section.start <= mention.start and mention.end <= section.end
        for section in document.sections
        if section.kind == "authors"
    )
