"""Train the tagger on annotated documents.

    python -m pipelines.tagger.train GOLD… --out DIR [--start DIR] [--seed 0]

Reads: JSON Lines in the gold format; of each line the fields `text` and `mentions`
(start, end, kind), nothing else. Starts from the tagger that kg ships, or from another
folder. Writes: the folder that `kg.tagger.load` reads. The same documents and seed give
the same bytes on one machine; set OPENBLAS_NUM_THREADS=1 to keep to one core.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any

import numpy as np
import typer
from numpy.typing import NDArray

from kg.tagger.labels import KINDS, LABELS, Span, labels_from_spans
from kg.tagger.step_layout import StepLayout
from kg.tagger.storage import PACKAGED, TrainedTagger, read, save
from kg.tagger.tagging import windows
from kg.tagger.training import LabelCounts, observed_counts
from kg.text.tokenizer import tokenize
from pipelines.common.command import run
from pipelines.common.gold import read_gold
from pipelines.tagger.fitting import BATCH, Example, epochs_needed, fit

EPOCHS, STEPS = 6, 200  # at least


def train(
    documents: Sequence[Mapping[str, Any]],
    *,
    seed: int = 0,
    epochs: int | None = None,
    learning_rate: float = 2e-3,
    start: TrainedTagger | None = None,
) -> TrainedTagger:
    """Train a tagger on documents that have a text and its mentions.

    Every run with the same arguments is the same.

    Args:
        documents: annotated documents in the gold format.
        seed: of the order of documents and of dropout.
        epochs: how often each document is seen; by default as often as is enough, more
            often where there are few.
        learning_rate: see `pipelines.tagger.fitting.fit`.
        start: words and weights to begin with; by default those that kg ships.
    """
    examples = [example for document in documents for example in _examples(document)]
    epochs = epochs or epochs_needed(len(examples), BATCH, epochs=EPOCHS, steps=STEPS)
    return fit(
        read(PACKAGED) if start is None else start,
        examples,
        gold_counts,
        seed=seed,
        epochs=epochs,
        learning_rate=learning_rate,
    )


def gold_counts(labels: NDArray[Any], layout: StepLayout) -> LabelCounts:
    """Return the counts that known labels (tokens,) ask for."""
    return observed_counts(labels, len(LABELS), layout)


def words_and_labels(
    document: Mapping[str, Any],
) -> tuple[list[str], NDArray[np.int64]]:
    """Return a document's words and their labels (words,).

    Mentions that do not begin and end with words are left out, and kinds that the
    tagger does not know.
    """
    words, spaces = tokenize(document["text"])
    sizes = [len(word) + space for word, space in zip(words, spaces, strict=True)]
    starts = (np.cumsum(sizes) - sizes).astype(int).tolist()
    places = list(enumerate(zip(starts, words, strict=True)))
    first = {start: token for token, (start, _) in places}
    last = {start + len(word): token + 1 for token, (start, word) in places}
    spans = [
        Span(first[mention["start"]], last[mention["end"]], mention["kind"])
        for mention in document["mentions"]
        if mention["kind"] in KINDS
        and mention["start"] in first
        and mention["end"] in last
    ]
    return words, labels_from_spans(spans, len(words))


def _examples(document: Mapping[str, Any]) -> Iterator[Example]:
    """Cut a document as the tagger will."""
    words, labels = words_and_labels(document)
    for start, end in windows(words):
        yield Example(words[start:end], labels[start:end])


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
