"""Fine-tune a teacher on annotated documents, and let it read texts without labels.

    python -m pipelines.teach GOLD… --texts TEXTS… --out outputs/taught.npz

Reads: documents in the gold format; JSON Lines (also .gz) with `title` and `abstract`.
Writes: the texts with the teacher's score of every label at every word, and its
transitions, for `pipelines.distil`. Needs the extra `train`. The teacher takes some
twenty minutes on one core, reading 45,000 abstracts takes forty.
"""

import random
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any, NamedTuple

import numpy as np
import torch
import typer
from numpy.typing import NDArray
from rich.console import Console
from rich.progress import track

from kg.errors import KGError
from kg.tagger.crf import loss, observed
from kg.tagger.labels import LABELS
from kg.tagger.lstm import steps
from kg.tagger.storage import Trained, read
from kg.text.tokens import split
from pipelines.gold import read_gold
from pipelines.pretrain import read_texts
from pipelines.taught import Taught, save
from pipelines.teacher import Teacher, Window, windows
from pipelines.train import PRETRAINED, labelled

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
    torch.manual_seed(seed)
    lessons = [
        Lesson(window, labels[begin:end])
        for words, labels in map(labelled, documents)
        for begin, end, window in windows(words, start)
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
    for chosen in track(rounds, "teaching", console=_console()):
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
    for group in track(groups, "reading", console=_console()):
        cut = [
            (number, begin, end, window)
            for number in range(group, min(group + _GROUP, len(texts)))
            for begin, end, window in windows(texts[number], start)
        ]
        cut.sort(key=lambda part: part[2] - part[1])
        for first in range(0, len(cut), 2 * BATCH):
            parts = cut[first : first + 2 * BATCH]
            with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
                found = teacher([window for *_, window in parts]).numpy()
            for row, (number, begin, end, _) in enumerate(parts):
                scores[number][begin:end] = found[row, : end - begin]
    return Taught([list(words) for words in texts], scores, teacher.chain())


def _learn(teacher: Teacher, lessons: Sequence[Lesson]) -> None:
    """Add the gradients of the field's likelihood, which numpy computes."""
    with torch.autocast("cpu", torch.bfloat16):
        scores = teacher([lesson.window for lesson in lessons])
    lengths = np.array([len(lesson.labels) for lesson in lessons])
    layout = steps(lengths)
    real = torch.from_numpy(np.arange(scores.shape[1]) < lengths[:, None])
    flat = scores[real]
    labels = np.concatenate([lesson.labels for lesson in lessons])
    wanted = observed(labels[layout.forwards], len(LABELS), layout)
    laid_out = flat.detach().numpy()[layout.forwards]
    _, d_laid_out, d_chain = loss(teacher.chain(), laid_out, wanted, layout)
    scale = 1 / (20 * len(lessons))
    gradient = np.empty_like(d_laid_out)
    gradient[layout.forwards] = d_laid_out * scale
    flat.backward(torch.from_numpy(gradient))
    for name in ("transitions", "first", "last"):
        weights = getattr(teacher, name)
        weights.grad = torch.from_numpy(getattr(d_chain, name) * np.float32(scale))


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


def _console() -> Console:
    return Console(stderr=True, quiet=not sys.stderr.isatty())


def main(
    gold: Annotated[
        list[Path], typer.Argument(help="Annotated documents, JSON Lines.")
    ],
    texts: Annotated[list[Path], typer.Option(help="Titles and abstracts to read.")],
    out: Annotated[Path, typer.Option(help="File for what the teacher says.")],
    seed: Annotated[int, typer.Option(help="Of all that is drawn by chance.")] = 0,
    start: Annotated[Path, typer.Option(help="What pretrain wrote.")] = PRETRAINED,
    epochs: Annotated[int, typer.Option(help="Times each document is seen.")] = EPOCHS,
) -> None:
    """Fine-tune a teacher on GOLD and let it read TEXTS."""
    torch.set_num_threads(1)  # sums split among threads round differently
    begin = read(start)
    teacher = teach(read_gold(gold), begin, epochs=epochs, seed=seed)
    words = [split(text)[0] for text in read_texts(texts)]
    save(label(teacher, words, begin), out)
    typer.echo(f"taught by {len(words)} texts: {out}", err=True)


if __name__ == "__main__":
    try:
        typer.run(main)
    except KGError as error:
        sys.exit(f"error: {error}")
