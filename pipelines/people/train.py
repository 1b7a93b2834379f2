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

from kg.resolution.people.match_evidence import FEATURES, SUPPORTING, Evidence
from kg.resolution.people.name_comparison import Differences
from kg.resolution.people.name_comparison_form import name_form
from kg.resolution.people.person_blocking import candidate_pairs
from kg.resolution.people.profiles import (
    Profile,
    build_profiles,
    count_topics,
    pool_profiles,
)
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
    "institution": 4.0,
    "other institution": -1.6,
    "other country": -1.15,
    "same paper": 8.0,
}
_SOURCE = (
    "learned by pipelines.people.train from authors curated by the ACL Anthology"
    " (CC BY-NC-SA 3.0 / CC BY 4.0), some set by hand there"
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
    known_profiles = build_profiles(extractions, range(len(extractions)))
    units: dict[str, list[Profile]] = {}
    for (name, _), profile in known_profiles.items():
        units.setdefault(name, []).append(profile)
    names = list(units)
    parsed = [name_form(parse_name(name)) for name in names]
    whole = [pool_profiles(units[name]) for name in names]
    found = candidate_pairs(parsed, whole)
    evidence = Evidence(parsed, whole, found, count_topics(known_profiles.values()), {})
    pairs, rows, truth = [], [], []
    for (a, b), differences in found.items():
        if evidence.share_author_line(a, b):
            continue
        features = evidence.features(a, b, differences)
        one = _are_one(known, names[a], names[b], differences, features)
        if one is not None:
            pairs.append((names[a], names[b]))
            rows.append([features.get(piece, 0.0) for piece in FEATURES])
            truth.append(one)
    return Examples(pairs, np.array(rows), np.array(truth))


def _are_one(
    known: Mapping[str, Collection[str]],
    a: str,
    b: str,
    differences: Differences,
    features: Mapping[str, float],
) -> bool | None:
    """Say whether two names are one person's; None where nobody knows."""
    if a in known and b in known:
        return not set(known[a]).isdisjoint(known[b])
    if differences <= _SURE or any(features.get(piece) for piece in SUPPORTING):
        return None
    return False


def fit(evidence: Floats, truth: NDArray[np.bool_]) -> dict[str, float]:
    """Return the weight of each piece, in bits: a logistic regression with a ridge."""
    learned = [n for n, piece in enumerate(FEATURES) if piece not in BY_HAND]
    weights = regression(evidence[:, learned], truth.astype(float), ridge=_RIDGE)
    bits = {FEATURES[n]: w / math.log(2) for n, w in zip(learned, weights, strict=True)}
    return {piece: BY_HAND.get(piece, bits.get(piece, 0.0)) for piece in FEATURES}


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
