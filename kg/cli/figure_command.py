"""`kg figure`: a network of a build as a figure for a paper."""

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.options import QuietOption, StoreOption, names_of
from kg.cli.outputs import free_path, hand_over, is_stdout
from kg.cli.store_access import find_store
from kg.errors import OutputError
from kg.network_kinds import NETWORKS

EXAMPLE = "kg figure --network terms --out terms.svg"

_SVG, _PNG = ".svg", ".png"


def figure(
    network: Annotated[
        str,
        typer.Option(
            metavar="NAME",
            autocompletion=names_of(NETWORKS),
            help=f"One of {', '.join(NETWORKS)}.",
        ),
    ] = "terms",
    out: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="File, .svg or .png, or - for SVG; by default NETWORK.svg, if free.",
        ),
    ] = None,
    store: StoreOption = None,
    width: Annotated[
        float,
        typer.Option(
            metavar="MM",
            min=60,
            max=420,
            help="Width: 85 for a column of a journal, 174 for two.",
        ),
    ] = 174,
    quiet: QuietOption = False,
) -> None:
    """Draw a network of a build as a figure for a paper.

    A file that is there already is kept as FILE.edited, if it is another.
    """
    from kg.figure.compose import compose_figure
    from kg.figure.networks import draw_network
    from kg.store.connection import connect

    path = _output_path(out, network)
    with connect(find_store(store)) as connection:
        drawing = draw_network(connection, network)
    svg = compose_figure(drawing, width=width)
    # Encoded before anything is made: there may be nothing here that makes a PNG.
    content = b"" if is_stdout(path) else _encode(svg, path, width)
    hand_over(
        path,
        lambda: [svg],
        lambda file: file.write_bytes(content),
        summary=drawing.caption[0],
        quiet=quiet,
    )


def _output_path(out: Path | None, network: str) -> Path:
    """Return where to write: what was asked for, or a name of ours that is free.

    Raises:
        OutputError: there is something of that name; or the name has another ending.
    """
    if out is None:
        return free_path(f"{network}{_SVG}", option="--out")
    if not is_stdout(out) and out.suffix.lower() not in (_SVG, _PNG):
        raise OutputError(f"{out}: a figure is {_SVG} or {_PNG}; name it so")
    return out


def _encode(svg: str, path: Path, width: float) -> bytes:
    """Return the bytes of a file of the ending that `path` has."""
    if path.suffix.lower() == _SVG:
        return svg.encode("utf-8")
    from kg.figure.png import render_png

    return render_png(svg, millimetres=width)
