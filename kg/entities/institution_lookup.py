"""The table's names found in a text, however they are spelt there."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from kg.entities.institution_table import Known, by_key, key_words, name_key
from kg.text.capitals import Word, gap, words_of

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


def find_named(text: str, start: int, end: int) -> Iterator[Named]:
    """Yield the table's names in `text[start:end]`, at each word the longest one."""
    words = words_of(text, start, end)
    passed = 0
    for index, word in enumerate(words):
        if index < passed or not (word.capitalised and _parts(word.text)):
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


def _longest(text: str, words: list[Word], index: int) -> tuple[int, Known | None]:
    node: _Node | None = _tree()
    best, known = index, None
    for at in range(index, min(index + _LONGEST, len(words))):
        if at > index and gap(text, words[at - 1], words[at]) not in _GAPS:
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
    if node is None or word[-2:] not in ("'s", "’s"):
        return None
    for part in _parts(word[:-2]):
        node = node.following.get(part) if node else None
    return node.known if node else None


@cache
def _tree() -> _Node:
    root = _Node()
    for key, known in by_key().items():
        node = root
        for word in key.split():
            node = node.following.setdefault(word, _Node())
        node.known = known
    return root


@cache
def _parts(word: str) -> tuple[str, ...]:
    return tuple(key_words(word))
