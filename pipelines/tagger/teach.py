"""Fine-tune a teacher on annotated documents, and let it read texts without labels.

Needs the extra `train`. The teacher takes some twenty minutes of one core, reading
45,000 abstracts an hour.
"""

import random
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from thinc.api import fix_random_seed

from kg.cli.console import show_progress
from kg.tagger.labels import LABELS
from kg.tagger.lstm import steps
from kg.tagger.storage import Trained
from pipelines.tagger.soft_labels import Taught
from pipelines.tagger.teacher import Teacher, Window, windows
from pipelines.tagger.train import gradients, known_labels, labelled

Ints = NDArray[np.int64]

EPOCHS = 4
BATCH = 16
_POOL = 8  # batches whose windows are sorted by length, so that few are padded
_RATE, _TRANSFORMER_RATE = 2e-3, 1.5e-4
_GROUP = 512  # texts read at a time


class Lesson(NamedTuple):
    """A window and the label of each of its words."""

    window: Window
    labels: Ints


def teach(
    documents: Sequence[Mapping[str, Any]],
    start: Trained,
    *,
    epochs: int = EPOCHS,
    seed: int = 0,
) -> Teacher:
    """Fine-tune a teacher on documents that have a text and its mentions."""
    torch.set_num_threads(1)  # sums split among threads round differently
    fix_random_seed(seed)  # of numpy, from which the LSTM draws, and of torch
    torch.manual_seed(seed)
    known = [labelled(document) for document in documents]
    lessons = [
        Lesson(window, known[number][1][begin:end])
        for number, begin, end, window in windows([words for words, _ in known], start)
    ]
    teacher = Teacher(lessons[0].window.features.shape[1])
    own = [p for n, p in teacher.named_parameters() if not n.startswith("transformer")]
    learned = [p for p in teacher.transformer.parameters() if p.requires_grad]
    rates = [{"params": own, "lr": _RATE}, {"params": learned, "lr": _TRANSFORMER_RATE}]
    optimizer = torch.optim.AdamW(rates, weight_decay=0.01)
    rounds = _rounds(lessons, epochs, random.Random(seed))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer,
        lambda n: min(1.0, 10 * (n + 1) / len(rounds)) * (1 - n / len(rounds)),
    )
    teacher.train()
    for chosen in show_progress("teaching", rounds, len(rounds)):
        optimizer.zero_grad()
        _learn(teacher, [lessons[i] for i in chosen])
        torch.nn.utils.clip_grad_norm_(teacher.parameters(), 5.0)
        optimizer.step()
        schedule.step()
    teacher.eval()
    return teacher


def label(teacher: Teacher, texts: Sequence[Sequence[str]], start: Trained) -> Taught:
    """Read texts, given as their words."""
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
    return Taught(texts, scores, teacher.chain())


def _learn(teacher: Teacher, lessons: Sequence[Lesson]) -> None:
    """Add the gradients of the field's likelihood, which numpy computes."""
    with torch.autocast("cpu", torch.bfloat16):
        scores = teacher([lesson.window for lesson in lessons])
    lengths = np.array([len(lesson.labels) for lesson in lessons])
    labels = np.concatenate([lesson.labels for lesson in lessons])
    d_scores, d_chain = gradients(
        teacher.chain(), scores.detach().numpy(), steps(lengths), labels, known_labels
    )
    scores.backward(torch.from_numpy(d_scores))
    teacher.learn(d_chain)


def _rounds(
    lessons: Sequence[Lesson], epochs: int, draw: random.Random
) -> list[list[int]]:
    rounds: list[list[int]] = []
    for _ in range(epochs):
        order = draw.sample(range(len(lessons)), len(lessons))
        batches = []
        for first in range(0, len(order), _POOL * BATCH):
            pool = order[first : first + _POOL * BATCH]
            pool.sort(key=lambda i: len(lessons[i].labels))
            batches += [pool[i : i + BATCH] for i in range(0, len(pool), BATCH)]
        draw.shuffle(batches)
        rounds += batches
    return rounds
