"""Learn how much each piece of evidence says about who is who.

    python -m pipelines.people.train CURATED… --papers RECORDS… --out FILE

Reads: JSON Lines of curated people (`person`, `canonical`, `variants`) or of mentions
(`person`, `name`), and records with `id`, `title`, `authors` and `year`. Pairs of
curated names are known to be one person's or not. Pairs of others that differ in more
than a middle name and share nothing are taken for two people, as nearly all are; else
what is curated, for being hard, would make every likeness look true. Writes: a weight a
piece, in bits.
"""

import math
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import numpy as np
import typer
from numpy.typing import NDArray

from kg.resolution.people.match_evidence import BEARS_OUT, PIECES, Evidence
from kg.resolution.people.name_variants import Differences, form
from kg.resolution.people.person_blocking import candidates
from kg.resolution.people.profiles import Profile, pooled, profiles, topics_told
from kg.text.names.name_parts import parse_name
from pipelines.common.command import run
from pipelines.common.json_lines import read_lines
from pipelines.common.logistic import Floats, regression
from pipelines.common.trained_file import write_trained
from pipelines.people.records import extraction

# Not to be learned from names in lists of papers: how much these say is set by hand.
BY_HAND = {
    "suffix": -6.0,
    "crowd": -1.0,
    "initial alone": -6.0,
    "place": 4.0,
    "same paper": 8.0,
}
_SOURCE = (
    "learned by pipelines.people.train from authors curated by the ACL Anthology"
    " (CC BY 4.0), some set by hand there"
)
_RIDGE = 1.0
_SURE = frozenset({"middle", "family"})  # differences that unknown names may have


@dataclass(frozen=True, slots=True)
class Examples:
    """Pairs of names, the evidence (pairs, pieces), and whether they are one person."""

    pairs: list[tuple[str, str]]
    evidence: Floats
    truth: NDArray[np.bool_]


def owners(curated: Iterable[Mapping[str, Any]]) -> dict[str, set[str]]:
    """Return the people that each name is known to mean.

    Args:
        curated: of a person, `canonical` and `variants`, or of a mention, its `name`.
    """
    found: dict[str, set[str]] = {}
    for row in curated:
        names = (row.get("name"), row.get("canonical"), *row.get("variants", ()))
        for name in filter(None, names):
            found.setdefault(name, set()).add(row["person"])
    return found


def examples(
    known: Mapping[str, Collection[str]], papers: Iterable[Mapping[str, Any]]
) -> Examples:
    """Return the pairs of names of papers of which it is known who they are."""
    extractions = [extraction(paper) for paper in papers]
    told = profiles(extractions, range(len(extractions)))
    units: dict[str, list[Profile]] = {}
    for (name, _), profile in told.items():
        units.setdefault(name, []).append(profile)
    names = list(units)
    parsed = [form(parse_name(name)) for name in names]
    whole = [pooled(units[name]) for name in names]
    found = candidates(parsed, whole)
    evidence = Evidence(parsed, whole, found, topics_told(told.values()), {})
    pairs, rows, truth = [], [], []
    for (a, b), said in found.items():
        if evidence.apart(a, b):
            continue
        pieces = evidence.pieces(a, b, said)
        one = _are_one(known, names[a], names[b], said, pieces)
        if one is not None:
            pairs.append((names[a], names[b]))
            rows.append([pieces.get(piece, 0.0) for piece in PIECES])
            truth.append(one)
    return Examples(pairs, np.array(rows), np.array(truth))


def _are_one(
    known: Mapping[str, Collection[str]],
    a: str,
    b: str,
    said: Differences,
    pieces: Mapping[str, float],
) -> bool | None:
    """Say whether two names are one person's; None where nobody knows."""
    if a in known and b in known:
        return not set(known[a]).isdisjoint(known[b])
    if said <= _SURE or any(pieces.get(piece) for piece in BEARS_OUT):
        return None
    return False


def fit(evidence: Floats, truth: NDArray[np.bool_]) -> dict[str, float]:
    """Return the weight of each piece, in bits: a logistic regression with a ridge."""
    learned = [n for n, piece in enumerate(PIECES) if piece not in BY_HAND]
    weights = regression(evidence[:, learned], truth.astype(float), ridge=_RIDGE)
    bits = {PIECES[n]: w / math.log(2) for n, w in zip(learned, weights, strict=True)}
    return {piece: BY_HAND.get(piece, bits.get(piece, 0.0)) for piece in PIECES}


def main(
    curated: Annotated[list[Path], typer.Argument(help="Curated people or mentions.")],
    papers: Annotated[list[Path], typer.Option(help="Records, JSON Lines.")],
    out: Annotated[Path, typer.Option(help="File for the weights.")],
) -> None:
    """Learn the weights of the evidence on people."""
    found = examples(owners(read_lines(curated)), read_lines(papers))
    fitted = fit(found.evidence, found.truth)
    weights = {piece: round(bits, 3) for piece, bits in fitted.items()}
    write_trained(out, weights, source=_SOURCE, indent=1)
    count = f"{len(found.pairs)} pairs, {found.truth.sum()} of one person"
    typer.echo(f"{out}: from {count}", err=True)


if __name__ == "__main__":
    run(main)
