"""Word vectors from counts: positive pointwise mutual information, factorised.

Levy & Goldberg 2014 show that this is what word2vec approximates. Left and right
neighbours are different contexts, so that the vectors tell what a word is beside what
it is about. Counting is exact and the factorisation's random start is seeded: the same
texts give the same vectors.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np
import scipy.sparse  # type: ignore[import-untyped]
from numpy.typing import NDArray

from kg.tagger.features import normal_spelling

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

# How much a neighbour counts, by its distance.
_WEIGHTS = (1.0, 0.5, 0.33)
_SMOOTHING = (
    0.75  # the power of contexts' counts: rare ones tell less than they seem to
)


def vocabulary(texts: Iterable[Sequence[str]], *, least: int = 5) -> list[str]:
    """Return normal spellings that stand at least so often, most frequent first."""
    counts = Counter(normal_spelling(word) for words in texts for word in words)
    kept = [word for word, count in counts.items() if count >= least and word]
    return sorted(kept, key=lambda word: (-counts[word], word))


def word_vectors(
    texts: Iterable[Sequence[str]],
    spellings: Sequence[str],
    *,
    width: int = 128,
    contexts: int = 20_000,
    seed: int = 0,
) -> Floats:
    """Return a vector for each spelling, (words, width), of mean square one.

    Args:
        texts: tokenised texts.
        spellings: normal spellings, the most frequent first.
        width: numbers a vector.
        contexts: neighbours counted, the most frequent spellings.
        seed: of the random start of the factorisation.
    """
    rows = {word: row for row, word in enumerate(spellings)}
    places = _places(texts, rows)
    contexts = min(contexts, len(spellings))
    table = scipy.sparse.hstack(
        [_count(places, len(spellings), contexts, left) for left in (False, True)]
    )
    factors = _factorise(_information(table), width, seed)
    scaled: Floats = (factors / np.sqrt(np.mean(factors**2))).astype(np.float32)
    return scaled


def _places(texts: Iterable[Sequence[str]], rows: dict[str, int]) -> Ints:
    """Return all texts as rows of words, -1 for unknown ones and between texts."""
    gap = [-1] * len(_WEIGHTS)
    ids: list[int] = []
    for words in texts:
        ids += [rows.get(normal_spelling(word), -1) for word in words]
        ids += gap
    return np.array(ids, dtype=np.int64)


def _count(
    places: Ints, words: int, contexts: int, left: bool
) -> scipy.sparse.csr_array:
    """Return how often each word stands beside each context on one side, weighted."""
    total = scipy.sparse.csr_array((words, contexts), dtype=np.float32)
    for distance, weight in enumerate(_WEIGHTS, start=1):
        word, other = places[:-distance], places[distance:]
        if left:
            word, other = other, word
        seen = (word >= 0) & (other >= 0) & (other < contexts)
        ones = np.full(int(seen.sum()), weight, dtype=np.float32)
        total = total + scipy.sparse.csr_array(
            (ones, (word[seen], other[seen])), shape=(words, contexts)
        )
    return total


def _information(table: scipy.sparse.sparray) -> scipy.sparse.csr_array:
    """Return positive pointwise mutual information, contexts smoothed by a power."""
    counts = table.tocoo()
    by_word = np.asarray(table.sum(axis=1)).ravel()
    by_context = np.asarray(table.sum(axis=0)).ravel() ** _SMOOTHING
    by_context /= by_context.sum()
    value = np.log(counts.data / (by_word[counts.row] * by_context[counts.col]))
    kept = value > 0
    places = (counts.row[kept], counts.col[kept])
    return scipy.sparse.csr_array(
        (value[kept].astype(np.float32), places), shape=table.shape
    )


def _factorise(table: scipy.sparse.csr_array, width: int, seed: int) -> Floats:
    """Return left singular vectors, each by the root of its value (Halko et al. 2011)."""
    random = np.random.default_rng(seed)
    start = random.standard_normal((table.shape[1], width + 20), dtype=np.float32)
    basis = np.linalg.qr(table @ start)[0]
    for _ in range(4):
        basis = np.linalg.qr(table @ np.linalg.qr(table.T @ basis)[0])[0]
    left, values, _ = np.linalg.svd((table.T @ basis).T, full_matrices=False)
    factors: Floats = (basis @ left)[:, :width] * np.sqrt(values[:width])
    return factors
