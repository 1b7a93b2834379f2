"""Learn how much to believe the tagger about a term: the weights of `termhood`.

    python -m pipelines.terms.train_termhood GOLD… --kept DIR --out kg/data/terms/termhood.json

Reads: documents in the gold format, and the taggers that
`pipelines.tagger.cross_validate` kept of the same documents.
Each fold is read by the tagger that has not seen it, so that it is as unsure as it will
be on new texts. Writes: three weights of a logistic regression, fitted by Newton's
method.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import numpy as np
import typer

from kg.extraction.termhood import TERM_KINDS, Weights, term_candidates
from kg.tagger import PROPOSED, Tagger, TrainedTagger, load, read
from pipelines.common.command import run
from pipelines.common.gold import read_gold
from pipelines.common.logistic import regression
from pipelines.common.trained_file import write_trained
from pipelines.tagger.cross_validate import assign_folds, fold_name, split_by_fold

_SOURCE = "learned by pipelines.terms.train_termhood from annotated documents"


def fit(
    documents: Sequence[dict[str, Any]], taggers: Sequence[TrainedTagger]
) -> Weights:
    """Return the weights that make the scores of held-out documents probabilities.

    Args:
        documents: annotated; as many folds of them are dealt as there are taggers.
        taggers: of the folds, each of which has not seen its own.
    """
    folds = split_by_fold(documents, assign_folds(documents, len(taggers)))
    rows: list[tuple[float, float, float, bool]] = []
    for (_, held_out), trained in zip(folds, taggers, strict=True):
        rows += judged(held_out, trained)
        typer.echo(f"{len(rows)} proposals judged", err=True)
    table = np.array(rows, dtype=float)
    own, again, constant = regression(table[:, :3], table[:, 3]).tolist()
    return Weights(own=own, again=again, constant=constant)


def judged(
    documents: Sequence[Mapping[str, Any]], trained: TrainedTagger
) -> Iterator[tuple[float, float, float, bool]]:
    """Yield the evidence for each place proposed, and whether the gold has a term."""
    nlp = load()
    tagger = Tagger(trained)
    docs = tagger.pipe(nlp.make_doc(document["text"]) for document in documents)
    for document, doc in zip(documents, docs, strict=True):
        mentions = [m for m in document["mentions"] if m["kind"] in TERM_KINDS]
        places = {(mention["start"], mention["end"]) for mention in mentions}
        proposed = [s for s in doc.user_data[PROPOSED] if s.kind in TERM_KINDS]
        for found in term_candidates(document["text"], proposed):
            yield found.own, found.again, 1.0, (found.start, found.end) in places


def main(
    gold: Annotated[
        list[Path], typer.Argument(help="Annotated documents, JSON Lines.")
    ],
    kept: Annotated[
        Path, typer.Option(help="What pipelines.tagger.cross_validate kept.")
    ],
    out: Annotated[Path, typer.Option(help="File for the weights.")],
    folds: Annotated[int, typer.Option(min=2, help="How many were dealt.")] = 5,
) -> None:
    """Fit the weights of termhood to GOLD."""
    # As many as were dealt: of fewer, some would have seen what they are to judge.
    taggers = [read(kept / fold_name(fold) / "tagger") for fold in range(folds)]
    weights = fit(read_gold(gold), taggers)
    rounded = {name: round(value, 3) for name, value in asdict(weights).items()}
    write_trained(out, rounded, source=_SOURCE)
    typer.echo(f"{out}: {rounded}", err=True)


if __name__ == "__main__":
    run(main)
