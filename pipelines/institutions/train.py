"""Learn when an organisation of a registry is the one that an affiliation names.

    python -m pipelines.institutions.train GOLD --ror FILE --out FILE

What kg ships is kg/data/institutions/affiliation_trees.json.

Reads: affiliations with the ids of their organisations (JSON Lines: affiliation,
ror_ids). Writes: trees over the features of `kg.institutions.ror.candidate_generation`, grown
one after another on what those before left open (gradient boosting, Friedman 2001).
"""

import json
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, NamedTuple

import numpy as np
import typer
from numpy.typing import NDArray

from kg.errors import KGError
from kg.institutions.ror.boosted_trees import Floats, ObliviousTrees, to_json
from kg.institutions.ror.candidate_generation import Evidence, collect_evidence
from kg.institutions.ror.cleaning import clean_affiliation
from kg.institutions.ror.index import RegistryIndex, index_registry
from kg.institutions.ror.parsed_affiliation import parse_affiliation
from kg.institutions.ror.registry_file import read_registry
from pipelines.common.command import run
from pipelines.common.logistic import logistic
from pipelines.common.trained_file import write_trained

Integers = NDArray[np.int64]
TREES = 150
LEVELS = 5
RATE = 0.1  # of what a tree says, that is believed
BINS = 24  # bounds that are tried for a feature
CAUTION = 8.0  # added to the weight of a leaf: few rows say little
# Affiliations that are made of our table's acronyms: with 160, precision fell by 0.006.
ACRONYMS = 60
_SOURCE = (
    "learned by pipelines.institutions.train from S2AFF (Apache 2.0) and ROR (CC0)"
)
_FORMS = (
    "{name}",
    "{name}, {country}",
    "{name}",
    "Department of Computer Science, {name}",
    "School of Physics, {name}, {country}",
    "{name}",
)


class Affiliation(NamedTuple):
    """A raw affiliation, and the ids of the organisations that it names."""

    text: str
    ids: frozenset[str]


@dataclass(frozen=True, slots=True)
class Judged:
    """An affiliation with the evidence of its candidates, and which are right."""

    affiliation: Affiliation
    evidence: list[Evidence]
    right: list[bool]


def read_affiliations(path: Path) -> list[Affiliation]:
    """Read affiliations with their ids.

    Raises:
        KGError: the file cannot be read, or a line is none; the message says which.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise KGError(f"{path}: cannot be read ({error})") from None
    found = []
    for number, line in enumerate(lines, start=1):
        try:
            value = json.loads(line)
            text, ids = value["affiliation"], frozenset(value["ror_ids"])
            if not isinstance(text, str):
                raise TypeError
            found.append(Affiliation(text, ids))
        except (ValueError, KeyError, TypeError):
            raise KGError(
                f'{path}:{number}: expected {{"affiliation": …, "ror_ids": […]}}'
            ) from None
    return found


def of_table(index: RegistryIndex) -> list[Affiliation]:
    """Make affiliations of acronyms that our table knows: few people collect them."""
    names = index.known_acronyms
    chance = random.Random(0)
    asked = chance.sample(sorted(names), min(ACRONYMS, len(names)))
    found = []
    for number, acronym in enumerate(asked):
        organisation = index.organisation(names[acronym])
        form = _FORMS[number % len(_FORMS)]
        text = form.format(name=acronym, country=organisation.country)
        found.append(Affiliation(text, frozenset([organisation.id])))
    return found


def judge(affiliations: Sequence[Affiliation], index: RegistryIndex) -> list[Judged]:
    """Collect the evidence of affiliations, and say which candidates are right."""
    found = []
    for each in affiliations:
        gold = {index.number[id_] for id_ in each.ids if id_ in index.number}
        evidence = collect_evidence(
            parse_affiliation(clean_affiliation(each.text), index), index
        )
        found.append(Judged(each, evidence, [e.organisation in gold for e in evidence]))
    return found


def learn(judged: Sequence[Judged]) -> ObliviousTrees:
    """Grow the trees that tell right candidates from wrong ones.

    Raises:
        KGError: there are none of either.
    """
    rows = [each.features for one in judged for each in one.evidence]
    names = tuple(sorted({name for row in rows for name in row}))
    table = np.array([[row.get(name, 0.0) for name in names] for row in rows])
    truth = np.array([right for one in judged for right in one.right], dtype=float)
    if len({*truth.tolist()}) < 2:
        raise KGError("nothing to learn: candidates must be right and wrong ones")
    return boost(table, truth, names)


def boost(table: Floats, truth: Floats, names: tuple[str, ...]) -> ObliviousTrees:
    """Grow trees that tell the probability of `truth` (rows,) from `table`."""
    bounds = [_bounds(column) for column in table.T]
    columns = zip(bounds, table.T, strict=True)
    bins = np.stack([np.searchsorted(own, column) for own, column in columns])
    start = float(np.log(truth.mean() / (1 - truth.mean())))
    odds = np.full(len(truth), start)
    trees = []
    for _ in range(TREES):
        chance = logistic(odds)
        asked, leaf, leaves = _tree(bins, truth - chance, chance * (1 - chance))
        odds += leaves[leaf]
        trees.append((asked, [bounds[f][cut] for f, cut in asked], leaves))
    return ObliviousTrees(
        names=names,
        columns=np.array([[feature for feature, _ in asked] for asked, _, _ in trees]),
        thresholds=np.array([at for _, at, _ in trees]),
        leaves=np.array([leaves for _, _, leaves in trees]),
        start=start,
    )


def _bounds(column: Floats) -> Floats:
    """Return the values that a feature may be compared with; at least one."""
    values = np.unique(column)
    if len(values) == 1:
        return values
    if len(values) > BINS:
        return np.unique(np.quantile(values, np.linspace(0, 1, BINS + 1)[1:-1]))
    middles: Floats = (values[1:] + values[:-1]) / 2
    return middles


def _tree(
    bins: Integers, slope: Floats, bend: Floats
) -> tuple[list[tuple[int, int]], Integers, Floats]:
    """Grow a tree: its questions, the leaf of each row, what each leaf adds."""
    leaf = np.zeros(len(slope), dtype=np.int64)
    asked = []
    for level in range(LEVELS):
        feature, cut = _question(bins, leaf, slope, bend, 1 << level)
        leaf |= (bins[feature] > cut).astype(np.int64) << level
        asked.append((feature, cut))
    size = 1 << LEVELS
    weight = np.bincount(leaf, bend, size) + CAUTION
    return asked, leaf, RATE * np.bincount(leaf, slope, size) / weight


def _question(
    bins: Integers, leaf: Integers, slope: Floats, bend: Floats, leaves: int
) -> tuple[int, int]:
    """Choose the feature and bound that part the rows of all leaves best."""
    best, question = -np.inf, (0, 0)
    for feature, own in enumerate(bins):
        wide = int(own.max()) + 1
        if wide == 1:
            continue
        cell = leaf * wide + own
        g = np.bincount(cell, slope, leaves * wide).reshape(leaves, wide)
        h = np.bincount(cell, bend, leaves * wide).reshape(leaves, wide)
        under_g, under_h = g.cumsum(axis=1)[:, :-1], h.cumsum(axis=1)[:, :-1]
        over_g = g.sum(axis=1, keepdims=True) - under_g
        over_h = h.sum(axis=1, keepdims=True) - under_h
        gain = under_g**2 / (under_h + CAUTION) + over_g**2 / (over_h + CAUTION)
        cut = int(gain.sum(axis=0).argmax())
        worth = float(gain.sum(axis=0)[cut])
        if worth > best + 1e-9:
            best, question = worth, (feature, cut)
    return question


def main(
    gold: Annotated[Path, typer.Argument(help="Affiliations with their ids.")],
    ror: Annotated[Path, typer.Option(help="The registry.")],
    out: Annotated[Path, typer.Option(help="File for the trees.")],
) -> None:
    """Grow the trees that match affiliations, by those of GOLD."""
    index = index_registry(read_registry(ror).organisations)
    trees = learn(judge([*read_affiliations(gold), *of_table(index)], index))
    write_trained(out, to_json(trees), source=_SOURCE)
    typer.echo(f"{out}: {len(trees.leaves)} trees", err=True)


if __name__ == "__main__":
    run(main)
