"""Fine-tune a teacher on annotated documents, and let it read texts without labels.

Needs the extra `train`. The teacher takes some twenty minutes of one core, reading
45,000 abstracts an hour.
"""

import random
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from thinc.api import fix_random_seed

from kg.cli.console import show_progress
from kg.tagger.labels import LABELS
from kg.tagger.step_layout import lay_out_steps
from kg.tagger.storage import TrainedTagger
from pipelines.tagger.fitting import gradients
from pipelines.tagger.soft_labels import SoftLabels
from pipelines.tagger.teacher import Teacher, Window, windows
from pipelines.tagger.train import gold_counts, words_and_labels

Ints = NDArray[np.int64]

EPOCHS = 4
BATCH = 16
_POOL = 8  # batches whose windows are sorted by length, so that few are padded
_RATE, _TRANSFORMER_RATE = 2e-3, 1.5e-4
_GROUP = 512  # texts read at a time


class LabelledWindow(NamedTuple):
    """A window and the label of each of its words."""

    window: Window
    labels: Ints


def fine_tune_teacher(
    documents: Sequence[Mapping[str, Any]],
    start: TrainedTagger,
    *,
    epochs: int = EPOCHS,
    seed: int = 0,
) -> Teacher:
    """Return a teacher fine-tuned on documents that have a text and its mentions.

    Args:
        documents: annotated documents in the gold format.
        start: what `pipelines.tagger.pretrain` wrote; it gives the features of words.
        epochs: how often each document is seen.
        seed: of all that is drawn by chance.
    """
    torch.set_num_threads(1)  # sums split among threads round differently
    fix_random_seed(seed)  # of numpy, from which the LSTM draws, and of torch
    torch.manual_seed(seed)
    known = [words_and_labels(document) for document in documents]
    examples = [
        LabelledWindow(window, known[number][1][begin:end])
        for number, begin, end, window in windows([words for words, _ in known], start)
    ]
    teacher = Teacher(examples[0].window.features.shape[1])
    optimizer = _optimizer(teacher)
    rounds = _rounds(examples, epochs, random.Random(seed))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, partial(_rise_and_fall, steps=len(rounds))
    )
    teacher.train()
    for chosen in show_progress("teaching", rounds, len(rounds)):
        optimizer.zero_grad()
        _add_gradients(teacher, [examples[i] for i in chosen])
        torch.nn.utils.clip_grad_norm_(teacher.parameters(), 5.0)
        optimizer.step()
        schedule.step()
    teacher.eval()
    return teacher


def predict_soft_labels(
    teacher: Teacher, texts: Sequence[Sequence[str]], start: TrainedTagger
) -> SoftLabels:
    """Return what a teacher says of texts, given as their words.

    `start`, the tagger's pretrained layers, gives the features of the words.
    """
    scores = [np.zeros((len(words), len(LABELS)), dtype=np.float16) for words in texts]
    groups = range(0, len(texts), _GROUP)
    for group in show_progress("reading", groups, len(groups)):
        cut = list(windows(texts[group : group + _GROUP], start))
        cut.sort(key=lambda part: part[2] - part[1])
        for place in range(0, len(cut), 2 * BATCH):
            parts = cut[place : place + 2 * BATCH]
            with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
                found = teacher([window for *_, window in parts]).numpy()
            last = 0
            for number, begin, end, _ in parts:
                first, last = last, last + end - begin
                scores[group + number][begin:end] = found[first:last]
    return SoftLabels(texts, scores, teacher.chain())


def _optimizer(teacher: Teacher) -> torch.optim.Optimizer:
    """Return an optimizer that changes the transformer less than what is new."""
    named = list(teacher.named_parameters())
    own = [values for name, values in named if not name.startswith("transformer")]
    learned = [p for p in teacher.transformer.parameters() if p.requires_grad]
    rates = [{"params": own, "lr": _RATE}, {"params": learned, "lr": _TRANSFORMER_RATE}]
    return torch.optim.AdamW(rates, weight_decay=0.01)


def _rise_and_fall(step: int, steps: int) -> float:
    """Return the share of the highest learning rate that a step takes."""
    return min(1.0, 10 * (step + 1) / steps) * (1 - step / steps)


def _add_gradients(teacher: Teacher, examples: Sequence[LabelledWindow]) -> None:
    """Add the gradients of the field's likelihood, which numpy computes."""
    with torch.autocast("cpu", torch.bfloat16):
        scores = teacher([lesson.window for lesson in examples])
    lengths = np.array([len(lesson.labels) for lesson in examples])
    labels = np.concatenate([lesson.labels for lesson in examples])
    d_scores, d_chain = gradients(
        teacher.chain(),
        scores.detach().numpy(),
        lay_out_steps(lengths),
        labels,
        gold_counts,
    )
    scores.backward(torch.from_numpy(d_scores))
    teacher.take_gradients(d_chain)


def _rounds(
    examples: Sequence[LabelledWindow], epochs: int, draw: random.Random
) -> list[list[int]]:
    """Return the numbers of the examples of each step, those of like length together."""
    rounds: list[list[int]] = []
    for _ in range(epochs):
        order = draw.sample(range(len(examples)), len(examples))
        batches = []
        for first in range(0, len(order), _POOL * BATCH):
            pool = order[first : first + _POOL * BATCH]
            pool.sort(key=lambda i: len(examples[i].labels))
            batches += [pool[i : i + BATCH] for i in range(0, len(pool), BATCH)]
        draw.shuffle(batches)
        rounds += batches
    return rounds
