"""The distinct names of one kind of entity, and where each of them stands.

A name is written many times and compared once: all of resolution works on these nodes.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple, TypeVar

from kg.records import Extraction, InstitutionFacts, Mention, PersonFacts
from kg.resolution.clusters import Clusters
from kg.text.folding import fold

# Where a mention stands: its extraction and its position among that one's mentions.
MentionPlace = tuple[int, int]
BlockKey = TypeVar("BlockKey")
# Which of several homonyms a name means in an extraction; None: it has one node.
HomonymKey = Callable[[str, int, Mention], Hashable | None]


@dataclass(frozen=True, slots=True)
class NameNodes:
    """Distinct names in the order in which documents first bring them.

    `places` lists, in document order, where a name stands, and `node_at` its node
    there; `node_of` leads back from a name.
    Homonyms are several nodes, of some documents each: then `node_of_part` leads back
    from the name and an extraction, and `first_documents` has the id of the document
    in which a node stands first.
    """

    names: list[str] = field(default_factory=list)
    places: list[MentionPlace] = field(default_factory=list)
    node_at: list[int] = field(default_factory=list)
    node_of: dict[str, int] = field(default_factory=dict)
    node_of_part: dict[tuple[str, int], int] = field(default_factory=dict)
    first_documents: dict[int, str] = field(default_factory=dict)

    def add(self, name: str, place: MentionPlace) -> int:
        """Record that `name` stands at `place`, and return its node."""
        node = self.node_of.get(name)
        if node is None:
            node = self.node_of[name] = self._add_node(name)
        self.places.append(place)
        self.node_at.append(node)
        return node

    def add_homonym(
        self, name: str, place: MentionPlace, node: int | None, home: str
    ) -> int:
        """Record that a homonym stands at `place`: the node given, or a new one."""
        if node is None:
            node = self._add_node(name)
            self.first_documents[node] = home
        self.node_of_part[name, place[0]] = node
        self.places.append(place)
        self.node_at.append(node)
        return node

    def _add_node(self, name: str) -> int:
        """Return a new node of a name."""
        self.names.append(name)
        return len(self.names) - 1

    def node_in(self, name: str, document: int) -> int | None:
        """Return the node that a name has in an extraction, if any."""
        node = self.node_of_part.get((name, document))
        return self.node_of.get(name) if node is None else node

    def handle(self, node: int) -> str:
        """Return a node's name, with a document where it has homonyms."""
        home = self.first_documents.get(node)
        return self.names[node] if home is None else f"{self.names[node]}@{home}"


class NameReading(NamedTuple):
    """What stands in a text for a node and is no name of it, and the rule that says so.

    `surface` is the wording, `reason` a sentence.
    """

    node: int
    surface: str
    rule: str
    reason: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one kind's rules concluded.

    `reassigned` holds the mentions that name another node than their own words would: a
    bare surname that its document explains, a short form that its document defines.
    `short_forms` are names that label an entity only where it has no other. `broader`
    leads from a cluster to the one of a broader term, or of what an institution is a
    part of. `facts` are those of an institution or a person, by cluster. `readings` are
    other wordings that name a node. `unnamed` mentions name nothing that is a node.
    """

    clusters: Clusters
    reassigned: dict[MentionPlace, int] = field(default_factory=dict)
    short_forms: frozenset[int] = frozenset()
    broader: dict[int, int] = field(default_factory=dict)
    facts: Mapping[int, InstitutionFacts | PersonFacts] = field(default_factory=dict)
    readings: Sequence[NameReading] = ()
    unnamed: frozenset[MentionPlace] = frozenset()


def collect_names(
    extractions: Sequence[Extraction],
    *,
    kinds: Iterable[str],
    homonym_key: HomonymKey = lambda name, number, mention: None,
) -> NameNodes:
    """Collect the names of all mentions of `kinds`, in order.

    Args:
        extractions: in document order.
        kinds: of the mentions.
        homonym_key: tells, of a name, an extraction's number and the mention, which of
            several homonyms is meant; None where the name is one node throughout the
            corpus.
    """
    wanted = frozenset(kinds)
    nodes = NameNodes()
    parts: dict[tuple[str, Hashable], int] = {}
    for number, extraction in enumerate(extractions):
        for position, mention in enumerate(extraction.mentions):
            if mention.kind not in wanted:
                continue
            name, place = mention_name(mention), (number, position)
            key = homonym_key(name, number, mention)
            if key is None:
                nodes.add(name, place)
            else:
                known = parts.get((name, key))
                home = extraction.document.id
                parts[name, key] = nodes.add_homonym(name, place, known, home)
    return nodes


def mention_name(mention: Mention) -> str:
    """Return the name that a mention goes by: its normal form, or what stands there."""
    return mention.name.strip() or mention.surface.strip()


def group_names(
    nodes: NameNodes, key: Callable[[str], BlockKey | None]
) -> dict[BlockKey, list[int]]:
    """Group nodes by a key of their name; names without a key are left out.

    Args:
        nodes: of names.
        key: of a name; None keeps it out of all groups.
    """
    found: dict[BlockKey, list[int]] = {}
    for node, name in enumerate(nodes.names):
        made = key(name)
        if made is not None:
            found.setdefault(made, []).append(node)
    return found


def name_lookup(
    nodes: NameNodes,
    *keys: Callable[[str], Hashable],
    surfaces: Mapping[str, list[int]] = MappingProxyType({}),
) -> Callable[[str], list[int]]:
    """Return a look-up of nodes by exact name or, where none has it, by folded name.

    Further `keys` are tried in turn, the first that finds any decides; then what stands
    in texts (`surfaces`, folded). A name that a decision binds to a document
    ("J. Smith@doc:1") has its node in that document alone.
    """
    all_keys: tuple[Callable[[str], Hashable], ...] = (fold, *keys)
    indexes: list[dict[Hashable, list[int]]] = []

    def look_up(name: str) -> list[int]:
        if not indexes:
            exact: dict[Hashable, list[int]] = {}
            for node, own in enumerate(nodes.names):
                exact.setdefault(own, []).append(node)
            indexes.append(exact)
            indexes.extend(dict(group_names(nodes, key)) for key in all_keys)
        plain, at, home = name.partition("@")
        if home.strip() or not at:
            for known, key in zip(indexes, (_identity, *all_keys), strict=True):
                if found := known.get(key(name)):
                    return found
        if not at:
            return surfaces.get(fold(name), [])
        homonyms = (
            node
            for known, key in zip(indexes, (_identity, *all_keys), strict=True)
            for node in known.get(key(plain), ())
            if nodes.first_documents.get(node) == home.strip()
        )
        return sorted(set(homonyms))

    return look_up


def _identity(name: str) -> Hashable:
    """Return a name as it is: the first key that a look-up tries."""
    return name
