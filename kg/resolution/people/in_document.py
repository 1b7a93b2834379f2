"""Mentions that only their own document explains: bare surnames, names split wrongly.

"Eldan" is Ronen Eldan where the same page names him and no other Eldan; elsewhere it is
a node of its own. Such a mention is moved, its name is not joined.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from kg.records import Extraction
from kg.resolution.clusters import Clusters, Finding
from kg.resolution.name_index import Nodes, Place, written
from kg.resolution.people.profiles import in_author_line
from kg.text.names.name_parts import PersonName


def explain_in_document(
    extractions: Sequence[Extraction],
    nodes: Nodes,
    parsed: Sequence[PersonName],
    clusters: Clusters,
) -> dict[Place, int]:
    """Give the mentions that mean another name of their document, and which."""
    words = [name.words for name in parsed]
    moved: dict[Place, int] = {}
    noted: set[tuple[int, int]] = set()
    for number, extraction in enumerate(extractions):
        people = {
            position: node
            for position, mention in enumerate(extraction.mentions)
            if mention.kind == "person"
            and (node := nodes.node_in(written(mention), number)) is not None
        }
        full = sorted({node for node in people.values() if not parsed[node].bare})
        listed = _listed(extraction, people)
        line = sorted(set(listed.values()))
        for position, node in people.items() if full else ():
            if parsed[node].bare:
                meant = _bearer(node, full, words, clusters)
            elif position in listed:
                meant = _unsplit(node, line, words)
            else:
                continue
            if meant is None or node in clusters.pinned:
                continue
            if clusters.find(node) == clusters.find(meant) or clusters.forbidden(
                node, meant
            ):
                continue
            moved[number, position] = meant
            if (node, meant) not in noted:
                noted.add((node, meant))
                clusters.note(_finding(node, meant, extraction, parsed))
    return moved


def _listed(extraction: Extraction, people: dict[int, int]) -> dict[int, int]:
    """Keep the people of the author line."""
    return {
        position: node
        for position, node in people.items()
        if in_author_line(extraction.document, extraction.mentions[position])
    }


def _bearer(
    node: int,
    full: Iterable[int],
    words: Sequence[Sequence[str]],
    clusters: Clusters,
) -> int | None:
    """Find the one person of the document who has the surname."""
    surname = words[node]
    bearers: dict[int, int] = {}
    for other in full:
        if surname and words[other][-len(surname) :] == surname:
            bearers.setdefault(clusters.find(other), other)
    return next(iter(bearers.values())) if len(bearers) == 1 else None


def _unsplit(
    node: int, listed: Iterable[int], words: Sequence[Sequence[str]]
) -> int | None:
    """Find the longer name of an author line of which `node` is a scrambled part.

    "Enrich, Carles Domingo, Carles, Domingo" is one Carles Domingo-Enrich, cut wrongly:
    no one has the same names as a co-author in another order. In the same order
    (Maria García, Maria García López) it may be two people.
    """
    part = words[node]
    if len(part) < 2 or min(map(len, part)) < 2:
        return None
    found = [
        other
        for other in listed
        if len(words[other]) > len(part)
        and set(part) < set(words[other])
        and Counter(part) < Counter(words[other])
        and not _in_order(part, words[other])
    ]
    return found[0] if len(found) == 1 else None


def _in_order(part: Sequence[str], whole: Sequence[str]) -> bool:
    rest = iter(whole)
    return all(word in rest for word in part)


def _finding(
    node: int, meant: int, extraction: Extraction, parsed: Sequence[PersonName]
) -> Finding:
    document = extraction.document.id
    if parsed[node].bare:
        reason = f"The surname fits one person of the document {document} only."
        return Finding(node, meant, "surname in its document", reason, 0.9)
    reason = f"The author line of {document} has parts of one name twice."
    return Finding(node, meant, "split name", reason, 0.85)
