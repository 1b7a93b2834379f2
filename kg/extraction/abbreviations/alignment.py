"""How the letters of a short form spread over words, and what each way costs.

The words are read from the right; each takes some of the letters, at a cost: none for
its initial, little for more letters of its beginning, more for letters from its middle;
a word that takes no letter costs unless it is a function word.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from kg.datafiles import word_list

_WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)?")
# Words that begin so may stand for a character that is not their initial.
_SPOKEN_AS = {
    "1": ("one", "first", "single", "mono"),
    "2": ("two", "second", "to", "di", "double", "ii"),
    "3": ("three", "third", "tri", "iii"),
    "4": ("four", "for", "quad", "tetra"),
    "5": ("five", "fifth", "penta"),
    "6": ("six", "hexa"),
    "7": ("seven", "hepta", "vii"),
    "8": ("eight", "octa", "viii"),
    "9": ("nine", "ninth", "ix"),
    "x": ("ex", "cross", "trans"),
    "k": ("constant", "potassium"),
    "v": ("potential",),
    "i": ("current",),
    "o": ("extracellular",),
    "α": ("alpha",),
    "β": ("beta",),
    "γ": ("gamma",),
    "δ": ("delta",),
    "κ": ("kappa",),
    "λ": ("lambda",),
    "μ": ("mu", "micro"),
    "+": ("positive", "plus"),
    "-": ("negative", "minus"),
    # No letters, but what a short form says by its shape: `letter_sequences`, `reordered_letters`.
    "[": ("concentration", "level"),
    "I": ("current",),
    "P": ("positive", "plus"),
    "N": ("negative", "minus"),
}
# Above any limit: so many letters cannot be left without a word.
_NEVER = 1e9


class Costs(NamedTuple):
    """What it costs to read a short form so.

    Chosen by hand, with `pipelines.terms.score_abbreviations`: any one of them halved or
    doubled changes F1 by 1.2 at most on half 0 of med1250, and on annotated papers.
    """

    bound: float = 1.0
    """What a way may cost, with `bound_per_letter` for each of `most_letters`."""
    bound_per_letter: float = 0.35
    most_letters: int = 8
    skipped_word: float = 1.0
    skipped_part: float = 0.3
    """A word behind a hyphen takes no letter: "root-mean-square difference (RD)"."""
    skipped_function_word: float = 0.12
    function_opening: float = 0.9
    """The long form begins with a function word, or behind a bracket and a hyphen."""
    inner_opening: float = 0.1
    """It begins behind a hyphen."""
    inner_start: float = 0.9
    inner_letter: float = 0.35
    next_letter: float = 0.08
    unseen_digit: float = 0.7
    comma: float = 0.15
    longer: float = 0.1
    """How much cheaper a longer long form must be than a shorter one."""
    reordered: float = 0.3
    """The last part of the short form comes first in the long one."""


COSTS = Costs()


class _PricedWord(NamedTuple):
    """A word, and what it costs to begin with it, to skip it, to go past it."""

    text: str
    opening: float
    skip: float
    onward: float


def last_words(text: str, start: int, end: int, *, count: int) -> list[re.Match[str]]:
    """Return the last words of `text[start:end]`, `count` at most, as matches.

    >>> [match[0] for match in last_words("local flow nets", 0, 15, count=2)]
    ['flow', 'nets']
    """
    return list(_WORD.finditer(text, start, end))[-count:]


def _price_word(match: re.Match[str]) -> _PricedWord:
    """Return a word that stands in a text, with its costs.

    A word behind a hyphen is cheap to skip, a function word or a number cheaper, and
    none of these is a likely beginning.
    """
    first, last = match.span()
    word, before = match[0].lower(), match.string[max(0, first - 2) : first]
    onward = COSTS.comma if before[:1] in (",", ";") else 0.0
    locant = last - first == 1 and match.string.startswith("-", last)
    if locant or word.isdigit() or before == "- ":  # "plasti- city"
        return _PricedWord(word, 0.0, COSTS.skipped_function_word, onward)
    if word in word_list("terms/function_words"):
        opening, skip = COSTS.function_opening, COSTS.skipped_function_word
        return _PricedWord(word, opening, skip, onward)
    if before[-1:] == "-":
        behind = before[0] in ")]"
        opening = COSTS.function_opening if behind else COSTS.inner_opening
        return _PricedWord(word, opening, COSTS.skipped_part, onward)
    return _PricedWord(word, 0.0, COSTS.skipped_word, onward)


def cost_bound(count: int) -> float:
    """Return what a way to spread so many letters may cost.

    >>> cost_bound(2) < cost_bound(5) < cost_bound(8) == cost_bound(20)
    True
    """
    return COSTS.bound + COSTS.bound_per_letter * min(count, COSTS.most_letters)


def cheapest_start(
    words: Sequence[re.Match[str]], letters: str, short: str, limit: float
) -> tuple[float, int | None]:
    """Find the word that the long form begins with, where that costs below `limit`.

    Returns:
        The least cost (or `limit`), and the offset of the word (or None). No word
        before `short` itself, lower case, is looked at.
    """
    last = len(letters)
    # costs[j]: the least cost of giving letters j… to the words from this one on.
    costs = _without_digits([_NEVER] * last + [0.0], letters)
    best, best_cost, ahead = None, limit, 0.0
    for match in reversed(words):
        word, opening, skip, onward = _price_word(match)
        if word == short:
            break
        word = _respell(word, letters)
        takes = [_letters_taken(word, letters, j) for j in range(last)]
        openings = (c + costs[n] + opening for n, c, initial in takes[0] if initial)
        cost = min(openings, default=_NEVER)
        if cost < best_cost - ahead:
            best, best_cost, ahead = match.start(), cost, COSTS.longer
        costs = [
            min([costs[j] + skip, *(c + costs[j + n] for n, c, _ in takes[j])]) + onward
            for j in range(last)
        ] + [costs[last] + skip + onward]
        costs = _without_digits(costs, letters)
        if min(costs) >= best_cost:
            break  # further words only add to what it costs
    return best_cost, best


def _without_digits(costs: list[float], letters: str) -> list[float]:
    """Let a number or sign pass that the words do not show: "T3", "A3C", "K+"."""
    for j in reversed(range(len(letters))):
        if not letters[j].isalpha():
            unseen = COSTS.unseen_digit if letters[j].isdigit() else 0.0
            costs[j] = min(costs[j], costs[j + 1] + unseen)
    return costs


def _letters_taken(
    word: str, letters: str, j: int
) -> Sequence[tuple[int, float, bool]]:
    """Return what a word may take of the letters from `j` on.

    Returns:
        (how many letters, at what cost, whether the first is its initial) for each way.
    """
    letter, at = letters[j], word.find(letters[j])
    if letter in _SPOKEN_AS and word.startswith(_SPOKEN_AS[letter]):
        return ((1, 0.0, True),)
    if at < 0:
        return ()
    initial = at == 0
    cost = 0.0 if initial else COSTS.inner_start
    found = []
    for place in range(j + 1, len(letters) + 1):
        if at < 0:
            break
        found.append((place - j, cost, initial))
        following = word.find(letters[place], at + 1) if place < len(letters) else -1
        cost += COSTS.next_letter if following == at + 1 else COSTS.inner_letter
        at = following
    return found


def _respell(word: str, letters: str) -> str:
    """Spell a word as medicine and chemistry do when they abbreviate it."""
    if "x" in letters and "x" not in word:
        word = word.replace("ect", "x")  # "ovariectomized (OVX)"
    if word.startswith(("oe", "ae")) and "e" in letters and word[0] not in letters:
        word = word[1:]  # "oestradiol (E2)"
    if "oh" in letters:
        word = word.replace("hydroxy", "ohydroxy")  # "hydroxydopamine (OHDA)"
    return word
