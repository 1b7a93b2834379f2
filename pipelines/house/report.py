"""Measure a tree of kg: its code, its rooms, the ways through them.

    python -m pipelines.house.report TREE…

Reads: trees that hold kg/ and tests/, such as this one (.) and an older one beside it.
Prints: for each the measures of `pipelines.house.size`, rooms, arrows and floors
(`pipelines.house.rooms`), and moves between rooms (`pipelines.house.ways`).
"""

from pathlib import Path
from typing import Annotated

import typer

from pipelines.common.command import run
from pipelines.house.modules import Module, read_modules
from pipelines.house.rooms import arrows_between, floors
from pipelines.house.size import HEAD, measure
from pipelines.house.ways import JOURNEYS, follow


def main(
    trees: Annotated[list[Path], typer.Argument(help="Folders that hold kg/.")],
) -> None:
    """Print the measures of each tree."""
    for tree in trees:
        modules = read_modules(tree / "kg")
        typer.echo(f"{tree}\n{HEAD}\n{measure(modules, read_tests(tree)).row()}")
        arrows = arrows_between(modules)
        heights = floors(arrows)
        count = sum(map(len, arrows.values()))
        typer.echo(
            f"{len(arrows)} rooms, {count} arrows, {max(heights.values()) + 1} floors"
        )
        for floor in range(max(heights.values()) + 1):
            rooms = sorted(room for room in heights if heights[room] == floor)
            typer.echo(f"  {floor} {' '.join(rooms)}")
        for name, journey in JOURNEYS.items():
            way = follow(tree.resolve(), journey)
            typer.echo(
                f"the way of {name}: {way.moves} moves, {way.arrows(modules)} arrows,"
                f" {len(way.rooms)} rooms, {len(way.modules)} modules,"
                f" {len(way.calls)} functions"
            )


def read_tests(tree: Path) -> list[Module]:
    """Return the tests of a tree's kg; those of its pipelines are left out."""
    return [
        test for test in read_modules(tree / "tests") if "pipelines" not in test.name
    ]


if __name__ == "__main__":
    run(main)
