"""Gradients against brute force: every sequence of labels, and small steps."""

import itertools
from collections.abc import Callable

import numpy as np
import pytest

from kg.tagger.crf import Chain, forward_backward
from kg.tagger.step_layout import StepLayout, lay_out_steps
from kg.tagger.training import (
    cross_entropy,
    expected_counts,
    observed_counts,
    of_previous_step,
    sum_by_type,
)

LENGTHS = np.array([4, 2, 5, 1])
SIZE = 3


@pytest.fixture
def field() -> tuple[Chain, np.ndarray, StepLayout]:
    random = np.random.default_rng(0)
    chain = Chain(
        random.normal(size=(SIZE, SIZE)),
        random.normal(size=SIZE),
        random.normal(size=SIZE),
    )
    chain.transitions[0, 2] = -1e4
    return chain, random.normal(size=(int(LENGTHS.sum()), SIZE)), lay_out_steps(LENGTHS)


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
    field: tuple[Chain, np.ndarray, StepLayout],
) -> None:
    chain, scores, layout = field
    gold = np.ones(len(scores), dtype=int)
    expected = 0.0
    for text in texts(scores):
        all_scores = sequences(chain, text)
        total = np.logaddexp.reduce(list(all_scores.values()))
        expected += total - all_scores[(1,) * len(text)]
    wanted = observed_counts(gold, SIZE, layout)
    found, _, _ = cross_entropy(chain, scores[layout.forwards], wanted, layout)
    assert found == pytest.approx(expected)


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
    field: tuple[Chain, np.ndarray, StepLayout],
    part: Callable[[Chain, np.ndarray], np.ndarray],
) -> None:
    chain, scores, layout = field
    wanted = observed_counts(np.array([0, 1, 2, 0] * 3), SIZE, layout)
    _, d_scores, d_chain = cross_entropy(chain, scores, wanted, layout)
    weights, gradient = part(chain, scores), part(d_chain, d_scores)
    for place in ((0,) * weights.ndim, (1,) * weights.ndim):
        weights[place] += 1e-5
        above, _, _ = cross_entropy(chain, scores, wanted, layout)
        weights[place] -= 2e-5
        below, _, _ = cross_entropy(chain, scores, wanted, layout)
        weights[place] += 1e-5
        assert gradient[place] == pytest.approx((above - below) / 2e-5, abs=1e-6)


def test_a_field_that_is_as_wanted_has_nothing_to_learn(
    field: tuple[Chain, np.ndarray, StepLayout],
) -> None:
    chain, scores, layout = field
    wanted = expected_counts(chain, forward_backward(chain, scores, layout), layout)
    _, d_scores, d_chain = cross_entropy(chain, scores, wanted, layout)
    for gradient in (d_scores, d_chain.transitions, d_chain.first, d_chain.last):
        np.testing.assert_allclose(gradient, 0, atol=1e-12)


def test_what_is_expected_are_counts_over_all_sequences(
    field: tuple[Chain, np.ndarray, StepLayout],
) -> None:
    chain, scores, layout = field
    laid_out = scores[layout.forwards]
    found = expected_counts(chain, forward_backward(chain, laid_out, layout), layout)
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


def test_values_move_one_step_on_and_begin_with_zero() -> None:
    layout = lay_out_steps(LENGTHS)
    flat = np.arange(1.0, 13.0)
    values = np.stack([flat[layout.forwards][:, None]] * 2)
    earlier = np.empty_like(flat)
    earlier[layout.forwards] = of_previous_step(values, layout)[1, :, 0]
    assert earlier.tolist() == [0, 1, 2, 3, 0, 5, 0, 7, 8, 9, 10, 0]


def test_gradients_of_a_type_are_summed() -> None:
    gradient = np.array([[1.0], [2.0], [4.0], [8.0]])
    assert sum_by_type(gradient, np.array([1, 0, 1, 2]), 3).tolist() == [[2], [5], [8]]
