"""Strings that a pattern may be slow on, made from the pattern itself.

A backtracking matcher is slow where a long stretch can be read in many ways and then
fails, or where it is read again from each of its characters. So whatever a pattern
repeats, and whatever stands before it, is repeated here, before an end that fails
(Kirrage, Rathnayake & Thielecke 2013).
"""

import math
import re
import unicodedata
from collections.abc import Iterator
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple

# A tree as `re` parses it: pairs of an operator and its arguments, of many types.
_Tree = Any

_LONG = 8  # what may be repeated more often is pumped
_MOST_SAMPLES = 24
_REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT)
_CATEGORIES = {
    op.CATEGORY_DIGIT: "0",
    op.CATEGORY_SPACE: " ",
    op.CATEGORY_WORD: "a",
    op.CATEGORY_NOT_DIGIT: "a",
    op.CATEGORY_NOT_SPACE: "a",
    op.CATEGORY_NOT_WORD: " ",
}
_USUAL = "aA0 .,-(\n\"'é中"
_ENDS = ("", "!", "\n")


class Pump(NamedTuple):
    """`before + again * n + after`."""

    before: str
    again: str
    after: str

    def string(self, size: int) -> str:
        """Return the string of about so many characters."""
        times = max(1, size // len(self.again))
        return self.before + self.again * times + self.after


def make_pumps(pattern: re.Pattern[Any], most: int = 150) -> list[Pump]:
    """Return pumps made of a pattern's own characters, classes and repeated parts.

    Args:
        pattern: what is to be slow.
        most: pumps to return; of more, every second, third, … is.

    >>> Pump("(", "a", "!") in make_pumps(re.compile(r"[(][a-z]*[)]"))
    True
    """
    written = pattern.pattern
    text = written.decode("latin-1") if isinstance(written, bytes) else written
    flags = pattern.flags & ~re.UNICODE if isinstance(written, bytes) else pattern.flags
    tree = _parser.parse(text, flags & ~re.DEBUG)
    stretches = list(dict.fromkeys(_stretches(tree, "")))
    single = dict.fromkeys((*_USUAL, *(again[0] for _, again in stretches)))
    found = [Pump("", again, end) for again in single for end in ("", "!")]
    for before, again in stretches:
        found += [Pump(start, again, end) for start in {before, ""} for end in _ENDS]
        found += [Pump("", before + again, "!"), Pump("", again + " ", "!")]
        found += [Pump("", before, "")] * bool(before)
        found.append(Pump(before, " ", "!"))
    return _spread(list(dict.fromkeys(found)), most)


def _spread(pumps: list[Pump], most: int) -> list[Pump]:
    """Return the pumps, or as many as are wanted of them, from first to last."""
    step = max(1, math.ceil(len(pumps) / most))
    return pumps[::step]


def _stretches(tree: _Tree, before: str) -> Iterator[tuple[str, str]]:
    """Yield (what may stand before, what is repeated) for each long repetition."""
    for operator, argument in tree:
        if operator in _REPEATS:
            _, most, body = argument
            if most >= _LONG:
                yield from ((before, sample) for sample in _samples(body))
            yield from _stretches(body, before)
        for inner in _inner(operator, argument):
            yield from _stretches(inner, before)
        before += _sample([(operator, argument)])


def _inner(operator: _Tree, argument: _Tree) -> list[_Tree]:
    """Return the parts of a group, a branch, an assertion."""
    if operator is op.SUBPATTERN:
        return [argument[-1]]
    if operator is op.BRANCH:
        return list(argument[1])
    if operator in (op.ASSERT, op.ASSERT_NOT):
        return [argument[1]]
    if operator is op.ATOMIC_GROUP:
        return [argument]
    if operator is op.GROUPREF_EXISTS:
        return [part for part in argument[1:] if part]
    return []


def _samples(tree: _Tree) -> list[str]:
    """Return some strings that match, in which each branch and class has its say."""
    parts = [_variants(*node) for node in tree]
    base = [part[0] for part in parts]
    found = ["".join(base)]
    for place, variants in enumerate(parts):
        before, after = "".join(base[:place]), "".join(base[place + 1 :])
        found += [before + variant + after for variant in variants[1:]]
    return [each for each in dict.fromkeys(found) if each][:_MOST_SAMPLES]


def _variants(operator: _Tree, argument: _Tree) -> list[str]:
    """Return some strings that one part of a pattern matches; the first is short."""
    if operator is op.IN:
        return _of_class(argument)
    if operator in (op.BRANCH, op.SUBPATTERN, op.ATOMIC_GROUP):
        return [s for part in _inner(operator, argument) for s in _samples(part)] or [
            ""
        ]
    if operator in _REPEATS:
        return [s * max(1, argument[0]) for s in _samples(argument[2])] or [""]
    return [_sample([(operator, argument)])]


def _sample(tree: _Tree) -> str:
    """Return a short string that matches, assertions aside."""
    made = ""
    for operator, argument in tree:
        if operator is op.LITERAL:
            made += chr(argument)
        elif operator is op.NOT_LITERAL:
            made += "a" if argument != ord("a") else "b"
        elif operator is op.ANY:
            made += "a"
        elif operator is op.IN:
            made += _of_class(argument)[0]
        elif operator in _REPEATS:
            made += _sample(argument[2]) * max(1, argument[0])
        elif operator is op.BRANCH:
            made += _sample(argument[1][0])
        elif operator in (op.SUBPATTERN, op.ATOMIC_GROUP):
            made += "".join(_sample(inner) for inner in _inner(operator, argument))
    return made


def _of_class(items: _Tree) -> list[str]:
    """Return characters of a class, one of each of its parts."""
    if items[0][0] is op.NEGATE:
        text = _sample([(op.IN, items[1:])])
        return [c for c in "a0 .(" if not _in_class(c, items[1:])] or [f"{text}~"[-1]]
    found: list[str] = []
    for operator, argument in items:
        if operator is op.LITERAL:
            found.append(chr(argument))
        elif operator is op.RANGE:
            found.append(chr(argument[0]))
        else:
            found.append(_CATEGORIES[argument])
    return found


def _in_class(character: str, items: _Tree) -> bool:
    """Tell whether a character is of a class, as far as it matters here."""
    code = ord(character)
    return any(
        code == argument
        if operator is op.LITERAL
        else argument[0] <= code <= argument[1]
        if operator is op.RANGE
        else _in_category(character, argument)
        for operator, argument in items
    )


def _in_category(character: str, category: _Tree) -> bool:
    """Tell whether a character is of a category such as \\w."""
    kind = unicodedata.category(character)
    tests = {
        op.CATEGORY_DIGIT: kind == "Nd",
        op.CATEGORY_SPACE: character.isspace(),
        op.CATEGORY_WORD: character.isalnum() or character == "_",
    }
    opposites = {
        op.CATEGORY_NOT_DIGIT: op.CATEGORY_DIGIT,
        op.CATEGORY_NOT_SPACE: op.CATEGORY_SPACE,
        op.CATEGORY_NOT_WORD: op.CATEGORY_WORD,
    }
    other = opposites.get(category)
    return not tests[other] if other is not None else tests[category]
