"""Short forms and the long forms that documents define them by: their senses."""

import re
from collections.abc import Container, Iterable, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from kg.records import Extraction
from kg.resolution.clusters import Clusters, Finding
from kg.resolution.name_index import NameNodes, mention_name
from kg.resolution.terms.term_normal_form import join_words, term_key

# A sense is dominant when it has this many times the works of all others.
DOMINANCE = 4
# "net" and "network", but not "in" and "inference".
_SHORTEST_STEM = 3
_SAME_ABBREVIATION = (
    "same abbreviation",
    "Both have the same abbreviation, and differ at the end of a word, or by a last one "
    "that only says what kind of thing it is.",
    0.85,
)
# Two endings of one word, by which no meaning is lost: an indicator, an indication.
_ENDINGS = re.compile(r"(?:[aeio]?tor|[aeio]?tion|[ae]ting|ing)\Z")
_SHORTEST_COMMON_STEM = 5
# Last words that only say what kind of thing a name stands for.
_KINDS_OF_THING = frozenset(
    [
        "algorithm",
        "approach",
        "framework",
        "method",
        "model",
        "network",
        "procedure",
        "technique",
    ]
)

_WHOLE = -1  # the place of a block that leaves no word out

# For each short form (a cluster), the works that give each sense (a cluster).
SenseWorks = dict[int, dict[int, set[int]]]


class Definition(NamedTuple):
    """What a work says that a short form stands for; both are nodes."""

    work: int
    short: int
    long: int


def collect_definitions(
    extractions: Sequence[Extraction], works: Sequence[int], nodes: NameNodes
) -> list[Definition]:
    """Return what documents say that short forms stand for, in their order.

    Args:
        extractions: in document order.
        works: for each extraction the number of its work.
        nodes: of the names on both sides.
    """
    found = []
    for extraction, work in zip(extractions, works, strict=True):
        for link in extraction.links:
            if link.kind == "abbreviation":
                names = map(mention_name, link.ends)
                short, long = map(nodes.node_of.get, names)
                if short is not None and long is not None and short != long:
                    found.append(Definition(work, short, long))
    return found


def group_by_sense(definitions: Iterable[Definition], clusters: Clusters) -> SenseWorks:
    """Return the senses of each short form, and the works that define it so.

    The sense of one that is in a cluster with its long form, that is the cluster itself.

    Args:
        definitions: as documents give them.
        clusters: of nodes.
    """
    found: SenseWorks = {}
    for each in definitions:
        senses = found.setdefault(clusters.find(each.short), {})
        senses.setdefault(clusters.find(each.long), set()).add(each.work)
    return found


def join_dominant_senses(
    senses_by_short: SenseWorks, nodes: NameNodes, clusters: Clusters
) -> None:
    """Join short forms with their long forms as far as the corpus agrees.

    Args:
        senses_by_short: the senses of each short form, with the works that give them.
        nodes: of the names on both sides.
        clusters: of nodes, which grow; a short form of several senses stays alone.
    """
    for short in sorted(senses_by_short):
        senses = {
            long: w for long, w in senses_by_short[short].items() if long != short
        }
        senses = join_long_form_variants(senses, nodes, clusters)
        if not senses:
            continue
        ranked = sorted(senses, key=lambda long: (-len(senses[long]), long))
        first, others = ranked[0], sum(len(senses[long]) for long in ranked[1:])
        count = len(senses[first])
        if count >= DOMINANCE * others:
            reason = f"Defined as its abbreviation in {describe_works(count)}"
            reason += f", otherwise in {describe_works(others)}." if others else "."
            score = count / (count + others)
            clusters.join(Finding(short, first, "abbreviation", reason, score))
        else:
            reason = f"It has {len(ranked)} meanings here; each document decides."
            finding = Finding(
                short, first, "abbreviation unclear", reason, 0.5, "apart"
            )
            clusters.note(finding)


def describe_works(count: int) -> str:
    """Return in words how many works: "one paper or talk".

    >>> describe_works(1), describe_works(3)
    ('one paper or talk', '3 papers or talks')
    """
    return "one paper or talk" if count == 1 else f"{count} papers or talks"


def join_long_form_variants(
    senses: Mapping[int, set[int]], nodes: NameNodes, clusters: Clusters
) -> dict[int, set[int]]:
    """Join long forms of one short form that differ in one word's ending, or its kind.

    "generative adversarial nets" and "networks", both GAN; "conditional random fields"
    and "conditional random field model", both CRF; not difference and differential, both
    SDE, of which none begins the other.
    """
    kept: dict[int, set[int]] = {}
    known_by_block: dict[tuple[int, tuple[str, ...]], list[int]] = {}
    for long in sorted(senses):
        own = term_key(nodes.names[long]).words
        blocks = [(n, own[:n] + own[n + 1 :]) for n in range(len(own))]
        blocks.append((_WHOLE, without_kind(own)))
        similar = sorted(
            {other for block in blocks for other in known_by_block.get(block, ())}
        )
        for other in similar:
            words = term_key(nodes.names[other]).words
            if _differ_in_ending(own, words) or without_kind(own) == without_kind(
                words
            ):
                finding = Finding(other, long, *_SAME_ABBREVIATION)
                if clusters.join(finding):
                    kept[other] = kept[other] | senses[long]
                    break
        else:
            kept[long] = senses[long]
            for block in blocks:
                known_by_block.setdefault(block, []).append(long)
    return kept


def without_kind(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return a long form without a last word that only says what kind of thing it is.

    >>> without_kind(("conditional", "random", "field", "model"))
    ('conditional', 'random', 'field')
    """
    has_kind = len(words) > 2 and words[-1] in _KINDS_OF_THING
    return words[:-1] if has_kind else words


def _differ_in_ending(a: Sequence[str], b: Sequence[str]) -> bool:
    """Tell whether two names differ in one word, of which one begins the other.

    >>> _differ_in_ending(["adversarial", "net"], ["adversarial", "network"])
    True
    """
    if len(a) != len(b) or len(a) < 2:
        return False
    unlike = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
    if len(unlike) != 1:
        return False
    short, long = sorted(unlike[0], key=len)
    if len(short) >= _SHORTEST_STEM and long.startswith(short):
        return True
    stems = {_ENDINGS.sub("", word) for word in unlike[0]}
    return len(stems) == 1 and len(min(stems)) >= _SHORTEST_COMMON_STEM


def join_by_expansion(
    nodes: NameNodes,
    clusters: Clusters,
    dominant: Mapping[int, int],
    *,
    exceptions: Container[int] = frozenset(),
) -> None:
    """Join terms that are one when the short forms in them are written out.

    "SGD noise" and "stochastic gradient descent noise", by the dominant sense of SGD;
    but not the nodes of works that mean something else by it (`exceptions`).
    """
    expansions = {
        term_key(nodes.names[short]).words[0]: term_key(nodes.names[long]).words
        for short, long in dominant.items()
        if len(term_key(nodes.names[short]).words) == 1
        and any(character.isupper() for character in nodes.names[short])
    }
    first_by_expansion: dict[str, int] = {}
    for node, name in enumerate(nodes.names):
        key = term_key(name)
        if len(key.words) < 2 or node in exceptions:
            continue
        full = key.joined
        if not expansions.keys().isdisjoint(key.words):
            parts = (expansions.get(word, (word,)) for word in key.words)
            full = join_words(chain.from_iterable(parts))
        first = first_by_expansion.setdefault(full, node)
        if clusters.find(first) != clusters.find(node):
            reason = "The same words once the abbreviation in one is written out."
            clusters.join(Finding(first, node, "abbreviation inside", reason, 0.9))
