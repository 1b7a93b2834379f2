"""Learn what words mean and how they follow each other, from texts without labels.

    python -m pipelines.tagger.pretrain TEXTS… --out outputs/pretrained [--epochs 3]

Reads: JSON Lines (also .gz) with `title` and `abstract`. First word vectors are counted
(`pipelines.tagger.vectors`); then the tagger's own layers learn to name the next word and, in
the other direction, the word before (ELMo, Peters et al. 2018; the choice among all
words is sampled, Jean et al. 2015). Writes: a folder from which `pipelines.tagger.train`
starts. Takes about an hour for 45,000 abstracts on one core.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import numpy as np
import typer
from numpy.typing import NDArray
from thinc.api import Adam, Model

from kg.cli.console import show_progress
from kg.errors import KGError
from kg.parallel import one_blas_thread
from kg.tagger.features import normal_spelling
from kg.tagger.neural_network import (
    Batch,
    Shape,
    build_network,
    draw_weights,
    make_batch,
)
from kg.tagger.storage import TrainedTagger, save
from kg.text.tokenizer import tokenize
from pipelines.common.command import run
from pipelines.common.json_lines import read_lines
from pipelines.tagger.fitting import clip_gradients
from pipelines.tagger.vectors import vocabulary, word_vectors

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

EPOCHS = 3  # passes over the texts
WIDTH = 128  # numbers a vector, and units of the LSTM a direction

_SEQUENCE = 96  # words read at a time
_SEQUENCES = 40  # of them a step
_WRONG = 1024  # wrong answers drawn a step


class Adagrad:
    """Steps of their own for the rows of a table, of which few change at a time."""

    def __init__(self, table: Floats, rate: float) -> None:
        """Change `table` in place."""
        self.table, self.rate = table, rate
        self._squares = np.full(len(table), 1e-8, dtype="f")

    def __call__(self, rows: Ints, gradient: Floats) -> None:
        """Take a step; gradients of equal rows are summed."""
        order = np.argsort(rows, kind="stable")
        changed, starts = np.unique(rows[order], return_index=True)
        summed = np.add.reduceat(gradient[order], starts, axis=0)
        self._squares[changed] += np.mean(summed**2, axis=1)
        root = np.sqrt(self._squares[changed])[:, None]
        self.table[changed] -= self.rate * summed / root


@dataclass(frozen=True, slots=True)
class Guess:
    """How an LSTM's output becomes a guess at a word.

    Attributes:
        table: steps the vectors of the words (words, width).
        bias: (words,) the logarithm of their frequency.
        drawn: (words,) how probably each is drawn for a wrong answer.
    """

    table: Adagrad
    bias: Floats
    drawn: Floats


def pretrain(
    texts: Sequence[Sequence[str]],
    *,
    width: int | None = None,
    epochs: int = EPOCHS,
    seed: int = 0,
) -> TrainedTagger:
    """Learn vectors and the encoder's weights from texts without labels.

    Args:
        texts: the words of each.
        width: numbers a vector, and units of the LSTM a direction; by default `WIDTH`.
        epochs: passes over the texts.
        seed: of all that is drawn by chance.

    Raises:
        KGError: the texts have fewer different words than a vector has numbers.
    """
    width = width or WIDTH
    spellings = vocabulary(texts)
    if len(spellings) < width:
        raise KGError(
            f"only {len(spellings)} different words stand often enough in the texts, and"
            f" vectors of {width} numbers need as many: give more texts"
        )
    counted = word_vectors(texts, spellings, width=width, seed=seed)
    vectors = np.vstack([np.zeros((1, counted.shape[1]), dtype="f"), counted])
    rows = {word: row for row, word in enumerate(spellings, start=1)}
    learn = Adagrad(vectors, 0.0)
    shape = Shape(width=width, hidden=width)
    model = build_network(shape, vectors, dropout=0.1, seed=seed, learn=learn)
    draw_weights(model, seed=seed)
    sequences = [part for words in texts for part in _parts(words)]
    answers = [
        np.array([rows.get(normal_spelling(word), 0) - 1 for word in part])
        for part in sequences
    ]
    guess = _guess(counted, answers)
    random = np.random.default_rng(seed)
    order = np.concatenate([random.permutation(len(sequences)) for _ in range(epochs)])
    _read(
        model.layers[0],
        [sequences[i] for i in order],
        [answers[i] for i in order],
        rows,
        guess,
        learn,
        random,
    )
    vectors[0] = 0
    return TrainedTagger(rows, vectors, shape, model)


def _parts(words: Sequence[str]) -> Iterator[Sequence[str]]:
    """Yield a text in parts that are read one by one."""
    for start in range(0, len(words), _SEQUENCE):
        yield words[start : start + _SEQUENCE]


def _guess(vectors: Floats, answers: Sequence[Ints]) -> Guess:
    """Return how words are guessed that stand in the texts as often as these."""
    counts = np.bincount(np.concatenate(answers) + 1, minlength=len(vectors) + 1)[1:]
    share = (counts + 1e-9) / counts.sum()
    drawn = share**0.75 / (share**0.75).sum()
    table = Adagrad(0.3 * vectors, 0.0)
    return Guess(table, np.log(share).astype("f"), drawn.astype("f"))


def _read(
    encoder: Model[Batch, Floats],
    sequences: Sequence[Sequence[str]],
    answers: Sequence[Ints],
    rows: dict[str, int],
    guess: Guess,
    learn: Adagrad,
    random: np.random.Generator,
    *,
    rate: float = 2e-3,
) -> None:
    """Read the sequences in order, guessing each word from either side."""
    optimizer = Adam(rate, L2=0.0, grad_clip=0.0)
    steps = math.ceil(len(sequences) / _SEQUENCES)
    for step in show_progress("pretraining", range(steps), steps):
        here = slice(step * _SEQUENCES, (step + 1) * _SEQUENCES)
        fall = max(0.02, 1 - step / steps)
        optimizer.learn_rate = rate * min(1.0, (step + 1) / 100) * fall
        learn.rate = guess.table.rate = 5 * rate * fall
        hidden, backprop = encoder.begin_update(make_batch(sequences[here], rows))
        backprop(_gradient(hidden, answers[here], guess, random))
        clip_gradients(encoder, 1.0)
        encoder.finish_update(optimizer)


def _gradient(
    hidden: Floats, truth: Sequence[Ints], guess: Guess, random: np.random.Generator
) -> Floats:
    """Guess the next word by the first half of each output, the last by the other."""
    width = hidden.shape[1] // 2
    words = np.concatenate(truth)
    ends = np.cumsum([len(answer) for answer in truth])
    inner = np.ones(len(words), dtype=bool)
    inner[ends - 1] = False
    before = np.flatnonzero(inner)
    wrong = np.unique(random.choice(len(guess.drawn), _WRONG, p=guess.drawn))
    d_hidden = np.zeros_like(hidden)
    changes: list[tuple[Ints, Floats]] = []
    for half, (place, target) in enumerate(
        ((before, before + 1), (before + 1, before))
    ):
        known = words[target] >= 0
        here = (place[known], slice(half * width, (half + 1) * width))
        d_here, change = _contrast(hidden[here], words[target][known], wrong, guess)
        d_hidden[here] = d_here / len(words)
        changes += change
    gradient = np.concatenate([change for _, change in changes])
    gradient /= len(words)
    guess.table(np.concatenate([rows for rows, _ in changes]), gradient)
    return d_hidden


def _contrast(
    outputs: Floats, right: Ints, wrong: Ints, guess: Guess
) -> tuple[Floats, list[tuple[Ints, Floats]]]:
    """Gradients of choosing the right word among wrong ones (sampled softmax)."""
    table = guess.table.table
    # Each word's score is lowered by how often it is drawn, so that drawing is fair.
    offset = guess.bias - np.log(guess.drawn * _WRONG)
    right_scores = np.sum(outputs * table[right], axis=1) + offset[right]
    wrong_scores = outputs @ table[wrong].T + offset[wrong]
    wrong_scores[right[:, None] == wrong] = -1e4
    peak = np.maximum(wrong_scores.max(axis=1), right_scores)
    wrong_share = np.exp(wrong_scores - peak[:, None])
    right_share = np.exp(right_scores - peak)
    total = wrong_share.sum(axis=1) + right_share
    wrong_share /= total[:, None]
    missing = (right_share / total - 1)[:, None]
    gradient = wrong_share @ table[wrong] + missing * table[right]
    return gradient, [(wrong, wrong_share.T @ outputs), (right, missing * outputs)]


def read_texts(paths: Iterable[Path]) -> list[str]:
    """Return title and abstract of each record that has an abstract, each text once.

    Sorted, so that the order of files and records does not matter.
    """
    texts = set()
    for record in read_lines(paths):
        if record.get("abstract"):
            texts.add(f"{record.get('title') or ''}\n{record['abstract']}")
    return sorted(texts)


def main(
    texts: Annotated[list[Path], typer.Argument(help="JSON Lines, also .gz.")],
    out: Annotated[Path, typer.Option(help="Folder for what is learned.")],
    epochs: Annotated[int, typer.Option(min=1, help="Passes over them.")] = EPOCHS,
    seed: Annotated[int, typer.Option(help="Of all that is drawn by chance.")] = 0,
) -> None:
    """Learn words and their order from texts without labels, and save it."""
    read = [tokenize(text)[0] for text in read_texts(texts)]
    with one_blas_thread():
        save(pretrain(read, epochs=epochs, seed=seed), out)
    typer.echo(f"read {len(read)} texts: {out}", err=True)


if __name__ == "__main__":
    run(main)
