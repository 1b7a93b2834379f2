"""Names of one data set, with and without a word that says what it is: GLUE benchmark."""

from collections.abc import Container, Iterator, Sequence

from kg.records import Extraction
from kg.resolution.clusters import Clusters, Finding
from kg.resolution.name_index import NameNodes
from kg.resolution.terms.data_set_names import read_data_set_name
from kg.resolution.terms.data_sets import Group, find_data_sets
from kg.resolution.terms.same_term_wordings import first_by_key
from kg.resolution.terms.term_normal_form import term_key


def join_data_set_names(
    extractions: Sequence[Extraction],
    nodes: NameNodes,
    clusters: Clusters,
    senses: Container[int],
) -> None:
    """Join "CIFAR-10 dataset" with CIFAR-10 where the corpus speaks of a data set.

    Args:
        extractions: in document order.
        nodes: of terms.
        clusters: of nodes, which grow.
        senses: clusters of short forms, which may mean something else here and there.
    """
    pairs = [
        (clusters.find(bare), clusters.find(node), bare, node)
        for bare, node in _headed_pairs(nodes)
        if clusters.find(bare) not in senses
    ]
    group_of = {headed: bare for bare, headed, *_ in pairs if headed != bare}
    groups: list[list[Group | None]] = [[None] * len(e.mentions) for e in extractions]
    for (number, position), node in zip(nodes.places, nodes.node_at, strict=True):
        cluster = clusters.find(node)
        groups[number][position] = group_of.get(cluster, cluster)
    found = find_data_sets(extractions, groups)
    reason = "Both name a data set, as the corpus speaks of it."
    for cluster, _, bare, node in pairs:
        if cluster in found:
            clusters.join(Finding(bare, node, "name of a data set", reason, 0.95))


def _headed_pairs(nodes: NameNodes) -> Iterator[tuple[int, int]]:
    """Yield pairs of a name that has no head, and of it with one that adds nothing.

    The letters have to be the same: EDGeS are not several EDGE. A name whose letters are
    those of any words ("Sentence Matching") needs a head in the singular.
    """
    first = first_by_key(nodes)
    for node, name in enumerate(nodes.names):
        read = read_data_set_name(name)
        if read is None or not read.names_the_same or read.is_phrase:
            continue
        bare = first.get(term_key(read.stem).joined)
        one = read.is_marked or (" " in read.stem and not read.is_plural)
        if (
            bare is not None
            and one
            and _letters(nodes.names[bare]) == _letters(read.stem)
        ):
            yield bare, node


def _letters(name: str) -> str:
    """Return the letters and digits of a name, whatever the capitals."""
    return "".join(filter(str.isalnum, name)).casefold()
