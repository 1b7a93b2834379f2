"""Mentions that only their own document explains: bare surnames, names split wrongly.

"Eldan" is Ronen Eldan where the same page names him and no other Eldan; elsewhere it is
a node of its own. Such a mention is reassigned, its name is not joined.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from kg.records import Extraction
from kg.resolution.clusters import Clusters, Finding
from kg.resolution.name_index import MentionPlace, NameNodes, mention_name
from kg.resolution.people.profiles import is_in_author_line
from kg.text.names.name_parts import PersonName


def resolve_in_document(
    extractions: Sequence[Extraction],
    nodes: NameNodes,
    parsed: Sequence[PersonName],
    clusters: Clusters,
) -> dict[MentionPlace, int]:
    """Return the mentions that mean another name of their document, and its node.

    Args:
        extractions: in document order.
        nodes: the names of people.
        parsed: the names of all nodes.
        clusters: of nodes; what they forbid is not reassigned.
    """
    words = [name.words for name in parsed]
    surnames = [own[-1:] for own in words]
    reassigned: dict[MentionPlace, int] = {}
    already_noted: set[tuple[int, int]] = set()
    for number, extraction in enumerate(extractions):
        people = {
            position: node
            for position, mention in enumerate(extraction.mentions)
            if mention.kind == "person"
            and (node := nodes.node_in(mention_name(mention), number)) is not None
        }
        full = sorted({node for node in people.values() if not parsed[node].bare})
        author_line = _author_line_people(extraction, people)
        by_surname = _by_word(full, surnames)
        line_by_word = _by_word(sorted(set(author_line.values())), words)
        for position, node in people.items() if full else ():
            if parsed[node].bare:
                namesakes = by_surname.get(words[node][-1], ()) if words[node] else ()
                meant = _only_person_with_surname(node, namesakes, words, clusters)
            elif position in author_line:
                meant = _find_unsplit_name(node, line_by_word, words)
            else:
                continue
            # Where a person has decided on the name, its mentions stay where they are.
            if meant is None or node in clusters.pinned:
                continue
            if clusters.find(node) == clusters.find(meant) or clusters.is_forbidden(
                node, meant
            ):
                continue
            reassigned[number, position] = meant
            if (node, meant) not in already_noted:
                already_noted.add((node, meant))
                clusters.note(_explain(node, meant, extraction, parsed))
    return reassigned


def _by_word(
    nodes: Iterable[int], words: Sequence[Sequence[str]]
) -> dict[str, list[int]]:
    """Return, for each word, the nodes that have it, in their order."""
    found: dict[str, list[int]] = {}
    for node in nodes:
        for word in dict.fromkeys(words[node]):
            found.setdefault(word, []).append(node)
    return found


def _author_line_people(
    extraction: Extraction, people: dict[int, int]
) -> dict[int, int]:
    """Return the mentions of the author line, by position, with their nodes."""
    return {
        position: node
        for position, node in people.items()
        if is_in_author_line(extraction.document, extraction.mentions[position])
    }


def _only_person_with_surname(
    node: int,
    namesakes: Iterable[int],
    words: Sequence[Sequence[str]],
    clusters: Clusters,
) -> int | None:
    """Return the one person of the document who has the surname, if it is one.

    `namesakes` are those whose names end in its last word.
    """
    surname = words[node]
    people: dict[int, int] = {}
    for other in namesakes:
        if words[other][-len(surname) :] == surname:
            people.setdefault(clusters.find(other), other)
            if len(people) > 1:
                break
    return next(iter(people.values())) if len(people) == 1 else None


def _find_unsplit_name(
    node: int, author_line: Mapping[str, list[int]], words: Sequence[Sequence[str]]
) -> int | None:
    """Return the longer name of an author line of which `node` is a scrambled part.

    "Enrich, Carles Domingo, Carles, Domingo" is one Carles Domingo-Enrich, cut wrongly:
    no one has the same names as a co-author in another order. In the same order
    (Maria García, Maria García López) it may be two people.

    Args:
        node: the name that may be a part.
        author_line: the nodes of the line, by each of their words.
        words: of all nodes.
    """
    part = words[node]
    if len(part) < 2 or min(map(len, part)) < 2:
        return None
    # What has all of the words has the rarest of them.
    found = [
        other
        for other in min((author_line[word] for word in part), key=len)
        if len(words[other]) > len(part)
        and set(part) < set(words[other])
        and Counter(part) < Counter(words[other])
        and not _is_subsequence(part, words[other])
    ]
    return found[0] if len(found) == 1 else None


def _is_subsequence(part: Sequence[str], whole: Sequence[str]) -> bool:
    """Tell whether the words of a part stand in the whole in their order."""
    rest = iter(whole)
    return all(word in rest for word in part)


def _explain(
    node: int, meant: int, extraction: Extraction, parsed: Sequence[PersonName]
) -> Finding:
    """Return why a mention was reassigned, for the reader."""
    document = extraction.document.id
    if parsed[node].bare:
        reason = f"The surname fits one person of the document {document} only."
        return Finding(node, meant, "surname in its document", reason, 0.9)
    reason = f"The author line of {document} has parts of one name twice."
    return Finding(node, meant, "split name", reason, 0.85)
