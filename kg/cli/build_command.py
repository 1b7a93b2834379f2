"""`kg build`: files in, a folder with the store and every output out."""

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.console import choose_progress
from kg.cli.options import (
    InputsArgument,
    JobsOption,
    MinScoreOption,
    ModelOption,
    QuietOption,
    VerboseOption,
)

EXAMPLE = "kg build examples"

OUTPUTS = Path("outputs")


def build(
    inputs: InputsArgument,
    out: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR",
            help="Folder for all outputs; by default outputs/NAME of the first input.",
        ),
    ] = None,
    decisions: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="CSV of human decisions; by default decisions.csv in --out.",
        ),
    ] = None,
    model: ModelOption = None,
    ror: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Link institutions to this dump of ROR (JSON, JSON Lines, zip).",
        ),
    ] = None,
    min_score: MinScoreOption = 0.0,
    jobs: JobsOption = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="Stop if anything would be skipped.")
    ] = False,
    max_authors: Annotated[
        int,
        typer.Option(
            metavar="N", min=2, help="Works of more authors give no co-author edges."
        ),
    ] = 50,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """Read INPUT, find whom and what they name, write the network."""
    from kg.build import build_graph
    from kg.report import summary
    from kg.viewer.highlight import printable

    folder = out or default_folder(inputs[0])
    report = build_graph(
        inputs,
        folder,
        decisions=decisions,
        model=model,
        ror=ror,
        min_score=min_score,
        jobs=jobs,
        strict=strict,
        max_authors=max_authors,
        progress=choose_progress(quiet=quiet, verbose=verbose),
    )
    if not quiet:
        most = None if verbose else 10
        # Names of files and words of records stand in it, which a terminal may obey.
        typer.echo(printable(summary(report, folder=folder, most=most)))


def default_folder(first: Path) -> Path:
    """Return the folder in outputs/ that is called as the first input, without endings.

    >>> default_folder(Path("pile/papers.jsonl.gz")).as_posix()
    'outputs/papers'
    """
    if str(first) == "-":
        return OUTPUTS / "stdin"
    whole = first.resolve().name  # of "." too
    # A folder may be called v1.2; of a file, what follows the last dot is its format.
    name = whole if first.is_dir() else Path(whole.removesuffix(".gz")).stem
    return OUTPUTS / (name.lstrip(".") or "build")
