"""Learn when an organisation of a registry is the one that an affiliation names.

    python -m pipelines.institutions.train GOLD --ror FILE --out FILE

What kg ships is kg/data/institutions/affiliation_trees.json.

Reads: affiliations with the ids of their organisations (JSON Lines: affiliation,
ror_ids). Writes: trees over the features of `kg.institutions.ror.candidate_generation`.
A registry lacks most organisations: each affiliation teaches a second time, as if what
it names were not in the registry.
"""

import json
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, NamedTuple

import numpy as np
import typer

from kg.errors import KGError
from kg.institutions.ror.boosted_trees import Floats, ObliviousTrees, to_json
from kg.institutions.ror.candidate_generation import Evidence, collect_evidence
from kg.institutions.ror.cleaning import clean_affiliation
from kg.institutions.ror.index import RegistryIndex, index_registry
from kg.institutions.ror.parsed_affiliation import parse_affiliation
from kg.institutions.ror.registry_file import read_registry
from pipelines.common.command import run
from pipelines.common.trained_file import write_trained
from pipelines.institutions.boosting import boost

# Weight of an affiliation as if the registry lacked what it names.
ABSENT = 0.5
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
    """An affiliation with the evidence of its candidates, and which are right.

    `weight` says how much each of them counts in learning.
    """

    affiliation: Affiliation
    evidence: list[Evidence]
    right: list[bool]
    weight: float = 1.0


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


def judge_absent(
    affiliations: Sequence[Affiliation], index: RegistryIndex
) -> list[Judged]:
    """Collect the evidence as if the registry lacked the right organisations.

    It lacks most in truth; none of the others is right then.
    """
    found = []
    for each in affiliations:
        gold = frozenset(index.number[id_] for id_ in each.ids if id_ in index.number)
        parsed = parse_affiliation(clean_affiliation(each.text), index)
        evidence = collect_evidence(parsed, index, absent=gold) if gold else []
        found.append(Judged(each, evidence, [False] * len(evidence), ABSENT))
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
    return boost(table, truth, names, weights=_row_weights(judged))


def _row_weights(judged: Sequence[Judged]) -> Floats:
    counts = [len(one.evidence) for one in judged]
    return np.repeat([one.weight for one in judged], counts)


def main(
    gold: Annotated[Path, typer.Argument(help="Affiliations with their ids.")],
    ror: Annotated[Path, typer.Option(help="The registry.")],
    out: Annotated[Path, typer.Option(help="File for the trees.")],
) -> None:
    """Grow the trees that match affiliations, by those of GOLD."""
    index = index_registry(read_registry(ror).organisations)
    affiliations = read_affiliations(gold)
    judged = judge([*affiliations, *of_table(index)], index)
    trees = learn([*judged, *judge_absent(affiliations, index)])
    write_trained(out, to_json(trees), source=_SOURCE)
    typer.echo(f"{out}: {len(trees.leaves)} trees", err=True)


if __name__ == "__main__":
    run(main)
