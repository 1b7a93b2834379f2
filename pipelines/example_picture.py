"""Draw the picture of the README: the terms of a build, as `kg figure` draws them.

    python -m pipelines.example_picture outputs/demo --out docs/example.svg [--network terms]

Reads: the store of a build. Writes: an SVG. The same store gives the same bytes.
"""

from pathlib import Path
from typing import Annotated

import typer

from kg.figure.compose import compose_figure
from kg.figure.networks import draw_network
from kg.store.connection import connect
from pipelines.common.command import run


def main(
    folder: Annotated[Path, typer.Argument(help="Folder of a build.")],
    out: Annotated[Path, typer.Option(help="File for the picture, .svg.")],
    network: Annotated[str, typer.Option(help="Which network.")] = "terms",
) -> None:
    """Draw a network of the build in FOLDER."""
    with connect(folder) as store:
        drawing = draw_network(store, network)
    out.write_text(compose_figure(drawing), encoding="utf-8")
    typer.echo(f"{out}: {drawing.caption[0]}")


if __name__ == "__main__":
    run(main)
