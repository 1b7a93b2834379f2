"""Heads of a term: what it is a kind of, by its words alone, the longest first.

English puts the head last, or right before the first preposition: a robust convex
optimization under uncertainty is convex optimization under uncertainty, optimization
under uncertainty, and in the end convex optimization and optimization.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from kg.datafiles import word_list
from kg.resolution.terms.term_normal_form import is_neural, term_key
from kg.resolution.terms.word_order import allows_reordering
from kg.text.latex import decode_latex

# Behind these nobody knows what belongs together; brackets and slashes only keep their
# own word out of a head: an O(n) model is a model.
_LISTING = re.compile(r"[,;|]|:(?:\s|\Z)|(?:\A|\s)/|/(?:\s|\Z)")
_MARKS = re.compile(r"[()\[\]/:]")
# Behind the last hyphen a word, no number: "auto-encoder", not "GPT-4".
_HEAD = re.compile(r"(?:.*-)?[^\W\d_]{3,}")
# An adverb changes the next word: weakly supervised.
_ADVERB = re.compile(r"[a-z]{3,}ly")
_NUMBER = re.compile(r"\d+|[^\W_]")
# A number counts these: the "2" of a 2 layer network and of k nearest neighbors, not
# that of type 2 diabetes.
_COUNTED = re.compile(
    r"\w*(?:dimensional|fold|layered|sided|valued|armed)s?|nearest|arm|bit|body|class|gram"
    r"|hop|layer|means|parameter|party|player|point|qubit|sat|shot|stage|step|way"
)
# What stands before them is what the whole is; a text to speech system is no text, and
# of "X of Y" only a property, process or collection X is surely one.
_PREPOSITIONS = frozenset(
    [
        "across", "between", "by", "during", "for", "from", "in", "of", "on", "over",
        "through", "under", "upon", "using", "via", "with", "within", "without",
    ]
)  # fmt: skip
_OF_NAMES = frozenset(["de", "der", "des", "du", "la", "le"])


class HeadWord(NamedTuple):
    """The part that a word plays in a term.

    Attributes:
        key: as in the key of a term; a net is a network here, whichever.
        alone: its key as a term, where capitals count (ROOM, room).
        small: a preposition or the like, at which the head ends.
        binds: it changes the next word: "non convex", "weakly supervised".
        number: or a letter; it changes the next word where it counts that.
        ends: a head may end in it.
        marked: it has brackets or a slash, which a head has not.
    """

    key: str
    alone: str
    small: bool
    binds: bool
    number: bool
    ends: bool
    marked: bool


@lru_cache(maxsize=500_000)
def _describe_word(word: str) -> HeadWord:
    """Return the part that a word plays; most words stand in many terms."""
    # Of one letter or two, capitals count in a term of one word only.
    key = term_key(word).joined
    key = "network" if key == "net" else key.rstrip("^") if len(word) < 3 else key
    lower = word.lower().strip("()[]")
    return HeadWord(
        key=key,
        alone=f"{key}^" if word.rstrip("s").isupper() and key[-1:] != "^" else key,
        small=lower in word_list("terms/function_words"),
        binds=lower in word_list("terms/binding_words")
        or _ADVERB.fullmatch(lower) is not None,
        number=_NUMBER.fullmatch(word) is not None,
        ends=_HEAD.fullmatch(word) is not None,
        marked=_MARKS.search(word) is not None,
    )


def head_key(name: str) -> str:
    """Return the key under which a term may be the head of another.

    >>> head_key("neural nets"), head_key("ROOM")
    ('neuralnetwork', 'room^')
    """
    words = [_describe_word(word) for word in decode_latex(name).split()]
    return words[0].alone if len(words) == 1 else "".join(word.key for word in words)


def heads(name: str) -> Iterator[tuple[int, str]]:
    """Yield the words and the key of what may be broader than a term, longest first.

    >>> list(heads("robust convex optimization"))
    [(2, 'convexoptimization'), (1, 'optimization')]
    """
    if " " not in name or _LISTING.search(name):
        return
    read = decode_latex(name).split()
    words = [_describe_word(word) for word in read]
    end = next((i for i in range(len(words)) if _ends_head(words, read, i)), len(words))
    if len(words) < 2 or end == 0 or not words[end - 1].ends:
        return
    starts = [start for start in range(1, end) if not _is_modified(words, read, start)]
    yield from _keys(words, starts, len(words))
    if end == len(words) and words[-1].key == "network" and _leaves_neural_out(name):
        yield 2, "neuralnetwork"
    if end == len(words):
        if starts and starts[-1] == end - 1:
            yield 1, words[-1].alone
    elif _is_headed(read, end):
        yield from _keys(words, [0, *starts], end)
        if end == 1 or end - 1 in starts:
            yield 1, words[end - 1].alone


def _keys(
    words: Sequence[HeadWord], starts: Sequence[int], end: int
) -> Iterator[tuple[int, str]]:
    """Yield what begins at each start, of two words and more without marks."""
    keys = list(accumulate((word.key for word in reversed(words[:end])), _prepend))[
        ::-1
    ]
    last_mark = max((i for i in range(end) if words[i].marked), default=-1)
    for start in starts:
        if last_mark < start < end - 1:
            yield end - start, keys[start]


def _ends_head(words: Sequence[HeadWord], read: Sequence[str], place: int) -> bool:
    """Tell where a head ends; the "de" of a name (de Rham) is none of these."""
    if not words[place].small:
        return False
    return not _is_of_name(read, place)


def _is_of_name(read: Sequence[str], place: int) -> bool:
    """Tell whether a word is the particle of a name, as the "de" of de Rham."""
    follows = read[place + 1 : place + 2]
    return (
        read[place].lower() in _OF_NAMES and bool(follows) and follows[0][:1].isupper()
    )


def _is_modified(words: Sequence[HeadWord], read: Sequence[str], start: int) -> bool:
    """Tell whether the word before changes the one at which a head would begin."""
    before = words[start - 1]
    if before.binds or _is_of_name(read, start - 1):
        return True
    counts = start == 1 or _COUNTED.fullmatch(read[start].lower()) is not None
    return before.number and counts


def _is_headed(read: Sequence[str], end: int) -> bool:
    """Tell whether what stands before a preposition is the head of the term."""
    preposition = read[end].lower()
    if preposition not in _PREPOSITIONS or end + 1 == len(read):
        return False
    return preposition != "of" or allows_reordering(read[end - 1])


def _prepend(rest: str, word: str) -> str:
    """Return a word before the words behind it."""
    return word + rest


def _leaves_neural_out(name: str) -> bool:
    """Tell a neural network, as another word than "neural" says, from other ones."""
    own = term_key(name).words
    return "neural" not in own and is_neural(own)
