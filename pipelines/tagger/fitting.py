"""Let a tagger go on learning until it gives the targets of examples.

The loop is the same whether the targets are gold labels (`pipelines.tagger.train`) or
what a teacher said (`pipelines.tagger.distil`): both become counts of labels, and the
gradient is the difference to what the tagger's own field expects.
"""

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from thinc.api import Adam, Model, Optimizer

from kg.cli.console import show_progress
from kg.parallel import one_blas_thread
from kg.tagger import weights
from kg.tagger.crf import Chain
from kg.tagger.neural_network import Batch, build_network, label_chain, make_batch
from kg.tagger.step_layout import StepLayout, lay_out_steps
from kg.tagger.storage import TrainedTagger
from kg.tagger.training import LabelCounts, cross_entropy

BATCH = 16  # examples a step
_WARM_UP = 100  # steps in which the learning rate rises, at most
_BOUND = 5.0  # on the norm of all gradients


class Example(NamedTuple):
    """A window of a text: its words, and for each a label, or scores of all labels."""

    words: list[str]
    target: NDArray[Any]


TargetCounts = Callable[[NDArray[Any], StepLayout], LabelCounts]
"""From targets, in the order of the layout, to the counts that they ask for."""


def fit(
    start: TrainedTagger,
    examples: Sequence[Example],
    target_counts: TargetCounts,
    *,
    seed: int,
    epochs: int,
    batch_size: int = BATCH,
    learning_rate: float = 2e-3,
    dropout: float = 0.3,
) -> TrainedTagger:
    """Go on from `start` until the tagger gives the examples' targets.

    The weights returned are a moving average over the training (Polyak & Juditsky
    1992), which saves halving the learning rate for the last gains. The same arguments
    give the same tagger.

    Args:
        start: words and weights to begin with; they are not changed.
        examples: windows of texts.
        target_counts: what the examples' targets ask for.
        seed: of the order of examples and of dropout.
        epochs: how often each example is seen.
        batch_size: examples a step.
        learning_rate: Adam's highest; it rises for some steps, then falls to zero.
        dropout: the share of values hidden between layers.
    """
    model = build_network(start.shape, start.vectors, dropout=dropout, seed=seed)
    weights.copy_weights(start.model, model)
    optimizer = Adam(learning_rate, L2=0.0, grad_clip=0.0, use_averages=True)
    random = np.random.default_rng(seed)
    rounds = list(_rounds(len(examples), epochs, batch_size, random))
    with one_blas_thread():
        for number, chosen in enumerate(show_progress("training", rounds, len(rounds))):
            optimizer.learn_rate = learning_rate * _rise_and_fall(number, len(rounds))
            batch = [examples[i] for i in chosen]
            _update(model, optimizer, batch, start.rows, target_counts)
    for layer, name in weights.all_weights(model):
        weights.set_weights(layer, name, optimizer.averages[layer.id, name])
    return TrainedTagger(start.rows, start.vectors, start.shape, model)


def epochs_needed(examples: int, batch_size: int, *, epochs: int, steps: int) -> int:
    """Return how many epochs are at least so many, and at least so many steps.

    Example:
        >>> epochs_needed(32, 16, epochs=6, steps=200)
        100
    """
    return max(epochs, math.ceil(steps * batch_size / max(examples, 1)))


def gradients(
    chain: Chain,
    scores: NDArray[np.float32],
    layout: StepLayout,
    targets: NDArray[Any],
    target_counts: TargetCounts,
) -> tuple[NDArray[np.float32], Chain]:
    """Return the gradients of the scores (tokens, labels) and of the field.

    An example's loss is some tens; scaled down, one clipping bound fits all sizes.

    Args:
        chain: the field's weights.
        scores: (tokens, labels), sequence by sequence.
        layout: how the tokens fall into sequences.
        targets: (tokens, …), sequence by sequence.
        target_counts: what the targets ask for.
    """
    counts = target_counts(targets[layout.forwards], layout)
    laid_out = scores[layout.forwards]
    _, d_laid_out, d_chain = cross_entropy(chain, laid_out, counts, layout)
    scale = np.float32(1 / (20 * layout.sequences))
    d_scores = np.empty_like(scores)
    d_scores[layout.forwards] = d_laid_out * scale
    parts = (d_chain.transitions, d_chain.first, d_chain.last)
    return d_scores, Chain(*(part * scale for part in parts))


def clip_gradients(model: Model[Batch, Any], bound: float) -> None:
    """Scale all gradients so that their common norm stays within the bound."""
    found = [weights.gradient(*where) for where in weights.all_weights(model)]
    norm = math.sqrt(sum(float(np.sum(each**2)) for each in found))
    if norm > bound:
        for each in found:
            each *= np.float32(bound / norm)


def _rise_and_fall(step: int, steps: int) -> float:
    """Return the share of the highest learning rate that a step takes."""
    warm_up = min(_WARM_UP, steps // 5 + 1)
    return min(1.0, (step + 1) / warm_up) * (1 - step / steps)


def _rounds(
    count: int, epochs: int, size: int, random: np.random.Generator
) -> Iterator[NDArray[np.int64]]:
    """Yield the numbers of the examples of each step, in a new order each epoch."""
    for _ in range(epochs):
        shuffled = random.permutation(count)
        for begin in range(0, count, size):
            yield shuffled[begin : begin + size]


def _update(
    model: Model[Batch, Any],
    optimizer: Optimizer,
    examples: Sequence[Example],
    rows: Mapping[str, int],
    target_counts: TargetCounts,
) -> None:
    """Take one step down the gradient."""
    batch = make_batch([example.words for example in examples], rows)
    targets = np.concatenate([example.target for example in examples])
    scores, backprop = model.begin_update(batch)
    layout, chain = lay_out_steps(batch.lengths), label_chain(model)
    d_scores, d_chain = gradients(chain, scores, layout, targets, target_counts)
    backprop(d_scores)
    for name in ("transitions", "first", "last"):
        weights.add_gradient(model.layers[-1], name, getattr(d_chain, name))
    clip_gradients(model, _BOUND)
    model.finish_update(optimizer)
