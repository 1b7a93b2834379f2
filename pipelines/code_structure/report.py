"""Measure a tree of kg: its code, its rooms, the ways through them.

    python -m pipelines.code_structure.report TREE…

Reads: trees that hold kg/ and tests/, such as this one (.) and an older one beside it.
Prints: for each the measures of `pipelines.code_structure.size`, rooms, arrows and floors
(`pipelines.code_structure.rooms`), and moves between rooms (`pipelines.code_structure.call_paths`).
"""

from pathlib import Path
from typing import Annotated

import typer

from pipelines.code_structure.call_paths import JOURNEYS, follow
from pipelines.code_structure.modules import Module, read_modules
from pipelines.code_structure.rooms import arrows_between, floors
from pipelines.code_structure.size import HEAD, measure
from pipelines.common.command import run


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
