"""Train the tagger on annotated documents.

    python -m pipelines.tagger.train GOLD… --out DIR [--start DIR] [--seed 0]

Reads: JSON Lines in the gold format; of each line the fields `text` and `mentions`
(start, end, kind), nothing else. Starts from the tagger that kg ships, or from another
folder. Writes: the folder that `kg.tagger.load` reads. The same documents and seed give
the same bytes on one machine; set OPENBLAS_NUM_THREADS=1 to keep to one core.
"""

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any, NamedTuple

import numpy as np
import typer
from numpy.typing import NDArray
from thinc.api import Adam, Model, Optimizer

from kg.cli.console import show_progress
from kg.parallel import one_blas_thread
from kg.tagger import weights
from kg.tagger.crf import Chain, Counts, loss, observed
from kg.tagger.labels import KINDS, LABELS, Span, encode
from kg.tagger.lstm import Steps, steps
from kg.tagger.network import Batch, batch, build, chain
from kg.tagger.storage import PACKAGED, Trained, read, save
from kg.tagger.tagging import windows
from kg.text.tokenizer import tokenize
from pipelines.common.command import run
from pipelines.common.gold import read_gold

EPOCHS, STEPS = 6, 200  # at least
BATCH = 16  # examples a step

__all__ = ["app", "save", "train"]


class Example(NamedTuple):
    """A window of a text: its words, and for each a label, or scores of all labels."""

    words: list[str]
    target: NDArray[Any]


Wanted = Callable[[NDArray[Any], Steps], Counts]
"""From targets, laid out in steps, to the counts that they ask for."""


def train(
    documents: Sequence[Mapping[str, Any]],
    *,
    seed: int = 0,
    epochs: int | None = None,
    learning_rate: float = 2e-3,
    start: Trained | None = None,
) -> Trained:
    """Train a tagger on documents that have a text and its mentions.

    Every run with the same arguments is the same.

    Args:
        documents: annotated documents in the gold format.
        seed: of the order of documents and of dropout.
        epochs: how often each document is seen; by default as often as is enough, more
            often where there are few.
        learning_rate: see `fit`.
        start: words and weights to begin with; by default those that kg ships.
    """
    examples = [example for document in documents for example in _examples(document)]
    epochs = epochs or enough(len(examples), BATCH, epochs=EPOCHS, steps=STEPS)
    start = read(PACKAGED) if start is None else start
    return fit(
        start,
        examples,
        known_labels,
        seed=seed,
        epochs=epochs,
        learning_rate=learning_rate,
    )


def fit(
    start: Trained,
    examples: Sequence[Example],
    wanted: Wanted,
    *,
    seed: int,
    epochs: int,
    batch_size: int = BATCH,
    learning_rate: float = 2e-3,
    dropout: float = 0.3,
) -> Trained:
    """Go on from `start` until the tagger gives the examples' targets.

    The weights returned are a moving average over the training, which saves halving the
    learning rate for the last gains.

    Args:
        start: words and weights to begin with; they are not changed.
        examples: windows of texts.
        wanted: what the examples' targets ask for.
        seed: of the order of examples and of dropout.
        epochs: how often each example is seen.
        batch_size: examples a step.
        learning_rate: Adam's highest; it rises for some steps, then falls to zero.
        dropout: the share of values hidden between layers.
    """
    model = build(start.shape, start.vectors, dropout=dropout, seed=seed)
    _copy_weights(start.model, model)
    optimizer = Adam(learning_rate, L2=0.0, grad_clip=0.0, use_averages=True)
    random = np.random.default_rng(seed)
    rounds = list(_rounds(len(examples), epochs, batch_size, random))
    warm_up = min(100, len(rounds) // 5 + 1)
    with one_blas_thread():
        for number, chosen in enumerate(show_progress("training", rounds, len(rounds))):
            rise, fall = min(1.0, (number + 1) / warm_up), 1 - number / len(rounds)
            optimizer.learn_rate = learning_rate * rise * fall
            _update(model, optimizer, [examples[i] for i in chosen], start.rows, wanted)
    for layer, name in weights.all_weights(model):
        weights.put(layer, name, optimizer.averages[layer.id, name])
    return Trained(start.rows, start.vectors, start.shape, model)


def enough(examples: int, batch_size: int, *, epochs: int, steps: int) -> int:
    """Return how many epochs are at least so many, and at least so many steps."""
    return max(epochs, math.ceil(steps * batch_size / max(examples, 1)))


def known_labels(labels: NDArray[Any], layout: Steps) -> Counts:
    """Ask for known labels."""
    return observed(labels, len(LABELS), layout)


def labelled(document: Mapping[str, Any]) -> tuple[list[str], NDArray[np.int64]]:
    """Return a document's words and their labels.

    Mentions that do not begin and end with words are left out.
    """
    words, spaces = tokenize(document["text"])
    sizes = np.array(
        [len(w) + s for w, s in zip(words, spaces, strict=True)], dtype=int
    )
    starts = (np.cumsum(sizes) - sizes).tolist()
    first = {place: token for token, place in enumerate(starts)}
    last = {
        place + len(word): token + 1
        for token, (place, word) in enumerate(zip(starts, words, strict=True))
    }
    spans = [
        Span(first[mention["start"]], last[mention["end"]], mention["kind"])
        for mention in document["mentions"]
        if mention["kind"] in KINDS
        and mention["start"] in first
        and mention["end"] in last
    ]
    return words, encode(spans, len(words))


def _examples(document: Mapping[str, Any]) -> Iterator[Example]:
    """Cut a document as the tagger will."""
    words, labels = labelled(document)
    for start, end in windows(words):
        yield Example(words[start:end], labels[start:end])


def _rounds(
    count: int, epochs: int, size: int, random: np.random.Generator
) -> Iterator[NDArray[np.int64]]:
    for _ in range(epochs):
        shuffled = random.permutation(count)
        for begin in range(0, count, size):
            yield shuffled[begin : begin + size]


def _update(
    model: Model[Batch, Any],
    optimizer: Optimizer,
    examples: Sequence[Example],
    rows: Mapping[str, int],
    wanted: Wanted,
) -> None:
    """Take one step down the gradient."""
    arrays = batch([example.words for example in examples], rows)
    targets = np.concatenate([example.target for example in examples])
    scores, backprop = model.begin_update(arrays)
    d_scores, d_chain = gradients(
        chain(model), scores, steps(arrays.lengths), targets, wanted
    )
    backprop(d_scores)
    for name in ("transitions", "first", "last"):
        weights.learn(model.layers[-1], name, getattr(d_chain, name))
    clip(model, 5.0)
    model.finish_update(optimizer)


def gradients(
    field: Chain,
    scores: NDArray[np.float32],
    layout: Steps,
    targets: NDArray[Any],
    wanted: Wanted,
) -> tuple[NDArray[np.float32], Chain]:
    """Gradients of the loss, of the scores (tokens, labels) and of the field.

    An example's loss is some tens; scaled down, one clipping bound fits all sizes.
    """
    counts = wanted(targets[layout.forwards], layout)
    _, d_laid_out, d_field = loss(field, scores[layout.forwards], counts, layout)
    scale = np.float32(1 / (20 * layout.active[0]))
    d_scores = np.empty_like(scores)
    d_scores[layout.forwards] = d_laid_out * scale
    parts = (d_field.transitions, d_field.first, d_field.last)
    return d_scores, Chain(*(part * scale for part in parts))


def clip(model: Model[Batch, Any], bound: float) -> None:
    """Scale all gradients so that their common norm stays within the bound."""
    gradients = [weights.gradient(*where) for where in weights.all_weights(model)]
    norm = math.sqrt(sum(float(np.sum(g**2)) for g in gradients))
    if norm > bound:
        for each in gradients:
            each *= np.float32(bound / norm)


def _copy_weights(source: Model[Batch, Any], target: Model[Batch, Any]) -> None:
    pairs = zip(weights.all_weights(source), weights.all_weights(target), strict=True)
    for (old, name), (new, _) in pairs:
        weights.put(new, name, weights.get(old, name).copy())


def main(
    gold: Annotated[
        list[Path], typer.Argument(help="Annotated documents, JSON Lines.")
    ],
    out: Annotated[Path, typer.Option(help="Folder for the trained tagger.")],
    seed: Annotated[int, typer.Option(help="Of all that is drawn by chance.")] = 0,
    start: Annotated[
        Path, typer.Option(help="A trained tagger, or what pretrain wrote.")
    ] = PACKAGED,
    epochs: Annotated[
        int | None, typer.Option(help="Times each document is seen.")
    ] = None,
) -> None:
    """Train the tagger on annotated documents and save it."""
    documents = read_gold(gold)
    save(train(documents, seed=seed, epochs=epochs, start=read(start)), out)
    typer.echo(f"trained on {len(documents)} documents: {out}", err=True)


app = typer.Typer()
app.command()(main)

if __name__ == "__main__":
    run(app)
