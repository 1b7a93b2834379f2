"""The field against brute force: every sequence of labels, one by one."""

import itertools
from collections.abc import Callable

import numpy as np
import pytest

from kg.tagger.crf import Chain, expected, loss, marginals, observed, sums
from kg.tagger.lstm import Steps, steps

LENGTHS = np.array([4, 2, 5, 1])
SIZE = 3


@pytest.fixture
def field() -> tuple[Chain, np.ndarray, Steps]:
    random = np.random.default_rng(0)
    chain = Chain(
        random.normal(size=(SIZE, SIZE)),
        random.normal(size=SIZE),
        random.normal(size=SIZE),
    )
    chain.transitions[0, 2] = -1e4
    return chain, random.normal(size=(int(LENGTHS.sum()), SIZE)), steps(LENGTHS)


def sequences(chain: Chain, scores: np.ndarray) -> dict[tuple[int, ...], float]:
    """All sequences of labels of one text with their scores."""
    return {
        labels: chain.first[labels[0]]
        + chain.last[labels[-1]]
        + sum(row[label] for row, label in zip(scores, labels, strict=True))
        + sum(chain.transitions[pair] for pair in itertools.pairwise(labels))
        for labels in itertools.product(range(SIZE), repeat=len(scores))
    }


def texts(scores: np.ndarray) -> list[np.ndarray]:
    return np.split(scores, np.cumsum(LENGTHS)[:-1])


def test_loss_is_the_negative_log_likelihood(
    field: tuple[Chain, np.ndarray, Steps],
) -> None:
    chain, scores, layout = field
    gold = np.ones(len(scores), dtype=int)
    expected = 0.0
    for text in texts(scores):
        all_scores = sequences(chain, text)
        total = np.logaddexp.reduce(list(all_scores.values()))
        expected += total - all_scores[(1,) * len(text)]
    wanted = observed(gold, SIZE, layout)
    found, _, _ = loss(chain, scores[layout.forwards], wanted, layout)
    assert found == pytest.approx(expected)


def test_marginals_are_the_share_of_all_sequences(
    field: tuple[Chain, np.ndarray, Steps],
) -> None:
    chain, scores, layout = field
    chances = sequences(chain, texts(scores)[0])
    total = np.logaddexp.reduce(list(chances.values()))
    begins = sum(np.exp(s - total) for y, s in chances.items() if y[0] == 1)
    found = marginals(sums(chain, scores[layout.forwards], layout))
    place = layout.forwards.tolist().index(0)
    assert found[place, 1] == pytest.approx(begins)


@pytest.mark.parametrize(
    "part",
    [
        pytest.param(lambda chain, scores: scores, id="scores"),
        pytest.param(lambda chain, scores: chain.transitions, id="transitions"),
        pytest.param(lambda chain, scores: chain.first, id="first"),
        pytest.param(lambda chain, scores: chain.last, id="last"),
    ],
)
def test_gradients(
    field: tuple[Chain, np.ndarray, Steps],
    part: Callable[[Chain, np.ndarray], np.ndarray],
) -> None:
    chain, scores, layout = field
    wanted = observed(np.array([0, 1, 2, 0] * 3), SIZE, layout)
    _, d_scores, d_chain = loss(chain, scores, wanted, layout)
    weights, gradient = part(chain, scores), part(d_chain, d_scores)
    for place in ((0,) * weights.ndim, (1,) * weights.ndim):
        weights[place] += 1e-5
        above, _, _ = loss(chain, scores, wanted, layout)
        weights[place] -= 2e-5
        below, _, _ = loss(chain, scores, wanted, layout)
        weights[place] += 1e-5
        assert gradient[place] == pytest.approx((above - below) / 2e-5, abs=1e-6)


def test_a_field_that_is_as_wanted_has_nothing_to_learn(
    field: tuple[Chain, np.ndarray, Steps],
) -> None:
    chain, scores, layout = field
    wanted = expected(chain, sums(chain, scores, layout), layout)
    _, d_scores, d_chain = loss(chain, scores, wanted, layout)
    for gradient in (d_scores, d_chain.transitions, d_chain.first, d_chain.last):
        np.testing.assert_allclose(gradient, 0, atol=1e-12)


def test_what_is_expected_are_counts_over_all_sequences(
    field: tuple[Chain, np.ndarray, Steps],
) -> None:
    chain, scores, layout = field
    laid_out = scores[layout.forwards]
    found = expected(chain, sums(chain, laid_out, layout), layout)
    pairs, last = np.zeros((SIZE, SIZE)), np.zeros(SIZE)
    for text in texts(scores):
        chances = sequences(chain, text)
        total = np.logaddexp.reduce(list(chances.values()))
        for labels, score in chances.items():
            last[labels[-1]] += np.exp(score - total)
            for pair in itertools.pairwise(labels):
                pairs[pair] += np.exp(score - total)
    np.testing.assert_allclose(found.chain.transitions, pairs, atol=1e-9)
    np.testing.assert_allclose(found.chain.last, last, atol=1e-9)
