"""Which institution another one is a part of: a lab, a school, a hospital of it.

What a registry or our table says, and names that begin with that of a university: "Oslo
University Hospital".
"""

from collections.abc import Mapping, Sequence
from itertools import accumulate
from types import MappingProxyType

from kg.datafiles import word_list
from kg.institutions.table import name_key, parents_of, row_named, without_country
from kg.records import InstitutionFacts
from kg.resolution.clusters import Clusters
from kg.resolution.name_index import NameNodes


def find_wholes(
    nodes: NameNodes,
    clusters: Clusters,
    facts: Mapping[int, InstitutionFacts],
    surfaces: Mapping[str, Sequence[int]] = MappingProxyType({}),
) -> dict[int, int]:
    """Return the cluster that each part belongs to, where the corpus has that.

    Args:
        nodes: the names of institutions.
        clusters: which of them are one institution.
        facts: what is known of each cluster, by its root.
        surfaces: the nodes that a text calls so, where their names are others.
    """
    by_key = _by_name(nodes, clusters, surfaces)
    by_id = {each.ror: root for root, each in facts.items() if each.ror}
    wholes: dict[int, int] = {}
    for node, name in enumerate(nodes.names):
        root = clusters.find(node)
        own = facts.get(root, InstitutionFacts())
        above = [by_id.get(id_) for id_ in (own.parent_ror, *own.ancestors) if id_]
        above += [by_key.get(name_key(each)) for each in _parents(name, own)]
        if own.ror is None:
            above.append(_by_beginning(name, by_key))
        for whole in above:
            if whole not in (None, root) and wholes.get(whole) != root:
                wholes.setdefault(root, whole)
    return wholes


def _parents(name: str, facts: InstitutionFacts) -> list[str]:
    """Return the names of what an institution belongs to, the nearest first."""
    told = [facts.parent] if facts.parent else []
    named = filter(None, map(row_named, (name, *told)))
    return [*told, *(each for one in named for each in parents_of(one))]


def _by_name(
    nodes: NameNodes, clusters: Clusters, surfaces: Mapping[str, Sequence[int]]
) -> dict[str, int]:
    """Return the cluster of each name, then by what else it alone is called.

    That is our table's name, that of a registry without its country ("Google (United
    States)"), and what a text calls it.
    """
    found: dict[str, int] = {}
    for node, name in enumerate(nodes.names):
        found.setdefault(name_key(name), clusters.find(node))
    others: dict[str, set[int]] = {}
    for node, name in enumerate(nodes.names):
        for other in (without_country(name), row_named(name)):
            if other is not None:
                others.setdefault(name_key(other), set()).add(clusters.find(node))
    for surface, own in surfaces.items():
        others.setdefault(name_key(surface), set()).update(map(clusters.find, own))
    return {key: min(own) for key, own in others.items() if len(own) == 1} | found


def _by_beginning(name: str, by_key: Mapping[str, int]) -> int | None:
    """Return the university that a name begins with, if a part of it follows."""
    words = name_key(name).split()
    starts = list(accumulate(words, lambda before, word: f"{before} {word}"))
    for length in range(len(words) - 1, 1, -1):
        start, rest = starts[length - 1], words[length:]
        if "university" in words[:length] and start in by_key:
            return (
                None
                if word_list("institutions/part_words").isdisjoint(rest)
                else by_key[start]
            )
    return None
