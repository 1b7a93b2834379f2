"""Let the tagger learn from a teacher: small and fast, it comes close to it.

The tagger learns to expect what the teacher's field expects, labels and transitions
alike (structural distillation: Wang et al. 2020).
"""

import numpy as np
from numpy.typing import NDArray

from kg.tagger.crf import Chain, forward_backward
from kg.tagger.step_layout import StepLayout
from kg.tagger.storage import TrainedTagger
from kg.tagger.tagging import windows
from kg.tagger.training import LabelCounts, expected_counts
from pipelines.tagger.fitting import Example, TargetCounts, epochs_needed, fit
from pipelines.tagger.soft_labels import SoftLabels

BATCH = 16  # windows a step: many small steps are worth more than few large ones
EPOCHS, STEPS = 2, 3_900  # at least
DROPOUT = 0.1  # so many texts are not learned by heart


def distil(
    soft_labels: SoftLabels,
    start: TrainedTagger,
    *,
    epochs: int | None = None,
    seed: int = 0,
) -> TrainedTagger:
    """Go on from `start` until the tagger says what the teacher says.

    Args:
        soft_labels: what the teacher said of texts.
        start: words and weights to begin with; they are not changed.
        epochs: how often the texts are read; by default at least `EPOCHS` times, and
            until `STEPS` steps are taken.
        seed: of the order of windows and of dropout.
    """
    examples = [
        Example(list(words[begin:end]), scores[begin:end])
        for words, scores in zip(soft_labels.texts, soft_labels.scores, strict=True)
        for begin, end in windows(words)
    ]
    epochs = epochs or epochs_needed(len(examples), BATCH, epochs=EPOCHS, steps=STEPS)
    return fit(
        start,
        examples,
        counts_of_teacher(soft_labels.chain),
        seed=seed,
        epochs=epochs,
        batch_size=BATCH,
        dropout=DROPOUT,
    )


def counts_of_teacher(chain: Chain) -> TargetCounts:
    """Return what turns a teacher's scores (tokens, labels) into expected counts."""

    def count(scores: NDArray[np.float16], layout: StepLayout) -> LabelCounts:
        exact = scores.astype(np.float32)
        return expected_counts(chain, forward_backward(chain, exact, layout), layout)

    return count
