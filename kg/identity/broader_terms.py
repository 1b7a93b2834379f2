"""Which term is broader: "neural network" than "recurrent neural network".

English puts the head last, so what a term is without its first words names what it is a
kind of. Such a remainder counts where the corpus speaks of it as a term of its own.
"""

import re
from collections import Counter
from collections.abc import Container, Iterator, Mapping, Set
from functools import lru_cache
from itertools import accumulate
from types import MappingProxyType
from typing import NamedTuple

from kg.identity.clusters import Clusters
from kg.identity.nodes import Nodes
from kg.identity.termkeys import is_neural, term_key
from kg.text.reading import reading
from kg.text.wordlists import words as word_list

# A head that rarely stands alone ("model", "algorithm") is no term by itself: of one
# word, it must do so in a tenth as many works as it would be broader than terms.
_NARROWER_A_WORK = 10
_MARKS = re.compile(r"[,;:()\[\]/|]")
_HEAD = re.compile(r"(?:.*-)?[^\W\d_]{3,}")
_ADVERB = re.compile(r"[a-z]{3,}ly")


def broader_terms(
    nodes: Nodes,
    clusters: Clusters,
    works: Mapping[int, Set[int]],
    *,
    meant: Mapping[int, int] = MappingProxyType({}),
    otherwise: Container[int] = frozenset(),
) -> dict[int, int]:
    """Find for each term the narrowest one that is broader, by head.

    Args:
        nodes: the names of terms.
        clusters: which of them are one term.
        works: for each cluster that a mention names, the works that do so.
        meant: for a cluster of short forms, that of their usual meaning.
        otherwise: nodes with a short form in them that has another meaning there.

    Returns:
        For each cluster that has a broader one, that one. No chain leads back to where
        it began.
    """
    known = _by_key(nodes, clusters, works, meant)
    found: dict[int, tuple[int, int]] = {}
    for node, name in enumerate(nodes.names):
        cluster = clusters.find(node)
        if cluster not in works or node in otherwise:
            continue
        for length, key in _heads(name):
            broad = known.get(key)
            if broad is not None and broad != cluster:
                # Of what an entity's names say, the narrowest counts.
                best = max(found.get(cluster, (0, 0)), (length, -broad))
                found[cluster] = best
                break
    broader = {narrow: -best[1] for narrow, best in found.items()}
    return _without_circles(_of_their_own(broader, found, works))


def _by_key(
    nodes: Nodes,
    clusters: Clusters,
    works: Mapping[int, Set[int]],
    meant: Mapping[int, int],
) -> dict[str, int]:
    known: dict[str, int] = {}
    for node, name in enumerate(nodes.names):
        cluster = clusters.find(node)
        cluster = meant.get(cluster, cluster)
        if cluster in works:
            words = [_word(word) for word in reading(name).split()]
            key = words[0].alone if len(words) == 1 else "".join(w.key for w in words)
            known.setdefault(key, cluster)
    return known


class _Word(NamedTuple):
    """What a word of a term is: words come again where whole terms do not.

    Attributes:
        key: as in the key of a term; a net is a network here, whichever.
        alone: its key as a term, where capitals count (ROOM, room).
        small: a preposition or the like, at which the head ends.
        binds: it changes the next word: "k nearest", "weakly supervised".
        ends: a head may end in it.
    """

    key: str
    alone: str
    small: bool
    binds: bool
    ends: bool


@lru_cache(maxsize=500_000)
def _word(word: str) -> _Word:
    key, lower = term_key(word).joined, word.lower()
    key = "network" if key == "net" else key
    binds = (
        len(word) == 1
        or word.isdigit()
        or lower in word_list("binding_words")
        or _ADVERB.fullmatch(lower) is not None
    )
    return _Word(
        key=key,
        alone=f"{key}^" if word.rstrip("s").isupper() else key,
        small=lower in word_list("function_words"),
        binds=binds,
        ends=_HEAD.fullmatch(word) is not None,
    )


def _heads(name: str) -> Iterator[tuple[int, str]]:
    """Yield the words and the key of what may be broader than a term, longest first."""
    if " " not in name or _MARKS.search(name):
        return
    words = [_word(word) for word in reading(name).split()]
    # "Optimization under uncertainty": the head ends where the preposition stands.
    end = next((i for i, word in enumerate(words) if word.small), len(words))
    if len(words) < 2 or end == 0 or not words[end - 1].ends:
        return
    last = len(words) - 1
    keys = list(accumulate((word.key for word in reversed(words)), _before))[::-1]
    starts = [n for n in range(1, end) if not words[n - 1].binds]
    for start in starts:
        if start < last:
            yield len(words) - start, keys[start]
    if end > last and words[last].key == "network" and _leaves_neural_out(name):
        yield 2, "neuralnetwork"
    if last in starts:
        yield 1, words[last].alone


def _before(rest: str, word: str) -> str:
    return word + rest


def _leaves_neural_out(name: str) -> bool:
    """Tell a neural network, as another word than "neural" says, from other ones."""
    own = term_key(name).words
    return "neural" not in own and is_neural(own)


def _of_their_own(
    broader: Mapping[int, int],
    found: Mapping[int, tuple[int, int]],
    works: Mapping[int, Set[int]],
) -> dict[int, int]:
    """Leave out heads of one word that hardly ever stand alone."""
    narrower = Counter(broader.values())
    return {
        narrow: broad
        for narrow, broad in broader.items()
        if found[narrow][0] > 1
        or len(works[broad]) * _NARROWER_A_WORK >= narrower[broad]
    }


def _without_circles(broader: Mapping[int, int]) -> dict[int, int]:
    """Leave out what would lead back: abbreviations may make names of one term odd."""
    kept: dict[int, int] = {}
    for narrow in sorted(broader):
        at: int | None = broader[narrow]
        while at is not None and at != narrow:
            at = kept.get(at)
        if at is None:
            kept[narrow] = broader[narrow]
    return kept
