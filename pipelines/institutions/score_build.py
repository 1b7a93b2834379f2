"""How well `kg build --ror` links institutions: affiliations with ids, as records.

    python -m pipelines.institutions.score_build GOLD --ror FILE [--errors]

Reads: affiliations with the ids of their organisations (JSON Lines: affiliation,
ror_ids). Builds a graph of them, each the affiliation of the only author of a record of
its own, and prints: of the affiliations of which an organisation is in the registry, in
how many the build names it (recall), and names it of those that it links at all
(precision); how many of the ids given are right; how many of the other affiliations are
linked, wrongly. Deterministic; that the shipped trees learned from GOLD is not taken
into account (`pipelines.institutions.score` does, by folds).
"""

import json
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from kg.build import build_graph
from kg.institutions.ror.registry_file import read_registry
from pipelines.common.command import run
from pipelines.institutions.train import Affiliation, read_affiliations


class Linked(NamedTuple):
    """An affiliation with its right ids, and those that the build gives it."""

    text: str
    right: frozenset[str]
    given: frozenset[str]


class Measures(NamedTuple):
    """How good the links are; `others` are the affiliations of none that have one."""

    precision: float
    recall: float
    precision_of_ids: float
    asked: int
    others: int
    none: int


def as_record(number: int, affiliation: str) -> dict[str, object]:
    """Return a record whose only author has the affiliation."""
    return {
        "id": f"record{number}",
        "title": f"Tides of fjord number {number}",
        "abstract": f"We measure the tides of fjord {number} with buoys.",
        "authors": [{"name": "Ada Holm", "affiliations": [affiliation]}],
    }


def link_by_build(gold: Sequence[Affiliation], ror: Path) -> Iterator[Linked]:
    """Build a graph of affiliations, and yield each with what it is linked to."""
    with tempfile.TemporaryDirectory() as folder:
        source, out = Path(folder) / "gold.jsonl", Path(folder) / "out"
        records = (as_record(n, each.text) for n, each in enumerate(gold))
        lines = (json.dumps(record) + "\n" for record in records)
        source.write_text("".join(lines), encoding="utf-8")
        build_graph(source, out, ror=ror)
        text = (out / "documents.jsonl").read_text(encoding="utf-8")
    given = {
        line["id"]: line["institutions"] for line in map(json.loads, text.splitlines())
    }
    for number, each in enumerate(gold):
        found = (place.get("ror") for place in given[f"record{number}"])
        ids = frozenset(ror for ror in found if ror)
        yield Linked(each.text, frozenset(map(_bare, each.ids)), ids)


def measure(linked: Iterable[Linked], registry: frozenset[str]) -> Measures:
    """Measure the links, given the ids that the registry has."""
    every = list(linked)
    inside = [each for each in every if each.right & registry]
    outside = [each for each in every if not each.right & registry]
    answered = [each for each in inside if each.given]
    right = sum(not each.right.isdisjoint(each.given) for each in inside)
    given = sum(len(each.given) for each in inside)
    right_ids = sum(len(each.given & each.right) for each in inside)
    return Measures(
        precision=right / max(len(answered), 1),
        recall=right / max(len(inside), 1),
        precision_of_ids=right_ids / max(given, 1),
        asked=len(inside),
        others=sum(bool(each.given) for each in outside),
        none=len(outside),
    )


def _bare(ror: str) -> str:
    return ror.rpartition("/")[2]


def main(
    gold: Annotated[Path, typer.Argument(help="Affiliations with their ids.")],
    ror: Annotated[Path, typer.Option(help="The registry.")],
    errors: Annotated[bool, typer.Option("--errors", help="List mistakes.")] = False,
) -> None:
    """Measure the links that a build gives GOLD."""
    registry = frozenset(_bare(each.id) for each in read_registry(ror).organisations)
    linked = list(link_by_build(read_affiliations(gold), ror))
    found = measure(linked, registry)
    typer.echo(f"{found.asked} affiliations of the registry, {found.none} of none")
    typer.echo(f"precision {found.precision:.4f}  recall {found.recall:.4f}")
    typer.echo(f"of the ids given, right {found.precision_of_ids:.4f}")
    typer.echo(f"of none, linked {found.others}")
    for each in linked if errors else ():
        if each.right & registry and each.right.isdisjoint(each.given):
            typer.echo(
                f"{each.text!r}  right {sorted(each.right)}, {sorted(each.given)}"
            )


if __name__ == "__main__":
    run(main)
