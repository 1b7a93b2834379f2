"""Which term is broader: "neural network" than "recurrent neural network".

What a term is without its first words names what it is a kind of (see
heads.py). Such a remainder counts where the corpus speaks of it as a term of its own.
"""

from collections import Counter
from collections.abc import Container, Mapping, Set
from types import MappingProxyType

from kg.resolution.clusters import Clusters
from kg.resolution.name_index import NameNodes
from kg.resolution.terms.heads import head_key, heads

# A head that rarely stands alone ("model", "algorithm") is no term by itself: of one
# word, it must do so in a tenth as many works as it would be broader than terms.
_NARROWER_A_WORK = 10


def broader_terms(
    nodes: NameNodes,
    clusters: Clusters,
    works: Mapping[int, Set[int]],
    *,
    dominant: Mapping[int, int] = MappingProxyType({}),
    exceptions: Container[int] = frozenset(),
) -> dict[int, int]:
    """Return for each term the narrowest one that is broader, by head.

    Args:
        nodes: the names of terms.
        clusters: which of them are one term.
        works: for each cluster that a mention names, the works that do so.
        dominant: for a cluster of short forms, that of their dominant sense.
        exceptions: nodes with a short form in them that has another sense there.

    Returns:
        For each cluster that has a broader one, that one. No chain leads back to where
        it began.
    """
    known = _clusters_by_head_key(nodes, clusters, works, dominant)
    found: dict[int, tuple[int, int]] = {}
    for node, name in enumerate(nodes.names):
        cluster = clusters.find(node)
        if cluster not in works or node in exceptions:
            continue
        for length, key in heads(name):
            broad = known.get(key)
            if broad is not None and broad != cluster:
                # Of what an entity's names say, the narrowest counts.
                best = max(found.get(cluster, (0, 0)), (length, -broad))
                found[cluster] = best
                break
    broader = {narrow: -best[1] for narrow, best in found.items()}
    return _without_cycles(_drop_dependent_heads(broader, found, works))


def _clusters_by_head_key(
    nodes: NameNodes,
    clusters: Clusters,
    works: Mapping[int, Set[int]],
    dominant: Mapping[int, int],
) -> dict[str, int]:
    """Return the cluster that a key names: of a short form, that of its dominant sense."""
    known: dict[str, int] = {}
    for node, name in enumerate(nodes.names):
        cluster = clusters.find(node)
        cluster = dominant.get(cluster, cluster)
        if cluster in works:
            known.setdefault(head_key(name), cluster)
    return known


def _drop_dependent_heads(
    broader: Mapping[int, int],
    found: Mapping[int, tuple[int, int]],
    works: Mapping[int, Set[int]],
) -> dict[int, int]:
    """Return what is left without heads of one word that hardly ever stand alone."""
    narrower = Counter(broader.values())
    return {
        narrow: broad
        for narrow, broad in broader.items()
        if found[narrow][0] > 1
        or len(works[broad]) * _NARROWER_A_WORK >= narrower[broad]
    }


def _without_cycles(broader: Mapping[int, int]) -> dict[int, int]:
    """Return what is left without cycles: abbreviations may make names of a term odd."""
    kept: dict[int, int] = {}
    for narrow in sorted(broader):
        at: int | None = broader[narrow]
        while at is not None and at != narrow:
            at = kept.get(at)
        if at is None:
            kept[narrow] = broader[narrow]
    return kept
