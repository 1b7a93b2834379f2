"""Which institution another one is a part of: a lab, a school, a hospital of it.

What a registry or our table says, and names that begin with that of a university: "Oslo
University Hospital".
"""

from collections.abc import Mapping
from itertools import accumulate

from kg.datafiles import word_list
from kg.institutions.table import name_key
from kg.records import InstitutionFacts
from kg.resolution.clusters import Clusters
from kg.resolution.name_index import NameNodes


def find_wholes(
    nodes: NameNodes, clusters: Clusters, facts: Mapping[int, InstitutionFacts]
) -> dict[int, int]:
    """Return the cluster that each part belongs to, where the corpus has that."""
    by_key: dict[str, int] = {}
    for node, name in enumerate(nodes.names):
        by_key.setdefault(name_key(name), clusters.find(node))
    by_id = {each.ror: root for root, each in facts.items() if each.ror}
    wholes: dict[int, int] = {}
    for node, name in enumerate(nodes.names):
        root = clusters.find(node)
        own = facts.get(root, InstitutionFacts())
        whole = by_id.get(own.parent_ror) if own.parent_ror else None
        if whole is None and own.parent:
            whole = by_key.get(name_key(own.parent))
        if whole is None and own.ror is None:
            whole = _by_beginning(name, by_key)
        if whole is not None and whole != root and wholes.get(whole) != root:
            wholes.setdefault(root, whole)
    return wholes


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
