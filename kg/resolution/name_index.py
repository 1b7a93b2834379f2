"""The distinct names of one kind of entity, and where each of them stands.

A name is written many times and compared once: all of resolution works on these nodes.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TypeVar

from kg.records import Extraction, Mention
from kg.resolution.clusters import Clusters
from kg.text.folding import fold

# Where a mention stands: its extraction and its position among that one's mentions.
Place = tuple[int, int]
Key = TypeVar("Key")
# Which part of a name's mentions is a node of its own; None: all the rest are one.
Part = Callable[[str, int], Hashable | None]


@dataclass(frozen=True, slots=True)
class Nodes:
    """Distinct names in the order in which documents first bring them.

    `places` lists, in document order, where a name stands, and `standing_at` its node
    there; `node_of` leads back from a name.
    A name may be several nodes, of some documents each: then `standing` leads back from
    the name and an extraction, and `homes` has the id of a node's first document.
    """

    names: list[str] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    standing_at: list[int] = field(default_factory=list)
    node_of: dict[str, int] = field(default_factory=dict)
    standing: dict[tuple[str, int], int] = field(default_factory=dict)
    homes: dict[int, str] = field(default_factory=dict)

    def add(self, name: str, place: Place) -> int:
        """Note that `name` stands at `place`, and give its node."""
        node = self.node_of.get(name)
        if node is None:
            node = self.node_of[name] = self._new(name)
        self.places.append(place)
        self.standing_at.append(node)
        return node

    def add_part(self, name: str, place: Place, node: int | None, home: str) -> int:
        """Note that `name` stands at `place`, in a node of its own or the one given."""
        if node is None:
            node = self._new(name)
            self.homes[node] = home
        self.standing[name, place[0]] = node
        self.places.append(place)
        self.standing_at.append(node)
        return node

    def _new(self, name: str) -> int:
        self.names.append(name)
        return len(self.names) - 1

    def node_in(self, name: str, document: int) -> int | None:
        """Give the node that a name has in an extraction, if any."""
        node = self.standing.get((name, document))
        return self.node_of.get(name) if node is None else node

    def handle(self, node: int) -> str:
        """Give a node's name, with its document where the name is several nodes."""
        home = self.homes.get(node)
        return self.names[node] if home is None else f"{self.names[node]}@{home}"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one kind's rules concluded.

    `moved` holds the mentions that name another node than their own words would: a bare
    surname that its document explains, a short form that its document defines.
    `short_forms` are names that label an entity only where it has no other. `broader`
    leads from a cluster to the one of a broader term.
    """

    clusters: Clusters
    moved: dict[Place, int] = field(default_factory=dict)
    short_forms: frozenset[int] = frozenset()
    broader: dict[int, int] = field(default_factory=dict)


def collect(
    extractions: Sequence[Extraction],
    *,
    kinds: Iterable[str],
    part: Part = lambda name, number: None,
) -> Nodes:
    """Collect the names of all mentions of `kinds`, in order.

    Args:
        extractions: in document order.
        kinds: of the mentions.
        part: says, of a name and an extraction's number, which of several nodes of that
            name is meant; None where it is one node throughout the corpus.
    """
    wanted = frozenset(kinds)
    nodes = Nodes()
    parts: dict[tuple[str, Hashable], int] = {}
    for number, extraction in enumerate(extractions):
        for position, mention in enumerate(extraction.mentions):
            if mention.kind not in wanted:
                continue
            name, place = written(mention), (number, position)
            key = part(name, number)
            if key is None:
                nodes.add(name, place)
            else:
                known = parts.get((name, key))
                home = extraction.document.id
                parts[name, key] = nodes.add_part(name, place, known, home)
    return nodes


def written(mention: Mention) -> str:
    """Give the name that a mention goes by: its normal form, or what stands there."""
    return mention.name.strip() or mention.surface.strip()


def buckets(nodes: Nodes, key: Callable[[str], Key | None]) -> dict[Key, list[int]]:
    """Group nodes by a key of their name; names without a key are left out."""
    found: dict[Key, list[int]] = {}
    for node, name in enumerate(nodes.names):
        made = key(name)
        if made is not None:
            found.setdefault(made, []).append(node)
    return found


def by_name(
    nodes: Nodes,
    *keys: Callable[[str], Hashable],
    surfaces: Mapping[str, list[int]] = MappingProxyType({}),
) -> Callable[[str], list[int]]:
    """Give a look-up of nodes by exact name or, where nobody is called that, folded.

    Further `keys` are tried in turn, the first that finds any decides; then what stands
    in texts (`surfaces`, folded). A name that a decision binds to a document has its
    node in that document alone.
    """
    tried: tuple[Callable[[str], Hashable], ...] = (fold, *keys)
    alike: list[dict[Hashable, list[int]]] = []

    def look_up(name: str) -> list[int]:
        if not alike:
            exact: dict[Hashable, list[int]] = {}
            for node, own in enumerate(nodes.names):
                exact.setdefault(own, []).append(node)
            alike.append(exact)
            alike.extend(dict(buckets(nodes, key)) for key in tried)
        plain, at, home = name.partition("@")
        if home.strip() or not at:
            for known, key in zip(alike, (_itself, *tried), strict=True):
                if found := known.get(key(name)):
                    return found
        if not at:
            return surfaces.get(fold(name), [])
        bearers = (
            node
            for known, key in zip(alike, (_itself, *tried), strict=True)
            for node in known.get(key(plain), ())
            if nodes.homes.get(node) == home.strip()
        )
        return sorted(set(bearers))

    return look_up


def _itself(name: str) -> Hashable:
    return name
