"""Train the model that cuts seminar dumps into talks, and say how well it does.

    python -m pipelines.talks.train DATA [--out kg/data/sources/cohesion.json] [--seed 1]

DATA is a folder with papers.jsonl.gz and acl_anthology.jsonl.gz. A third of the
abstracts teaches the opening and closing cues, others the boundary, a last part tests
both; nothing of the page that the project is measured on is used. Prints: what share of
boundaries is told rightly, and the F1 of whole talks of abstracts held out.
"""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Annotated

import typer

from kg.parallel import one_blas_thread
from kg.sources.pages.cue_words import CohesionModel
from pipelines.common.command import run
from pipelines.common.trained_file import write_trained
from pipelines.talks.boundary_weights import (
    describe_boundaries,
    document_f1,
    learn_boundary,
    share_right,
)
from pipelines.talks.cue_weights import (
    TAILS,
    inverse_frequencies,
    learn_cues,
    learn_tails,
)
from pipelines.talks.endings import Metadata
from pipelines.talks.papers import read_abstracts, read_metadata
from pipelines.talks.synthetic_dumps import Dump, make_dumps

_SOURCE = (
    "learned by pipelines.talks.train from abstracts of machine learning and"
    " linguistics (paperlists, ACL Anthology)"
)
COLLECTIONS = ("papers", "acl_anthology")
_CUES, _BOUNDARIES, _TESTING = 11_000, 5_760, 800  # abstracts of each collection
_SIZES = (20, 40, 80, 120) * 2  # talks of a dump that the boundary is learned from
_A_SIZE = _BOUNDARIES // len(_SIZES)  # abstracts for the dumps of one size


def learn_model(
    teaching: Sequence[Sequence[str]],
    rest: Sequence[Sequence[str]],
    facts: Metadata,
    *,
    chance: random.Random,
) -> tuple[CohesionModel, float]:
    """Return the model, and the share of boundaries it tells rightly.

    Args:
        teaching: abstracts of each collection that teach the cues.
        rest: others, that teach the boundary.
        facts: what the lines behind abstracts are made of.
        chance: where all that is drawn comes from.
    """
    everything = [text for texts in teaching for text in texts]
    model = CohesionModel(
        opening=learn_cues(teaching, last=False),
        closing=learn_cues(teaching, last=True),
        idf=inverse_frequencies(everything),
        boundary={},
    )
    followed = [text for texts in teaching for text in texts[: TAILS // 2]]
    model = replace(model, tail=learn_tails(followed, facts, model.idf))
    dumps = list(_dumps_of_all_sizes(rest, facts, chance))
    boundaries = list(describe_boundaries(dumps, model))
    model = replace(model, boundary=learn_boundary(boundaries))
    return model, share_right(boundaries, model)


def _dumps_of_all_sizes(
    rest: Sequence[Sequence[str]], facts: Metadata, chance: random.Random
) -> Iterator[Dump]:
    """Yield dumps of few and of many talks; no abstract stands in two of them."""
    for texts in rest:
        for turn, size in enumerate(_SIZES):
            some = texts[turn * _A_SIZE :][:_A_SIZE]
            yield from make_dumps(some, facts, size=size, chance=chance)


def stored(model: CohesionModel) -> Mapping[str, Mapping[str, float]]:
    """Return a model as JSON holds it, in alphabetical order."""
    tables = sorted(asdict(model).items())
    return {name: dict(sorted(weights.items())) for name, weights in tables}


def main(
    data: Annotated[Path, typer.Argument(help="Folder of both collections.")],
    out: Annotated[Path, typer.Option(help="File for the weights.")] = Path(
        "kg/data/sources/cohesion.json"
    ),
    seed: Annotated[int, typer.Option(help="Of all that is drawn by chance.")] = 1,
) -> None:
    """Train the model on DATA, test it and write it."""
    chance = random.Random(seed)
    collections = [read_abstracts(data / f"{name}.jsonl.gz") for name in COLLECTIONS]
    for texts in collections:
        chance.shuffle(texts)
    facts = read_metadata(data / f"{COLLECTIONS[0]}.jsonl.gz")
    teaching = [texts[:_CUES] for texts in collections]
    rest = [texts[_CUES:] for texts in collections]
    with one_blas_thread():
        model, right = learn_model(teaching, rest, facts, chance=chance)
    typer.echo(f"boundaries: {100 * right:.2f} % right")
    for name, texts in zip(COLLECTIONS, rest, strict=True):
        held_out = texts[_BOUNDARIES : _BOUNDARIES + _TESTING]
        dumps = list(make_dumps(held_out, facts, size=80, chance=chance))
        typer.echo(f"documents F1 on held-out {name}: {document_f1(dumps, model):.2f}")
    write_trained(out, stored(model), source=_SOURCE, indent=0)


if __name__ == "__main__":
    run(main)
