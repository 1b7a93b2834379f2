"""The whole way from annotated documents and plain abstracts to the tagger kg ships.

    python -m pipelines.tagger.cross_validate GOLD… --texts TEXTS… --start PRETRAINED --keep DIR
    python -m pipelines.tagger.recipe GOLD… --taught DIR/fold-1/taught … --start … --out …

A teacher learns from annotated documents (`teach`) and reads abstracts (`label`). The
tagger, narrower than what was pretrained (`narrow`), learns from what it says
(`distil`), then from the documents themselves (`train`). Every fold has a teacher of
its own; the tagger that kg ships learns from what all of them said. Reads: documents in
the gold format; what the teachers said; what `pipelines.tagger.pretrain` wrote. Writes: the
folder that `kg.tagger.load` reads.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from kg.tagger.storage import Trained, read, save
from kg.text.tokenizer import tokenize
from pipelines.common.command import run
from pipelines.common.gold import read_gold
from pipelines.tagger.distil import distil
from pipelines.tagger.prune import narrowed
from pipelines.tagger.soft_labels import Taught, read_taught, together
from pipelines.tagger.train import train

# Documents are learned again after the distillation, gently: they are seen already.
EPOCHS, RATE = 3, 5e-4
HIDDEN = 96  # units of the LSTM a direction


def taught_by(
    documents: Sequence[Mapping[str, Any]],
    texts: Sequence[str],
    start: Trained,
    *,
    seed: int = 0,
) -> Taught:
    """Return what a teacher, fine-tuned on `documents`, says of `texts`."""
    from pipelines.tagger.teach import (  # the extra `train`: only where it is used
        label,
        teach,
    )

    teacher = teach(documents, start, seed=seed)
    return label(teacher, [tokenize(text)[0] for text in texts], start)


def learn(
    documents: Sequence[Mapping[str, Any]],
    taught: Taught,
    start: Trained,
    *,
    seed: int = 0,
) -> Trained:
    """Return the tagger that learned from what was `taught` and from `documents`."""
    begun = narrowed(start, taught.texts, hidden=HIDDEN, seed=seed)
    pupil = distil(taught, begun, seed=seed)
    return train(documents, seed=seed, epochs=EPOCHS, learning_rate=RATE, start=pupil)


def main(
    gold: Annotated[
        list[Path], typer.Argument(help="Annotated documents, JSON Lines.")
    ],
    taught: Annotated[list[Path], typer.Option(help="What teachers said: folders.")],
    start: Annotated[Path, typer.Option(help="What pretrain wrote.")],
    out: Annotated[Path, typer.Option(help="Folder for the tagger.")],
    seed: Annotated[int, typer.Option(help="Of all that is drawn by chance.")] = 0,
) -> None:
    """Make the tagger from GOLD and what teachers said."""
    lessons = together([read_taught(folder) for folder in taught])
    save(learn(read_gold(gold), lessons, read(start), seed=seed), out)
    typer.echo(f"{out}: a tagger taught by {len(lessons.texts)} abstracts", err=True)


if __name__ == "__main__":
    run(main)
