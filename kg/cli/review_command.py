"""`kg review`: what was least certain of who is who, for a person to put right."""

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.console import show
from kg.cli.options import JsonOption, QuietOption, StoreOption
from kg.cli.outputs import is_stdout, refuse_existing, write_file
from kg.cli.store_access import ask
from kg.files.writing import write_text
from kg.text.counts import format_count

EXAMPLE = "kg review --limit 20 --output outputs/review.csv"


def review(
    store: StoreOption = None,
    limit: Annotated[
        int, typer.Option(metavar="N", min=1, help="Decisions at most.")
    ] = 100,
    output: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="File to write instead, as decisions.csv is; a new one.",
        ),
    ] = None,
    as_json: JsonOption = False,
    quiet: QuietOption = False,
) -> None:
    """List what was least certain of who is who.

    It is a CSV of decisions, most important first: put right what is wrong, save it as
    decisions.csv in the folder of the build, and build again.
    """
    from kg.query.review import as_csv, least_certain

    rows = ask(store, least_certain, limit=limit, quiet=quiet)
    if as_json:
        show(rows, "", as_json=True, quiet=quiet)
    elif output is None or is_stdout(output):
        typer.echo(as_csv(rows), nl=False)
    else:
        _write_list(output, as_csv(rows), quiet=quiet)
        if not quiet:
            typer.echo(f"{output}: {format_count(len(rows), 'decision')}")


def _write_list(path: Path, text: str, *, quiet: bool) -> None:
    """Write a list of decisions, but never over one in which somebody decided.

    Raises:
        OutputError: there is another file of that name, or it cannot be written.
    """
    # Not kept beside the new one either: the next build obeys what is called so.
    if path.is_file() and path.read_bytes() not in (b"", text.encode("utf-8")):
        refuse_existing(path, advice="it may hold decisions: name another file")
    write_file(path, lambda made: write_text(made, [text]), quiet=quiet)
