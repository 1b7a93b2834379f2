"""How often abstracts of many fields have a term, or a word of terms, in their title.

What a corpus says of a term in three works is little; what 50,000 other works say of it,
and of the words that it is made of, is known beforehand.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from kg.datafiles import table

# So many works are assumed, with the share of all terms, before any is counted.
_PRIOR = 5

# Works that use a term or word, and those that do so in the title.
Counts = Mapping[str, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class TitleShares:
    """How likely works that use something have it in their title.

    Attributes:
        counts: of each that is known.
        usual: the share of all of them.
    """

    counts: Counts
    usual: float

    def share(self, keys: Iterable[str]) -> float:
        """Return the share of something that goes by several keys, smoothed.

        >>> TitleShares({"bandit": (95, 39)}, 0.2).share(["bandit"])
        0.4
        """
        works, titles = _PRIOR * 1.0, _PRIOR * self.usual
        for key in keys:
            own = self.counts.get(key, (0, 0))
            works, titles = works + own[0], titles + own[1]
        return titles / works


@dataclass(frozen=True, slots=True)
class Background:
    """What is known beforehand of terms, by the words of their keys, and of words."""

    terms: TitleShares
    words: TitleShares


def title_shares(counts: Counts) -> TitleShares:
    """Return the shares of counts, with that of all.

    >>> title_shares({"a": (3, 1), "b": (1, 1)}).usual
    0.5
    """
    works = sum(own[0] for own in counts.values())
    titles = sum(own[1] for own in counts.values())
    return TitleShares(counts, titles / works)


@lru_cache(maxsize=1)
def shipped_background() -> Background:
    """Return the counts that kg ships (`pipelines.terms.count_titles`)."""
    return Background(
        terms=title_shares(_counts(table("terms/title_counts"))),
        words=title_shares(_counts(table("terms/title_word_counts"))),
    )


def _counts(rows: Iterable[Mapping[str, str]]) -> Counts:
    """Return the counts of a table's rows, by their words."""
    return {row["words"]: (int(row["works"]), int(row["titles"])) for row in rows}
