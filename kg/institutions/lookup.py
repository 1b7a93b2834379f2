"""The table's names found in a text, however they are spelt there."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import chain

from kg.institutions.table import Known, by_key, key_words, name_key
from kg.text.words import Word, is_capitalised, text_between

_GAPS = frozenset(
    (" ", ", ", ".", ". ", "", " (", "(", "-", " - ", "–", " – ", ".,", "\n")
)
_LONGEST = 12


@dataclass(slots=True)
class _Node:
    """A word of the table's names, with the words that may follow it."""

    following: dict[str, "_Node"] = field(default_factory=dict)
    known: Known | None = None


@dataclass(frozen=True, slots=True)
class Named:
    """A name of the table at `start:end`."""

    start: int
    end: int
    known: Known


def may_name(words: Collection[str]) -> bool:
    """Tell whether words, in whatever order, may hold a name of the table.

    Fast, and a "no" is certain: no word begins a name, or those that do ("A", "It")
    have none beside them that goes on with it.
    """
    may_begin = (word for word in words if not (word.islower() and word.isalpha()))
    begun = [node for word in may_begin if (node := _begun(word)) is not None]
    if not begun or any(node.known for node in begun):
        return bool(begun)
    parts = set(chain.from_iterable(map(_all_parts, words)))
    return not all(node.following.keys().isdisjoint(parts) for node in begun)


@lru_cache(maxsize=100_000)
def _begun(word: str) -> _Node | None:
    """Give where a name of the table stands behind its first word, if that is one."""
    if not (is_capitalised(word) and _parts(word)):
        return None
    for parts in (_parts(word), _owner_parts(word)):
        node: _Node | None = _tree()
        for part in parts:
            node = node.following.get(part) if node else None
        if parts and node is not None:
            return node
    return None


def find_named(text: str, words: Sequence[Word]) -> Iterator[Named]:
    """Yield the table's names among the words of a text, at each the longest one."""
    passed = 0
    for index, word in enumerate(words):
        if index < passed or _begun(word.text) is None:
            continue
        last, known = _longest(text, words, index)
        if known is not None:
            stop = words[last].end
            owned = text[stop - 2 : stop] in ("'s", "’s")
            if owned and name_key(text[word.start : stop]) not in by_key():
                stop -= 2
            if "(" in text[word.start : stop] and text[stop : stop + 1] == ")":
                stop += 1  # "Indian Institute of Technology (BHU)"
            yield Named(word.start, stop, known)
            passed = last + 1


def _longest(text: str, words: Sequence[Word], index: int) -> tuple[int, Known | None]:
    node: _Node | None = _tree()
    best, known = index, None
    for at in range(index, min(index + _LONGEST, len(words))):
        if at > index and text_between(text, words[at - 1], words[at]) not in _GAPS:
            break
        before = node
        for part in _parts(words[at].text):
            node = node.following.get(part) if node else None
        if node is None:
            owner = _owner(before, words[at].text)
            return (at, owner) if owner is not None else (best, known)
        if node.known is not None and _parts(words[at].text):
            best, known = at, node.known
    return best, known


def _owner(node: _Node | None, word: str) -> Known | None:
    """Give whom a possessive names: "the Technion's faculty"."""
    parts = _owner_parts(word)
    for part in parts:
        node = node.following.get(part) if node else None
    return node.known if node and parts else None


def _owner_parts(word: str) -> tuple[str, ...]:
    """Give the parts of a possessive's owner; none of another word."""
    return _parts(word[:-2]) if word[-2:] in ("'s", "’s") else ()


@lru_cache(maxsize=100_000)
def _all_parts(word: str) -> tuple[str, ...]:
    return _parts(word) + _owner_parts(word)


@cache
def _tree() -> _Node:
    root = _Node()
    for key, known in by_key().items():
        node = root
        for word in key.split():
            node = node.following.setdefault(word, _Node())
        node.known = known
    return root


@lru_cache(maxsize=100_000)
def _parts(word: str) -> tuple[str, ...]:
    return tuple(key_words(word))
