"""The table's names found in a text, however they are spelt there."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import chain

from kg.institutions.grammar import grammar
from kg.institutions.table import Known, by_spelling, key_words, known
from kg.text.folding import fold
from kg.text.words import Word, is_capitalised, text_between

# What may stand between two words of one name, also where a line or a list was cut.
_GAPS = frozenset(
    (" ", ", ", ".", ". ", "", " (", "(", "-", " - ", "–", " – ", ".,", "\n", "/")
)
_LONGEST = 12  # words of a name; the longest of the table has eleven
# What a name's key leaves out, though the next name may begin behind it.
_LINK = re.compile(r" (?:at|and|&|of|for) (?:the )?")


@dataclass(slots=True)
class _Node:
    """A word of the table's names, with the words that may follow it."""

    following: dict[str, "_Node"] = field(default_factory=dict)
    ends: bool = False


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
    begun = [node for word in may_begin if (node := _node_behind(word)) is not None]
    if not begun or any(node.ends for node in begun):
        return bool(begun)
    parts = set(chain.from_iterable(map(_all_parts, words)))
    return not all(node.following.keys().isdisjoint(parts) for node in begun)


@lru_cache(maxsize=100_000)
def _node_behind(word: str) -> _Node | None:
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


@lru_cache(maxsize=20_000)
def has_longer(name: str) -> bool:
    """Tell whether names of the table begin with a name, and go on: with a campus.

    >>> has_longer("University of California"), has_longer("Acme Widgets")
    (True, False)
    """
    node: _Node | None = _tree()
    for part in key_words(name):
        node = node.following.get(part) if node else None
    return node is not None and bool(node.following)


def find_named(text: str, words: Sequence[Word]) -> Iterator[Named]:
    """Yield the table's names among the words of a text, at each the longest one."""
    passed = 0
    for index, word in enumerate(words):
        if index < passed or _node_behind(word.text) is None:
            continue
        named = _longest(text, words, index)
        if named is not None:
            yield named
            passed = next(
                (n for n in range(index, len(words)) if words[n].start >= named.end),
                len(words),
            )


def _longest(text: str, words: Sequence[Word], index: int) -> Named | None:
    """Return the longest name that begins with a word."""
    node: _Node | None = _tree()
    start = words[index].start
    best: Named | None = None
    for at in range(index, min(index + _LONGEST, len(words))):
        if at > index and text_between(text, words[at - 1], words[at]) not in _GAPS:
            break
        before = node
        for part in _parts(words[at].text):
            node = node.following.get(part) if node else None
        if node is None:
            owner = _owner(text, start, words[at], before)
            return owner or best
        if node.ends and _parts(words[at].text):
            named = _name_at(text, start, words[at].end)
            best = named or _owner(text, start, words[at], before) or best
    return best


def _name_at(text: str, start: int, end: int) -> Named | None:
    """Return the name that stands there, with a parenthesis that belongs to it."""
    surface = text[start:end]
    found = known(surface)
    as_spelt = fold(surface) in by_spelling()
    if found is None or _goes_over_comma(surface):
        return None
    if not as_spelt and (
        "/" in surface or " in " in surface or _leads_to_another(surface)
    ):
        return None  # "DeepMind in London"
    if surface.endswith(("'s", "’s")) and not as_spelt:
        end -= 2
    if "(" in text[start:end] and text[end : end + 1] == ")":
        end += 1  # "Indian Institute of Technology (BHU)"
    return Named(start, end, found)


def _goes_over_comma(surface: str) -> bool:
    """Tell words that make a name by chance: "Sch Informat Science, Tokyo"."""
    before, comma, _ = surface.partition(",")
    if not comma:
        return False
    own = before.split()
    return len(own) < 2 or _heads().isdisjoint(own)


def _leads_to_another(surface: str) -> bool:
    """Tell "Duke at the University of …", which begins a name, from "… at Davis"."""
    behind = _LINK.split(surface)[1:]
    return any(rest.partition(" ")[0] in _heads() for rest in behind)


@cache
def _heads() -> frozenset[str]:
    return grammar("university") | grammar("institute") | grammar("series")


def _owner(text: str, start: int, word: Word, node: _Node | None) -> Named | None:
    """Return whom a possessive names: "the Technion's faculty"."""
    parts = _owner_parts(word.text)
    for part in parts:
        node = node.following.get(part) if node else None
    if not (node and node.ends and parts):
        return None
    return _name_at(text, start, word.end - 2)


def _owner_parts(word: str) -> tuple[str, ...]:
    """Give the parts of a possessive's owner; none of another word."""
    return _parts(word[:-2]) if word[-2:] in ("'s", "’s") else ()


@lru_cache(maxsize=100_000)
def _all_parts(word: str) -> tuple[str, ...]:
    return _parts(word) + _owner_parts(word)


@cache
def _tree() -> _Node:
    root = _Node()
    for name in by_spelling():
        node = root
        for word in key_words(name):
            node = node.following.setdefault(word, _Node())
        node.ends = True
    return root


@lru_cache(maxsize=100_000)
def _parts(word: str) -> tuple[str, ...]:
    return tuple(key_words(word))
