"""`kg review`: what was least certain of who is who, for a person to put right."""

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.console import show
from kg.cli.options import JsonOption, QuietOption, StoreOption
from kg.cli.store_access import ask

EXAMPLE = "kg review --limit 20 --output outputs/review.csv"


def review(
    store: StoreOption = None,
    limit: Annotated[
        int, typer.Option(metavar="N", min=1, help="Decisions at most.")
    ] = 100,
    output: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="File to write instead, as decisions.csv is."
        ),
    ] = None,
    as_json: JsonOption = False,
    quiet: QuietOption = False,
) -> None:
    """List what was least certain of who is who.

    It is a CSV of decisions, most important first: put right what is wrong, save it as
    decisions.csv in the folder of the build, and build again.
    """
    from kg.files.writing import write_text
    from kg.query.review import as_csv, least_certain

    rows = ask(store, least_certain, limit=limit, quiet=quiet)
    if as_json:
        show(rows, "", as_json=True, quiet=quiet)
    elif output is None:
        typer.echo(as_csv(rows), nl=False)
    else:
        write_text(output, [as_csv(rows)])
        if not quiet:
            typer.echo(f"{output}: {len(rows):,} decisions")
