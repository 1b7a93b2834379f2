"""The whole way from annotated documents and plain abstracts to the tagger kg ships.

    python -m pipelines.tagger.cross_validate GOLD… --texts TEXTS… --start PRETRAINED --keep DIR
    python -m pipelines.tagger.recipe GOLD… --soft-labels DIR/fold-1/soft_labels … \
        --start PRETRAINED --out DIR

A teacher learns from annotated documents and reads abstracts
(`pipelines.tagger.teacher_training`). The tagger, its student, is pruned to less than
what was pretrained (`prune`), learns from what the teacher says (`distil`), then from
the documents themselves (`train`). Every fold has a teacher of its own; the tagger that
kg ships learns from what all of them said. Reads: documents in the gold format; what
the teachers said; what `pipelines.tagger.pretrain` wrote. Writes: the folder that
`kg.tagger.load` reads.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from kg.tagger.storage import TrainedTagger, read, save
from kg.text.tokenizer import tokenize
from pipelines.common.command import run
from pipelines.common.gold import read_gold
from pipelines.tagger.distil import distil
from pipelines.tagger.prune import prune_units
from pipelines.tagger.soft_labels import SoftLabels, combine, read_soft_labels
from pipelines.tagger.train import train

# Documents are learned again after the distillation, gently: they are seen already.
EPOCHS, RATE = 3, 5e-4
HIDDEN = 96  # units of the LSTM a direction


def teacher_predictions(
    documents: Sequence[Mapping[str, Any]],
    texts: Sequence[str],
    start: TrainedTagger,
    *,
    seed: int = 0,
) -> SoftLabels:
    """Return what a teacher, fine-tuned on `documents`, says of `texts`."""
    # The extra `train`: only where it is used.
    from pipelines.tagger.teacher_training import fine_tune_teacher, predict_soft_labels

    teacher = fine_tune_teacher(documents, start, seed=seed)
    return predict_soft_labels(teacher, [tokenize(text)[0] for text in texts], start)


def train_student(
    documents: Sequence[Mapping[str, Any]],
    soft_labels: SoftLabels,
    start: TrainedTagger,
    *,
    seed: int = 0,
) -> TrainedTagger:
    """Return the tagger that learned from a teacher and from annotated documents.

    Args:
        documents: annotated documents in the gold format.
        soft_labels: what teachers said of texts.
        start: what `pipelines.tagger.pretrain` wrote.
        seed: of all that is drawn by chance.
    """
    pruned = prune_units(start, soft_labels.texts, hidden=HIDDEN, seed=seed)
    student = distil(soft_labels, pruned, seed=seed)
    return train(documents, seed=seed, epochs=EPOCHS, learning_rate=RATE, start=student)


def main(
    gold: Annotated[
        list[Path], typer.Argument(help="Annotated documents, JSON Lines.")
    ],
    soft_labels: Annotated[
        list[Path], typer.Option(help="What teachers said: folders.")
    ],
    start: Annotated[Path, typer.Option(help="What pretrain wrote.")],
    out: Annotated[Path, typer.Option(help="Folder for the tagger.")],
    seed: Annotated[int, typer.Option(help="Of all that is drawn by chance.")] = 0,
) -> None:
    """Make the tagger from GOLD and what teachers said."""
    said = combine([read_soft_labels(folder) for folder in soft_labels])
    save(train_student(read_gold(gold), said, read(start), seed=seed), out)
    typer.echo(f"{out}: a tagger taught by {len(said.texts)} abstracts", err=True)


if __name__ == "__main__":
    run(main)
