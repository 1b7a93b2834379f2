"""Wordings of one term that differ in words, and yet say the same.

A deep network is a deep neural network; "Internet of Things (IoT)" has its short form
with it; the EM algorithm is EM, and an F1 score is F1. Each is told by what the words
are, or by how the corpus uses them, never by a list of terms.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from kg.records import Extraction, Mention
from kg.resolution.clusters import Clusters, Finding
from kg.resolution.name_index import NameNodes
from kg.resolution.terms.term_normal_form import is_neural, join_words, term_key

# A short form, which has a capital, in brackets behind what it stands for.
_BRACKETED = re.compile(
    r"(?P<long>[^()]+?)\s?\((?P<short>(?=[^()\s]*[A-Z])[^()\s]{2,10})\)\s?(?P<behind>[^()]*)"
)
# Heads that say of a quantity that it is one.
_QUANTITY_HEADS = frozenset(["score", "measure", "metric"])
_DOING = re.compile(r"\w{2,}[^\W\d_]ing")
# "running", but not "processing" and "filling".
_DOUBLED = re.compile(r"([bdgmnprt])\1\Z")
_BASES = re.compile(r"[\s-]bases\Z", re.IGNORECASE)
_ARTICLE = re.compile(r"\bthe\s{1,9}\Z", re.IGNORECASE)
_NUMBER_BEFORE = re.compile(r"\d\s{0,9}%?\s{0,9}\Z")
_NUMBER_BEHIND = re.compile(
    r"\s{0,9}+(?:[:=≈~]|of|is|was)?\s{0,9}+\(?\d++(?:\.\d|\s{0,9}+%)"
)
_CONTEXT = 12  # characters on either side of a mention
# What is so in so many mentions, and in such a share of them, is no accident.
_FEWEST, _SHARE = 2, 0.2


def join_wordings(nodes: NameNodes, clusters: Clusters) -> None:
    """Join names that are one once a word that says nothing more is left out.

    Args:
        nodes: of terms.
        clusters: of nodes, which grow.
    """
    readings = (
        (
            "abbreviation in brackets",
            "The same words, with their abbreviation in brackets.",
            without_bracketed_abbreviation,
        ),
        (
            "neural left out",
            "A network of this kind is a neural one, whether it is said or not.",
            without_neural,
        ),
        ("data set", "A set of data is the data.", without_set),
        ("time of doing", "A running time is a run time.", without_ing),
        ("plural in bases", "Both are bases, with a base each.", with_base),
    )
    for rule, reason, read in readings:
        _join_read_as(nodes, clusters, rule, reason, read)


def _join_read_as(
    nodes: NameNodes,
    clusters: Clusters,
    rule: str,
    reason: str,
    read: Callable[[str], str | None],
) -> None:
    """Join names with those of the key that a reading of them has."""
    first = first_by_key(nodes)
    for node, name in enumerate(nodes.names):
        key = read(name)
        other = None if key is None else first.setdefault(key, node)
        if other is not None and clusters.find(other) != clusters.find(node):
            clusters.join(Finding(other, node, rule, reason, 0.95))


def first_by_key(nodes: NameNodes) -> dict[str, int]:
    """Return the first node of each key."""
    found: dict[str, int] = {}
    for node, name in enumerate(nodes.names):
        found.setdefault(term_key(name).joined, node)
    return found


def without_bracketed_abbreviation(name: str) -> str | None:
    """Return the key of a name without the abbreviation that it gives in brackets.

    >>> without_bracketed_abbreviation("Bluetooth Low Energy (BLE) beacons")
    'bluetoothlowenergybeacon'
    >>> without_bracketed_abbreviation("search (binary)") is None
    True
    """
    match = _BRACKETED.fullmatch(name)
    if match is None or not _abbreviates(match["short"], match["long"]):
        return None
    return term_key(f"{match['long']} {match['behind']}").joined


def _abbreviates(short: str, long: str) -> bool:
    """Tell whether words have the letters of a short form in order, as initials mostly.

    Of a single word, as in ECG, they are where they are.
    """
    text = f" {long.casefold().replace('-', ' ')}"
    letters = [each for each in short.removesuffix("s").casefold() if each.isalnum()]
    at = initials = 0
    for letter in letters:
        initial = text.find(f" {letter}", at)
        at = text.find(letter, at) if initial < 0 else initial + 1
        if at < 0:
            return False
        initials += initial >= 0
        at += 1
    single = len(letters) > 2 and " " not in text.strip()
    return len(letters) > 1 and (single or initials * 2 >= len(letters))


def without_neural(name: str) -> str | None:
    """Return the key of a neural network without "neural", where it is one anyway.

    >>> without_neural("deep neural networks")
    'deepnetwork'
    >>> without_neural("Bayesian neural network") is None
    True
    """
    words = term_key(name).words
    if words[-2:] != ("neural", "network"):
        return None
    rest = (*words[:-2], "network")
    return join_words(rest) if is_neural(rest) else None


def without_set(name: str) -> str | None:
    """Return the key of a data set as that of the data.

    >>> without_set("synthetic data sets"), without_set("synthetic datasets")
    ('syntheticdata', 'syntheticdata')
    """
    words = term_key(name).words
    if len(words) > 1 and words[-1] == "dataset":
        return join_words((*words[:-1], "data"))
    return join_words(words[:-1]) if words[1:][-2:] == ("data", "set") else None


def without_ing(name: str) -> str | None:
    """Return the key of a time that something takes, by the verb alone.

    >>> [without_ing(name) for name in ("running time", "processing times", "timing")]
    ['runtime', 'processtime', None]
    """
    words = term_key(name).words
    if len(words) < 2 or words[-1] != "time" or not _DOING.fullmatch(words[-2]):
        return None
    verb = words[-2].removesuffix("ing")
    verb = verb[:-1] if _DOUBLED.search(verb) else verb
    return join_words((*words[:-2], verb, "time"))


def with_base(name: str) -> str | None:
    """Return the key of several bases as that of a base, not a basis.

    >>> with_base("knowledge bases"), with_base("a basis")
    ('knowledgebase', None)
    """
    words = term_key(name).words
    is_one = len(words) > 1 and _BASES.search(name) is not None
    return join_words((*words[:-1], "base")) if is_one else None


class _Usage(NamedTuple):
    """How mentions of a cluster stand in their texts.

    Attributes:
        methods: those that are of the kind method.
        definite: those with "the" before them.
        counted: those with a number beside them.
        total: all.
    """

    methods: int = 0
    definite: int = 0
    counted: int = 0
    total: int = 0

    @property
    def is_method(self) -> bool:
        return self.methods * 2 > self.total

    @property
    def is_one_thing(self) -> bool:
        """Whether it is spoken of as one thing that everybody knows: the EM algorithm."""
        return self.definite >= max(_FEWEST, self.total / 2)

    @property
    def is_quantity(self) -> bool:
        return self.counted >= max(_FEWEST, self.total * _SHARE)


def join_restated_heads(
    extractions: Sequence[Extraction], nodes: NameNodes, clusters: Clusters
) -> None:
    """Join "EM algorithm" with EM, and "F1 score" with F1, where the corpus shows it.

    Args:
        extractions: in document order.
        nodes: of terms.
        clusters: of nodes, which grow.
    """
    pairs = list(_restated(nodes, clusters))
    asked = {clusters.find(node) for pair in pairs for node in pair}
    usage = _count_usage(extractions, nodes, clusters, asked)
    for bare, restated in pairs:
        ends = usage[clusters.find(bare)], usage[clusters.find(restated)]
        finding = _judge(bare, restated, *ends, head=nodes.names[restated])
        if finding is not None:
            clusters.join(finding)


def _restated(nodes: NameNodes, clusters: Clusters) -> Iterator[tuple[int, int]]:
    """Yield pairs of a name, and of it with such a head, that are two so far."""
    first = first_by_key(nodes)
    for node, name in enumerate(nodes.names):
        words = term_key(name).words
        if len(words) > 1 and (
            words[-1] == "algorithm" or words[-1] in _QUANTITY_HEADS
        ):
            bare = first.get(join_words(words[:-1]))
            if bare is not None and clusters.find(bare) != clusters.find(node):
                yield bare, node


def _count_usage(
    extractions: Sequence[Extraction],
    nodes: NameNodes,
    clusters: Clusters,
    asked: Iterable[int],
) -> dict[int, _Usage]:
    """Return how the mentions of some clusters stand in their texts."""
    counts: dict[int, Counter[str]] = {cluster: Counter() for cluster in asked}
    for (number, position), node in zip(nodes.places, nodes.node_at, strict=True):
        found = counts.get(clusters.find(node))
        if found is not None:
            extraction = extractions[number]
            mention = extraction.mentions[position]
            found.update(_signs(extraction.document.text, mention))
    return {cluster: _Usage(**found) for cluster, found in counts.items()}


def _signs(text: str, mention: Mention) -> Iterator[str]:
    """Yield the fields of `_Usage` that a mention counts for."""
    if mention.field != "text":
        return
    yield "total"
    if mention.kind == "method":
        yield "methods"
    before = text[max(0, mention.start - _CONTEXT) : mention.start]
    if _ARTICLE.search(before):
        yield "definite"
    behind = text[mention.end : mention.end + _CONTEXT]
    if _NUMBER_BEFORE.search(before) or _NUMBER_BEHIND.match(behind):
        yield "counted"


def _judge(
    bare: int, restated: int, plain: _Usage, headed: _Usage, *, head: str
) -> Finding | None:
    """Return why a name and the same with a head are one, None if they may be two."""
    if term_key(head).words[-1] in _QUANTITY_HEADS:
        reason = "Both name a quantity: numbers stand beside them."
        one = plain.is_quantity and headed.is_quantity
        return Finding(bare, restated, "quantity", reason, 0.9) if one else None
    reason = "A method that is spoken of as “the … algorithm”."
    one = plain.is_method and headed.is_method and headed.is_one_thing
    return Finding(bare, restated, "the algorithm", reason, 0.9) if one else None
