"""`kg build`: files in, a folder with the store and every output out."""

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.console import choose_progress, print_note
from kg.cli.options import (
    InputsArgument,
    JobsOption,
    MinScoreOption,
    ModelOption,
    QuietOption,
    VerboseOption,
)
from kg.cli.scan_command import scan_lines
from kg.files.default_folder import free_folder

EXAMPLE = "kg build examples"


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
    dry_run: Annotated[
        bool,
        typer.Option(
            "--dry-run", help="Show what is in INPUT, and what would be done."
        ),
    ] = False,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """Read INPUT, find whom and what they name, write the network."""
    from kg.build import build_graph
    from kg.report import remark_lines, summary

    folder = out or free_folder(inputs)
    if dry_run:
        _show_plan(inputs, folder, decisions=decisions, model=model)
        return
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
        for line in remark_lines(report, most=None if verbose else 10):
            print_note(line)
        typer.echo(summary(report, folder=folder))


def _show_plan(
    inputs: list[Path], folder: Path, *, decisions: Path | None, model: Path | None
) -> None:
    """Print the table of `kg scan`, and what a build would do with it."""
    from kg.cli.build_plan import plan_lines
    from kg.sources.scan import scan_files

    rows = list(scan_files(inputs))
    records = sum(row.records for row in rows)
    plan = plan_lines(folder, records=records, decisions=decisions, model=model)
    for line in [*scan_lines(rows), *plan]:
        typer.echo(line)
