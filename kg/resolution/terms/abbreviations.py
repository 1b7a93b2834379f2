"""Short forms and the long ones that documents say they stand for."""

from collections.abc import Container, Iterable, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from kg.records import Extraction
from kg.resolution.clusters import Clusters, Finding
from kg.resolution.name_index import NameNodes, mention_name
from kg.resolution.terms.term_normal_form import joined, term_key

# One meaning rules the corpus when it has this many times the works of all others.
DOMINANCE = 4
_SHORTEST_STEM = 3

# For each short form (a cluster), the works that give each meaning (a cluster).
Meanings = dict[int, dict[int, set[int]]]


class Definition(NamedTuple):
    """What a work says that a short form stands for; both are nodes."""

    work: int
    short: int
    long: int


def definitions(
    extractions: Sequence[Extraction], works: Sequence[int], nodes: NameNodes
) -> list[Definition]:
    """List what documents say that short forms stand for, in their order.

    Args:
        extractions: in document order.
        works: for each extraction the number of its work.
        nodes: of the names on both sides.
    """
    found = []
    for extraction, work in zip(extractions, works, strict=True):
        for link in extraction.links:
            if link.kind == "abbreviation":
                short = nodes.node_of.get(mention_name(link.source))
                long = nodes.node_of.get(mention_name(link.target))
                if short is not None and long is not None and short != long:
                    found.append(Definition(work, short, long))
    return found


def by_meaning(said: Iterable[Definition], clusters: Clusters) -> Meanings:
    """Collect what each short form is said to stand for, and in which works.

    Of one that is in a cluster with its long form, that is the cluster itself.
    """
    found: Meanings = {}
    for each in said:
        meanings = found.setdefault(clusters.find(each.short), {})
        meanings.setdefault(clusters.find(each.long), set()).add(each.work)
    return found


def join_meanings(found: Meanings, nodes: NameNodes, clusters: Clusters) -> None:
    """Join short forms with their long forms as far as the corpus agrees."""
    for short in sorted(found):
        unlike = {long: said for long, said in found[short].items() if long != short}
        meanings = join_varieties(unlike, nodes, clusters)
        if not meanings:
            continue
        ranked = sorted(meanings, key=lambda long: (-len(meanings[long]), long))
        first, others = ranked[0], sum(len(meanings[long]) for long in ranked[1:])
        count = len(meanings[first])
        if count >= DOMINANCE * others:
            reason = f"Defined as its abbreviation in {counted_works(count)}"
            reason += f", otherwise in {counted_works(others)}." if others else "."
            score = count / (count + others)
            clusters.join(Finding(short, first, "abbreviation", reason, score))
        else:
            reason = f"It has {len(ranked)} meanings here; each document decides."
            finding = Finding(
                short, first, "abbreviation unclear", reason, 0.5, "apart"
            )
            clusters.note(finding)


def counted_works(count: int) -> str:
    """Say how many works: "one paper or talk"."""
    return "one paper or talk" if count == 1 else f"{count} papers or talks"


def join_varieties(
    meanings: Mapping[int, set[int]], nodes: NameNodes, clusters: Clusters
) -> dict[int, set[int]]:
    """Join long forms of one short form that differ in one word's ending only.

    "generative adversarial nets" and "networks", both GAN; not difference and
    differential, both SDE, of which none begins the other.
    """
    kept: dict[int, set[int]] = {}
    alike: dict[tuple[int, tuple[str, ...]], list[int]] = {}
    for long in sorted(meanings):
        own = term_key(nodes.names[long]).words
        blocks = [(n, own[:n] + own[n + 1 :]) for n in range(len(own))]
        near = sorted({other for block in blocks for other in alike.get(block, ())})
        for other in near:
            if _differ_in_ending(own, term_key(nodes.names[other]).words):
                reason = (
                    "Both have the same abbreviation, and one word differs at its end."
                )
                if clusters.join(
                    Finding(other, long, "same abbreviation", reason, 0.85)
                ):
                    kept[other] = kept[other] | meanings[long]
                    break
        else:
            kept[long] = meanings[long]
            for block in blocks:
                alike.setdefault(block, []).append(long)
    return kept


def _differ_in_ending(a: Sequence[str], b: Sequence[str]) -> bool:
    if len(a) != len(b) or len(a) < 2:
        return False
    unlike = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
    if len(unlike) != 1:
        return False
    short, long = sorted(unlike[0], key=len)
    return len(short) >= _SHORTEST_STEM and long.startswith(short)


def join_inside(
    nodes: NameNodes,
    clusters: Clusters,
    agreed: Mapping[int, int],
    *,
    otherwise: Container[int] = frozenset(),
) -> None:
    """Join terms that are one when the agreed short forms in them are written out.

    "SGD noise" and "stochastic gradient descent noise"; but not the nodes that a work
    writes which means something else (`otherwise`).
    """
    spelt = {
        term_key(nodes.names[short]).words[0]: term_key(nodes.names[long]).words
        for short, long in agreed.items()
        if len(term_key(nodes.names[short]).words) == 1
        and any(character.isupper() for character in nodes.names[short])
    }
    written_out: dict[str, int] = {}
    for node, name in enumerate(nodes.names):
        key = term_key(name)
        if len(key.words) < 2 or node in otherwise:
            continue
        full = key.joined
        if not spelt.keys().isdisjoint(key.words):
            parts = (spelt.get(word, (word,)) for word in key.words)
            full = joined(chain.from_iterable(parts))
        first = written_out.setdefault(full, node)
        if clusters.find(first) != clusters.find(node):
            reason = "The same words once the abbreviation in one is written out."
            clusters.join(Finding(first, node, "abbreviation inside", reason, 0.9))
