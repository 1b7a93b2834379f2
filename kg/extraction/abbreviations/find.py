r"""Which short form stands for which long form: "support vector machines (SVMs)".

After Schwartz & Hearst (2003): the letters of the short form are looked for in the
words next to it. Where they only ask that the letters occur, every way to spread the
letters over the words is given a cost here (a word that gives no letter, a letter from
inside a word), and the cheapest one within a bound is taken.
"""

from collections.abc import Sequence
from itertools import chain

from kg.extraction.abbreviations.brackets import bracketed_pairs
from kg.extraction.abbreviations.definitions import explained_pairs
from kg.extraction.abbreviations.letters import mask_text
from kg.extraction.abbreviations.long_forms import Pair
from kg.records import Link, Mention


def find_abbreviations(text: str) -> list[Pair]:
    """Return pairs of a short form and its long form, in linear time.

    Returns:
        (short start, short end, long start, long end) for each pair, by place; a short
        form that is explained twice stands twice.

    >>> find_abbreviations("optimal transport (OT)")
    [(19, 21, 0, 17)]
    """
    plain = mask_text(text)
    found: dict[tuple[int, int], Pair] = {}
    for pair in chain(bracketed_pairs(plain), explained_pairs(plain)):
        found.setdefault(pair[:2], pair)
    return sorted(_widen_to_dollars(text, pair) for pair in found.values())


def abbreviation_links(
    mentions: Sequence[Mention], pairs: Sequence[Pair]
) -> list[Link]:
    """Link the mentions that stand at the places of `pairs`, short to long form."""
    at = {(m.start, m.end): m for m in mentions if m.field == "text"}
    links = []
    for short_start, short_end, long_start, long_end in pairs:
        short, long = at.get((short_start, short_end)), at.get((long_start, long_end))
        if short is not None and long is not None:
            start, end = min(short.start, long.start), max(short.end, long.end)
            links.append(Link("abbreviation", short, long, start, end))
    return links


def _widen_to_dollars(text: str, pair: Pair) -> Pair:
    """Widen each form by the mark of a formula that it cuts in two."""
    bounds: list[int] = []
    for start, end in (pair[:2], pair[2:]):
        if text.count("$", start, end) % 2:
            if text[start - 1 : start] == "$":
                start -= 1
            elif text[end : end + 1] == "$":
                end += 1
        bounds += [start, end]
    return bounds[0], bounds[1], bounds[2], bounds[3]
