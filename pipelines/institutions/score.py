"""How well affiliations are matched with a registry, each by trees that saw it not.

    python -m pipelines.institutions.score GOLD --ror FILE [--errors] [--shipped]

Reads: affiliations with the ids of their organisations (JSON Lines: affiliation,
ror_ids). Prints, by five folds: precision at 1 (is the likeliest right, where there is
one), recall (is it, of all) and F1 over the affiliations of which an organisation is in
the registry; how many of the others get an answer, and precision over all; the same
("linked") of what a build links, at the probability that it asks for; how many
affiliations a second are answered in one process. With --shipped, GOLD is of no fold:
it is scored by the trees that kg ships, which must not have learned from it.
"""

import random
import time
from collections.abc import Iterable, Iterator, Sequence
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
    Affiliation,
    Judged,
    judge,
    judge_absent,
    learn,
    of_table,
    read_affiliations,
)

_FOLDS = 5
_BOUNDS = (0.1, 0.15, 0.2, 0.24, 0.26, 0.28, 0.3, 0.32, 0.36, 0.4, 0.5, 0.6, 0.7)


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


def by_folds(
    affiliations: Sequence[Affiliation], index: RegistryIndex, *, seed: int = 1
) -> Iterator[tuple[list[Judged], ObliviousTrees]]:
    """Yield the affiliations of each fold, with trees that learned from the others."""
    chance = random.Random(seed)
    folds = [chance.randrange(_FOLDS) for _ in affiliations]
    judged, absent = judge(affiliations, index), judge_absent(affiliations, index)
    more = judge(of_table(index), index)
    for fold in range(_FOLDS):
        rows = list(zip(folds, judged, absent, strict=True))
        rest = [each for own, *two in rows for each in two if own != fold]
        yield [own for n, own, _ in rows if n == fold], learn([*rest, *more])


def answers_of(
    judged: Sequence[Judged], trees: ObliviousTrees, index: RegistryIndex
) -> Iterator[Answer]:
    """Yield the likeliest candidate of each affiliation, whatever its score."""
    for each in judged:
        inside = not each.affiliation.ids.isdisjoint(index.number)
        yield answer(each, trees, inside=inside)


def linked_answers(
    judged: Sequence[Judged], trees: ObliviousTrees, index: RegistryIndex
) -> Iterator[Answer]:
    """Yield the likeliest organisation of the registry that is linked, as in a build."""
    matcher = RegistryMatcher(index, trees)
    for each in judged:
        ids = each.affiliation.ids
        found = link_by_registry(each.affiliation.text, matcher)
        best = max(
            (one for one in found if one.ror), key=lambda o: o.probability, default=None
        )
        inside = not ids.isdisjoint(index.number)
        if best is None or best.ror is None:
            yield Answer(each, inside, 0.0, False, None)
        else:
            number = index.number[best.ror]
            yield Answer(each, inside, best.probability, best.ror in ids, number)


def main(
    gold: Annotated[Path, typer.Argument(help="Affiliations with their ids.")],
    ror: Annotated[Path, typer.Option(help="The registry.")],
    errors: Annotated[bool, typer.Option("--errors", help="List mistakes.")] = False,
    shipped: Annotated[
        bool, typer.Option("--shipped", help="By the trees that kg ships, no folds.")
    ] = False,
    seed: Annotated[int, typer.Option(help="Of the folds.")] = 1,
) -> None:
    """Measure the matching of GOLD."""
    index = index_registry(read_registry(ror).organisations)
    affiliations = read_affiliations(gold)
    folds: Iterable[tuple[list[Judged], ObliviousTrees]]
    if shipped:
        folds = [(judge(affiliations, index), trained_trees())]
    else:
        folds = by_folds(affiliations, index, seed=seed)
    answers: list[Answer] = []
    linked: list[Answer] = []
    for judged, trees in folds:
        answers += answers_of(judged, trees, index)
        linked += linked_answers(judged, trees, index)
    outside = sum(not each.inside for each in answers)
    typer.echo(f"{len(answers)} affiliations, {outside} of none in the registry")
    typer.echo("least  P at 1  recall  F1      of none  P of all")
    for least in _BOUNDS:
        typer.echo(f"{least:6.2f} {_row(measure(answers, least))}")
    typer.echo(f"linked {_row(measure(linked, 0.0))}")
    typer.echo(f"{_speed(affiliations, index):.0f} affiliations a second")
    if errors:
        for line in mistakes(answers, index):
            typer.echo(line)


def _row(found: Measures) -> str:
    return (
        f"{found.precision:.4f}  {found.recall:.4f}  {found.f1:.4f}"
        f"  {found.others:7}  {found.precision_of_all:.4f}"
    )


def _speed(affiliations: Sequence[Affiliation], index: RegistryIndex) -> float:
    matcher = RegistryMatcher(index)
    start = time.perf_counter()
    for each in affiliations:
        link_by_registry(each.text, matcher)
    return len(affiliations) / (time.perf_counter() - start)


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
