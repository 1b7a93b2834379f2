"""The whole way from annotated documents and plain abstracts to the tagger kg ships.

    python -m pipelines.recipe GOLD… --texts TEXTS… --start PRETRAINED --out DIR

A teacher learns from the annotated documents (`teach`), reads the abstracts, and the
tagger learns from what it says (`distil`), then from the documents themselves
(`train`). Reads: documents in the gold format; JSON Lines (also .gz) with `title` and
`abstract`; what `pipelines.pretrain` wrote. Writes: the folder that `kg.tagger.load`
reads. Needs the extra `train`, and some two hours of one core for 45,000 abstracts.
"""

import random
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from kg.tagger.storage import Trained, read, save
from kg.text.tokens import split
from pipelines.command import run
from pipelines.distil import distil
from pipelines.gold import read_gold
from pipelines.pretrain import read_texts
from pipelines.train import train

# Documents are learned again after the distillation, gently: they are seen already.
EPOCHS, RATE = 3, 5e-4


def learn(
    documents: Sequence[Mapping[str, Any]],
    texts: Sequence[str],
    start: Trained,
    *,
    seed: int = 0,
) -> Trained:
    """Return the tagger that learned from `documents` and from a teacher's `texts`."""
    from pipelines.teach import label, teach  # the extra `train`: only where it is used

    teacher = teach(documents, start, seed=seed)
    taught = label(teacher, [split(text)[0] for text in texts], start)
    pupil = distil(taught, start, seed=seed)
    return train(documents, seed=seed, epochs=EPOCHS, learning_rate=RATE, start=pupil)


def some(texts: Sequence[str], count: int | None, *, seed: int = 0) -> list[str]:
    """Return `count` of the texts, by chance; by default all, in order."""
    if count is None or count >= len(texts):
        return list(texts)
    return random.Random(seed).sample(list(texts), count)


def main(
    gold: Annotated[
        list[Path], typer.Argument(help="Annotated documents, JSON Lines.")
    ],
    texts: Annotated[list[Path], typer.Option(help="Titles and abstracts to read.")],
    start: Annotated[Path, typer.Option(help="What pretrain wrote.")],
    out: Annotated[Path, typer.Option(help="Folder for the tagger.")],
    count: Annotated[int | None, typer.Option(help="Abstracts read; all.")] = None,
    seed: Annotated[int, typer.Option(help="Of all that is drawn by chance.")] = 0,
) -> None:
    """Make the tagger from GOLD and plain abstracts."""
    chosen = some(read_texts(texts), count, seed=seed)
    save(learn(read_gold(gold), chosen, read(start), seed=seed), out)
    typer.echo(f"{out}: a tagger taught by {len(chosen)} abstracts", err=True)


if __name__ == "__main__":
    run(main)
