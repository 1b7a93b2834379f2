"""Institutions under a name with a slip of the pen: "Standford University".

A slip leaves a word that nobody else writes, beside one that many do: a letter too many
or too few, or two that changed places. Another letter in its place is one only where both
are in one city, for Jiangsu and Jiangxi are two provinces.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from kg.institutions.table import known, name_key, table_words
from kg.records import InstitutionFacts
from kg.text.places import is_place

_LEAST_OFTEN = 3  # mentions of the right name, for each of the other
_LEAST_LETTERS = 7  # of a word in which a slip can be told from another word


class Slip(NamedTuple):
    """Two clusters, one of which has the name of the other with a slip."""

    wrong: int
    right: int


class _Name(NamedTuple):
    cluster: int
    words: tuple[str, ...]


def find_misprints(
    names: Mapping[int, Sequence[str]],
    counts: Mapping[int, int],
    facts: Mapping[int, InstitutionFacts],
) -> Iterator[Slip]:
    """Yield the clusters whose only name is that of another, but for a slip.

    Args:
        names: of each cluster.
        counts: how often each is mentioned.
        facts: what is known of each; those in different countries or cities are two.
    """
    keys = {
        cluster: sorted({tuple(name_key(name).split()) for name in own})
        for cluster, own in sorted(names.items())
    }
    spread = Counter(
        chain.from_iterable(set(chain.from_iterable(own)) for own in keys.values())
    )
    blocks = _blocks(keys)
    for cluster, own in keys.items():
        if len(own) == 1 and not any(map(known, names[cluster])):
            rights = {
                right.cluster
                for at, word in enumerate(own[0])
                if spread[word] == 1 and _may_be_slip(word)
                for right in blocks[_without_word(own[0], at)]
                if _is_slip_of(
                    word,
                    right.words[at],
                    (facts.get(cluster), facts.get(right.cluster)),
                    often=counts[right.cluster] >= _LEAST_OFTEN * counts[cluster],
                    tabled=any(map(known, names[right.cluster])),
                )
            }
            if len(rights) == 1:
                yield Slip(cluster, *rights)


def _is_slip_of(
    wrong: str,
    right: str,
    facts: tuple[InstitutionFacts | None, InstitutionFacts | None],
    *,
    often: bool,
    tabled: bool,
) -> bool:
    """Tell a slip from another name by how alike they are, where, and how well known."""
    here, there = facts
    one_city = bool(here and there and here.city and here.city == there.city)
    one_city = one_city and _may_be_one(here, there, site=False)
    if is_slip(wrong, right):
        return (often or tabled) and (
            one_city or _may_be_one(here, there, site=not tabled)
        )
    return (often or tabled) and one_city and _is_other_letter(wrong, right)


def _is_other_letter(wrong: str, right: str) -> bool:
    """Tell whether two words differ by one letter in the midst of them."""
    differ = [n for n, (a, b) in enumerate(zip(wrong, right, strict=False)) if a != b]
    return len(wrong) == len(right) and len(differ) == 1 and differ[0] > 0


def is_slip(wrong: str, right: str) -> bool:
    """Tell whether two words differ by one letter too many, or two that are swapped.

    >>> is_slip("standford", "stanford"), is_slip("jiangsu", "jiangxi")
    (True, False)
    """
    if wrong[0] != right[0] or wrong == right:
        return False
    if len(wrong) == len(right):
        at = next(
            n for n, (a, b) in enumerate(zip(wrong, right, strict=True)) if a != b
        )
        return wrong[at : at + 2] == right[at : at + 2][::-1] and (
            wrong[at + 2 :] == right[at + 2 :]
        )
    short, long = sorted((wrong, right), key=len)
    return any(long[:n] + long[n + 1 :] == short for n in range(len(long)))


def _may_be_slip(word: str) -> bool:
    plain = len(word) >= _LEAST_LETTERS and word.isalpha()
    return plain and word not in table_words() and not is_place(word)


def _blocks(
    keys: Mapping[int, Sequence[tuple[str, ...]]],
) -> dict[tuple[str, ...], list[_Name]]:
    """Return the names by what is left of them without one of their long words."""
    found: dict[tuple[str, ...], list[_Name]] = {}
    for cluster, own in keys.items():
        for words in own:
            for at, word in enumerate(words):
                if len(word) >= _LEAST_LETTERS - 1:
                    rest = _without_word(words, at)
                    found.setdefault(rest, []).append(_Name(cluster, words))
    return found


def _without_word(words: tuple[str, ...], at: int) -> tuple[str, ...]:
    return *words[:at], "", *words[at + 1 :]


def _may_be_one(
    a: InstitutionFacts | None, b: InstitutionFacts | None, *, site: bool
) -> bool:
    """Tell whether nothing says that two are in different countries, or cities (`site`)."""
    if a is None or b is None:
        return True
    pairs = [(a.ror, b.ror), (a.country, b.country)]
    pairs += [(a.city, b.city)] if site else []
    return all(None in pair or pair[0] == pair[1] for pair in pairs)
