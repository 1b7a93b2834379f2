"""Let the tagger learn from a teacher: small and fast, it comes close to it.

The tagger learns to expect what the teacher's field expects, labels and transitions
alike (structural distillation: Wang et al. 2020).
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from kg.tagger.crf import Chain, Counts, expected, sums
from kg.tagger.lstm import Steps
from kg.tagger.storage import Trained
from kg.tagger.tagging import windows
from pipelines.tagger.soft_labels import Taught
from pipelines.tagger.train import Example, enough, fit

BATCH = 16  # windows a step: many small steps are worth more than few large ones
EPOCHS, STEPS = 2, 3_900  # at least
DROPOUT = 0.1  # so many texts are not learned by heart


def distil(
    taught: Taught, start: Trained, *, epochs: int | None = None, seed: int = 0
) -> Trained:
    """Go on from `start` until the tagger says what the teacher says.

    `epochs` is how often it reads the texts, by default at least `EPOCHS` times and
    until it took `STEPS` steps.
    """
    examples = [
        Example(list(words[begin:end]), scores[begin:end])
        for words, scores in zip(taught.texts, taught.scores, strict=True)
        for begin, end in windows(words)
    ]

    epochs = epochs or enough(len(examples), BATCH, epochs=EPOCHS, steps=STEPS)

    def wanted(scores: NDArray[Any], layout: Steps) -> Counts:
        return _counts(taught.chain, scores.astype(np.float32), layout)

    return fit(
        start,
        examples,
        wanted,
        seed=seed,
        epochs=epochs,
        batch_size=BATCH,
        dropout=DROPOUT,
    )


def _counts(chain: Chain, scores: NDArray[np.float32], layout: Steps) -> Counts:
    return expected(chain, sums(chain, scores, layout), layout)
