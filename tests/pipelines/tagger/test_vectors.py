import numpy as np
import pytest

from pipelines.tagger.vectors import vocabulary, word_vectors

TEXTS = [
    f"the {noun} {verb} a {other} .".split()
    for noun in ("cat", "dog")
    for verb in ("sees", "chases")
    for other in ("mouse", "bird")
    for _ in range(5)
] + [
    f"in {year} we prove theorem {n} .".split()
    for year in (1998, 2001)
    for n in range(9)
]


def test_spellings_are_counted_alike_and_the_frequent_come_first():
    found = vocabulary([["The", "the", "thé", "1998", "2001", "rare"]], least=2)
    assert found == ["the", "0000"]


@pytest.fixture(scope="module")
def spellings():
    return vocabulary(TEXTS)


@pytest.fixture(scope="module")
def vectors(spellings):
    return word_vectors(TEXTS, spellings, width=6)


def _similarity(vectors, spellings, one, other):
    a, b = (vectors[spellings.index(word)] for word in (one, other))
    return float(a @ b / np.linalg.norm(a) / np.linalg.norm(b))


def test_words_that_stand_in_the_same_places_are_alike(vectors, spellings):
    near = _similarity(vectors, spellings, "cat", "dog")
    assert near > 0.9
    assert near > _similarity(vectors, spellings, "cat", "theorem") + 0.5


def test_vectors_repeat_and_are_of_mean_square_one(vectors, spellings):
    assert np.array_equal(vectors, word_vectors(TEXTS, spellings, width=6))
    assert np.mean(vectors**2) == pytest.approx(1, abs=1e-5)
    assert vectors.shape == (len(spellings), 6)
