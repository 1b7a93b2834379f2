"""How well affiliations are matched with a registry, each by trees that saw it not.

    python -m pipelines.institutions.score GOLD --ror FILE [--errors] [--shipped]

Reads: affiliations with the ids of their organisations (JSON Lines: affiliation,
ror_ids). Prints, by five folds: precision at 1 (is the likeliest right, where there is
one), recall (is it, of all) and F1 over the affiliations of which an organisation is in
the registry; how many of the others get an answer, and precision over all; how many
affiliations a second are answered in one process. With --shipped, GOLD is of no fold:
it is scored by the trees that kg ships, which must not have learned from it.
"""

import random
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from kg.institutions.ror.boosted_trees import ObliviousTrees
from kg.institutions.ror.index import RegistryIndex, index_registry
from kg.institutions.ror.registry_file import read_registry
from kg.institutions.ror.registry_matches import (
    MIN_PROBABILITY,
    RegistryMatcher,
    select_candidates,
    trained_trees,
)
from kg.institutions.ror.results import link_by_registry
from pipelines.common.command import run
from pipelines.institutions.train import (
    Judged,
    judge,
    learn,
    of_table,
    read_affiliations,
)

_FOLDS = 5
_BOUNDS = (0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.7)


class Answer(NamedTuple):
    """The likeliest organisation of an affiliation, by its number.

    `inside` says that one that is right is in the registry.
    """

    judged: Judged
    inside: bool
    score: float
    right: bool
    organisation: int | None


class Measures(NamedTuple):
    """How good answers are that score enough; `others` are given where none is right.

    `precision`, `recall` and `f1` are over affiliations with a right one.
    """

    precision: float
    recall: float
    f1: float
    others: int
    precision_of_all: float


def answer(judged: Judged, trees: ObliviousTrees, *, inside: bool) -> Answer:
    """Return the likeliest candidate."""
    if not judged.evidence:
        return Answer(judged, inside, 0.0, False, None)
    table = trees.feature_table([each.features for each in judged.evidence])
    scores = trees.predict_proba(table).tolist()
    score, best = select_candidates(judged.evidence, scores, least=0.0)[0]
    number = next(n for n, each in enumerate(judged.evidence) if each is best)
    return Answer(judged, inside, score, judged.right[number], best.organisation)


def measure(answers: Sequence[Answer], least: float) -> Measures:
    """Measure the answers that score at least `least`."""
    asked = sum(each.inside for each in answers)
    given = [
        each
        for each in answers
        if each.score >= least and each.organisation is not None
    ]
    inside = sum(each.inside for each in given)
    right = sum(each.right for each in given)
    return Measures(
        precision=right / max(inside, 1),
        recall=right / max(asked, 1),
        f1=2 * right / max(inside + asked, 1),
        others=len(given) - inside,
        precision_of_all=right / max(len(given), 1),
    )


def by_folds(judged: Sequence[Judged], index: RegistryIndex) -> Iterator[Answer]:
    """Yield the answers of each fold, by trees that learned from the others."""
    chance = random.Random(1)
    folds = [chance.randrange(_FOLDS) for _ in judged]
    more = judge(of_table(index), index)
    for fold in range(_FOLDS):
        own = [each for n, each in zip(folds, judged, strict=True) if n == fold]
        rest = [each for n, each in zip(folds, judged, strict=True) if n != fold]
        yield from _answers(own, learn([*rest, *more]), index)


def _answers(
    judged: Sequence[Judged], trees: ObliviousTrees, index: RegistryIndex
) -> Iterator[Answer]:
    for each in judged:
        inside = not each.affiliation.ids.isdisjoint(index.number)
        yield answer(each, trees, inside=inside)


def main(
    gold: Annotated[Path, typer.Argument(help="Affiliations with their ids.")],
    ror: Annotated[Path, typer.Option(help="The registry.")],
    errors: Annotated[bool, typer.Option("--errors", help="List mistakes.")] = False,
    shipped: Annotated[
        bool, typer.Option("--shipped", help="By the trees that kg ships, no folds.")
    ] = False,
) -> None:
    """Measure the matching of GOLD."""
    start = time.perf_counter()
    matcher = RegistryMatcher(index_registry(read_registry(ror).organisations))
    typer.echo(f"registry read and indexed: {time.perf_counter() - start:.1f} s")
    judged = judge(read_affiliations(gold), matcher.index)
    if shipped:
        answers = list(_answers(judged, trained_trees(), matcher.index))
    else:
        answers = list(by_folds(judged, matcher.index))
    outside = sum(not each.inside for each in answers)
    typer.echo(f"{len(answers)} affiliations, {outside} of none in the registry")
    typer.echo("least  P at 1  recall  F1      of none  P of all")
    for least in _BOUNDS:
        found = measure(answers, least)
        typer.echo(
            f"{least:5.2f}  {found.precision:.4f}  {found.recall:.4f}  {found.f1:.4f}"
            f"  {found.others:7}  {found.precision_of_all:.4f}"
        )
    start = time.perf_counter()
    for each in judged:
        link_by_registry(each.affiliation.text, matcher)
    speed = len(judged) / (time.perf_counter() - start)
    typer.echo(f"{speed:.0f} affiliations a second")
    if errors:
        for line in mistakes(answers, matcher.index):
            typer.echo(line)


def mistakes(answers: Sequence[Answer], index: RegistryIndex) -> Iterator[str]:
    """Yield what is wrong or missing where a right organisation is in the registry."""
    for each in answers:
        if each.inside and not (each.right and each.score >= MIN_PROBABILITY):
            known = [index.number.get(i) for i in sorted(each.judged.affiliation.ids)]
            names = [index.organisation(n).name for n in known if n is not None]
            got = each.organisation
            found = "" if got is None else index.organisation(got).name
            yield f"{each.judged.affiliation.text!r}"
            yield f"    gold {names}, found {found!r} {each.score:.2f}"


if __name__ == "__main__":
    run(main)
