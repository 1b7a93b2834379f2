"""How well kg tells what a short form means in a document that does not say.

    python -m pipelines.terms.score_senses INPUT…

Reads: any files that kg reads. Every work that explains a short form is asked what it
means as if it did not, of what the other works say. Prints: the share of these that get
a meaning, and how many of them the right one, by five folds over short forms; then the
weights of the evidence, learned from all, in bits.
"""

import math
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated, NamedTuple
from zlib import crc32

import numpy as np
import typer

from kg import log_odds as odds
from kg.extraction.extract import extract
from kg.kinds import family_kinds
from kg.records import Extraction
from kg.resolution.clusters import Clusters
from kg.resolution.name_index import collect_names
from kg.resolution.terms.abbreviation_evidence import (
    FEATURES,
    SENSE_THRESHOLD,
    Sense,
    SenseContext,
    corpus_agreement,
    rank_senses,
    sense_features,
)
from kg.resolution.terms.abbreviations import (
    collect_definitions,
    group_by_sense,
    join_long_form_variants,
)
from kg.resolution.terms.resolve import join_variants
from kg.sources.corpus import read_documents
from pipelines.common.command import run
from pipelines.common.logistic import Floats, logistic, regression

FOLDS = 5
RIDGE = 1e-3
# The slope of the constant over corpora of many sizes, which one corpus cannot show.
AGREEMENT = 0.55


class Question(NamedTuple):
    """A work that explains a short form: what speaks for each meaning, and the truth.

    `evidence` is (meanings, pieces) without the first piece, agreement; `truth` is 1.0
    for the meaning that the work gives.
    """

    fold: int
    evidence: Floats
    truth: Floats


def collect_questions(
    extractions: Sequence[Extraction],
) -> tuple[float, list[Question]]:
    """Return how far short forms have one meaning here, and what can be asked."""
    works = range(len(extractions))
    nodes = collect_names(extractions, kinds=family_kinds("term"))
    clusters = Clusters(len(nodes.names))
    join_variants(nodes, clusters)
    definitions = collect_definitions(extractions, works, nodes)
    found = group_by_sense(definitions, clusters)
    for short in sorted(found):
        join_long_form_variants(found[short], nodes, clusters)
    senses = rank_senses(definitions, clusters)
    context = SenseContext(nodes, clusters, works)
    questions = [
        question
        for short, senses in senses.items()
        for question in _questions_on(short, nodes.names[short], senses, context)
    ]
    return corpus_agreement(senses), questions


def _questions_on(
    short: int, name: str, senses: Sequence[Sense], context: SenseContext
) -> Iterator[Question]:
    fold = crc32(name.encode()) % FOLDS
    for sense in senses:
        for work in sorted(sense.works):
            # What only this work says, nobody else can know.
            others = [one for one in senses if one.works - {work}]
            rows = [sense_features(work, short, one, others, context) for one in others]
            if rows:
                evidence = [[row[piece] for piece in FEATURES[1:]] for row in rows]
                truth = np.array([one is sense for one in others], float)
                yield Question(fold, np.array(evidence), truth)


def learn_weights(questions: Sequence[Question]) -> Floats:
    """Return the weights (pieces but agreement,), in nats."""
    evidence = np.concatenate([question.evidence for question in questions])
    truth = np.concatenate([question.truth for question in questions])
    return regression(evidence, truth, ridge=RIDGE)


def answer_by_folds(questions: Sequence[Question]) -> list[tuple[float, bool]]:
    """Return how likely the likeliest meaning of each is, and whether it is right.

    The weights are learned from the short forms of the other folds.
    """
    found = []
    for fold in range(FOLDS):
        weights = learn_weights(
            [question for question in questions if question.fold != fold]
        )
        for question in questions:
            if question.fold == fold:
                chances = logistic(question.evidence @ weights)
                best = int(np.argmax(chances))
                found.append((float(chances[best]), bool(question.truth[best])))
    return found


def main(
    inputs: Annotated[list[Path], typer.Argument(help="Any files that kg reads.")],
) -> None:
    """Score what short forms are taken for, and learn the weights anew."""
    documents, _ = read_documents(inputs)
    agreed, questions = collect_questions(list(extract(documents)))
    found = answer_by_folds(questions)
    for least in (0.3, SENSE_THRESHOLD, 0.7, 0.9):
        taken = [right for likely, right in found if likely >= least]
        share, right = len(taken) / len(found), sum(taken) / max(1, len(taken))
        typer.echo(f"from {least:.1f}: {share:.1%} get a meaning, {right:.1%} rightly")
    typer.echo(f"{len(found)} works asked; agreement {agreed:.3f}")
    weights = learn_weights(questions) / math.log(2)
    weights[0] -= AGREEMENT * odds.bits(agreed)
    for piece, bits in zip(FEATURES, (AGREEMENT, *weights), strict=True):
        typer.echo(f"{piece:18} {bits:+.3f}")


if __name__ == "__main__":
    run(main)
