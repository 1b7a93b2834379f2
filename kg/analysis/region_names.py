"""Names of regions: terms that are prominent in them and at home there.

A name is an actual term of the region, never made up: a reader finds it in the papers.
No two names share a word, within a region or between two, for a word that fits two
places tells neither. Terms that are rare everywhere (c-TF-IDF picks them) say less.
"""

import re
from collections.abc import Sequence

import numpy as np

from kg.analysis.arrays import Floats, Ints
from kg.analysis.regions import HOME
from kg.text.folding import strip_plural

NAMES = 3  # of a region in a list; a map has room for the first two
_AT_HOME = 1.5  # exponent of the home share: prominence alone names all regions alike

_WORD = re.compile(r"\w+")
# Of these a name may have what another one has.
_EMPTY = frozenset(
    {"a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "s", "the"}
    | {"to", "via", "with"}
)


def prominence(works: Ints, shares: Floats) -> Floats:
    """Return how well each node stands for its region: by works, and at home: (nodes,).

    Example:
        >>> prominence(np.array([4, 4]), np.array([1.0, 0.25])).tolist()
        [2.0, 0.25]
    """
    standing: Floats = np.sqrt(works) * shares**_AT_HOME
    return standing


def rank_terms(
    works: Ints, groups: Ints, shares: Floats, *, salience: Floats | None = None
) -> list[list[int]]:
    """Return the terms of each region, best name first: those at home, prominent ones.

    Args:
        works: of how many works each term is, (terms,).
        groups: the region of each, (terms,).
        shares: how much each is at home there, (terms,); see `home_shares`.
        salience: how much a term says about what works are about, in [0, 1], (terms,);
            by default all say the same.

    Example:
        >>> groups, shares = np.array([0, 0, 1]), np.array([0.5, 0.9, 0.8])
        >>> rank_terms(np.array([4, 4, 1]), groups, shares)
        [[1, 0], [2]]
    """
    scores = prominence(works, shares)
    if salience is not None:
        scores = scores * salience
    order = np.lexsort((-scores.round(9), shares < HOME))
    members = [
        order[groups[order] == g] for g in range(int(groups.max(initial=-1)) + 1)
    ]
    return [each.tolist() for each in members]


def choose_names(
    labels: Sequence[str],
    ranked: Sequence[Sequence[int]],
    *,
    most: int = NAMES,
    may_share: bool = True,
) -> list[list[str]]:
    """Return the names of each region, best first.

    All regions get their first name before any gets a second. No two names share a word.

    Args:
        labels: names of the terms.
        ranked: the terms of each region, as places in `labels`, best first.
        most: names of a region.
        may_share: whether a region none of whose terms is free of the words of others
            has its best one all the same, or no name.

    Example:
        >>> labels = ["graph", "random graphs", "trees", "kernels", "kernel methods"]
        >>> choose_names(labels, [[0, 1, 2], [4, 3]])
        [['graph', 'trees'], ['kernel methods']]
    """
    # A name without a word that means something ("A") is its own.
    words = [content_words(label) or frozenset({label}) for label in labels]
    names: list[list[str]] = [[] for _ in ranked]
    taken: set[str] = set()
    for _ in range(most):
        for named, terms in zip(names, ranked, strict=True):
            chosen = next((i for i in terms if not words[i] & taken), None)
            if chosen is None and may_share and terms and not named:
                chosen = terms[0]
            if chosen is not None:
                named.append(labels[chosen])
                taken |= words[chosen]
    return names


def content_words(label: str) -> frozenset[str]:
    """Return the words of a label that mean something, in the singular.

    Example:
        >>> sorted(content_words("Analysis of neural networks"))
        ['analysis', 'network', 'neural']
    """
    words = map(strip_plural, _WORD.findall(label.lower()))
    return frozenset(word for word in words if word not in _EMPTY)
