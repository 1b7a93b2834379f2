"""Where the long form begins that ends before a given place."""

import re

from kg.extraction.abbreviations.alignment import (
    COSTS,
    cheapest_start,
    cost_bound,
    last_words,
)
from kg.extraction.abbreviations.letters import (
    MASK,
    letter_sequences,
    letters_of,
    reordered_letters,
)

Pair = tuple[int, int, int, int]
"""Where a short form starts and ends, and where its long form does."""

CERTAIN = 0.3
"""What letters may cost where no long form is expected: little more than initials."""

# "2,4-dichlorophenol", "N-acetyl": places in a molecule begin its name.
_LOCANT = re.compile(
    r"""(?<![^\s(\x02])(?:\d{1,2}[ ](?=[abgd][elh]))?(?:\x02?
    (?:[\d,'’]+|alpha|beta|gamma|delta|[a-z]\d{0,2}|[α-ω])-){1,4}\Z""",
    re.IGNORECASE | re.VERBOSE,
)
# What stands before a place without a blank, and the part before a hyphen.
_TOKEN = re.compile(r"(?<!\S)\S+\Z")
# "non-linear" for N: the letter may be that of the part before a hyphen.
_HYPHENATED = re.compile(r"\w{1,25}-\Z")
_SENTENCE_END = re.compile(r"[.?!;:]\s+(?=[A-Z\"“(])|\n\s*\n|[()\[\]]")
# "variational inference (VI)", "intravenous (IV)", but not "the fourth type (IV)".
_NUMERAL = re.compile(r"[IVX]{2,}")
# (IV) is a number unless the words before it fit it well.
_NUMERAL_BOUND = 0.4


def long_form_before(
    text: str,
    end: int,
    short_span: tuple[int, int],
    *,
    reach: int = 0,
    bound: float | None = None,
) -> Pair | None:
    """Find the long form that ends at `end`, before a bracket or a comma.

    Args:
        text: the text, masked.
        end: where the long form ends; marks and spaces before it are no part of it.
        short_span: where its short form stands.
        reach: where it may begin, at the earliest.
        bound: what its letters may cost, if not the usual.
    """
    while end and text[end - 1] in " \t\n\"'”’,$*_{}":
        end -= 1
    short = text[slice(*short_span)]
    reach = max(reach, end - 30 - 20 * len(letters_of(short)))
    for stop in _SENTENCE_END.finditer(text, reach, end):
        reach = stop.end()
    if _NUMERAL.fullmatch(short):
        bound = _NUMERAL_BOUND
    start = long_form_start(text, reach, end, short, bound=bound)
    return None if start is None else (*short_span, start, end)


def long_form_start(
    text: str, start: int, end: int, short: str, *, bound: float | None = None
) -> int | None:
    """Find where in `text[start:end]` the long form of `short`, up to `end`, begins.

    Returns:
        The offset of the word that gives the first letter, or None where no way to
        spread the letters is cheap enough.
    """
    letters, itself = letters_of(short), short.casefold()
    words = last_words(text, start, end, count=2 * len(letters) + 6)
    if not letters or not words or words[-1].end() < end - 3:
        return None
    cost, best = _default_cost_bound(short, letters) if bound is None else bound, None
    for sequence in letter_sequences(short):
        cost, best = cheapest_start(words, sequence, itself, cost)
        if best is not None:
            break
    if best is None:
        cost = cost_bound(max(2, len(letters)))
    cost -= COSTS.reordered
    for other in reordered_letters(short) if bound is None else ():
        cost, instead = cheapest_start(words, other, itself, cost)
        if instead is not None:
            best, letters = instead, other
    if best is None or end - best <= len(letters) + 1:
        return None
    return _start_of_whole_word(text, start, best, letters[0])


def _default_cost_bound(short: str, letters: str) -> float:
    """Bound what may be a common word ("tree"), or one letter and numbers, narrowly."""
    if short.islower():
        return cost_bound(0)
    return cost_bound(min(len(letters), 2 * sum(c.isalpha() for c in letters)))


def _start_of_whole_word(text: str, start: int, best: int, letter: str) -> int:
    """Move a start behind a hyphen to the word's own, if that too gives the letter.

    Chemists put numbers and groups there ("2,6-diaminopurine", "1,2-bis(…)ethane"),
    which belong to the name.
    """
    locant = _LOCANT.search(text, max(start, best - 15), best)
    if locant:
        best = locant.start()
    token = _TOKEN.search(text, max(0, best - 60), best)
    if token and MASK in token[0]:
        return token.start() + (token[0][0] in "([")
    part = _HYPHENATED.search(text, max(start, best - 25), best)
    return part.start() if part and part[0][0].lower() == letter else best
