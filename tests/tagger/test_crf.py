"""The field against brute force: every sequence of labels, one by one."""

import itertools

import numpy as np
import pytest

from kg.tagger.crf import Chain, forward_backward, marginals
from kg.tagger.step_layout import StepLayout, lay_out_steps

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


def test_marginals_are_the_share_of_all_sequences(
    field: tuple[Chain, np.ndarray, StepLayout],
) -> None:
    chain, scores, layout = field
    chances = sequences(chain, texts(scores)[0])
    total = np.logaddexp.reduce(list(chances.values()))
    begins = sum(np.exp(s - total) for y, s in chances.items() if y[0] == 1)
    found = marginals(forward_backward(chain, scores[layout.forwards], layout))
    place = layout.forwards.tolist().index(0)
    assert found[place, 1] == pytest.approx(begins)
