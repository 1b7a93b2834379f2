"""The command line: each command reads its options, calls one function, and reports.

Results go to standard output, progress and warnings to standard error. Exit status: 0
done, 1 an error that the message explains, 2 wrong usage. Heavy libraries are imported
inside the commands, so that `kg --help` answers at once.
"""

import inspect
import signal
import sys
from collections.abc import Callable
from typing import Annotated

import typer

from kg.cli import (
    build_command,
    export_command,
    extract_command,
    institutions_command,
    query_command,
    review_command,
    why_command,
)
from kg.errors import KGError

COMMANDS: dict[Callable[..., None], str] = {
    build_command.build: build_command.EXAMPLE,
    why_command.why: why_command.EXAMPLE,
    review_command.review: review_command.EXAMPLE,
    export_command.export: export_command.EXAMPLE,
    extract_command.extract: extract_command.EXAMPLE,
    institutions_command.institutions: institutions_command.EXAMPLE,
}
"""Each command, with an example for its help; in the order in which they are listed."""

QUESTIONS: dict[Callable[..., None], str] = {
    query_command.neighbours: query_command.EXAMPLES["neighbours"],
    query_command.path: query_command.EXAMPLES["path"],
    query_command.who: query_command.EXAMPLES["who"],
    query_command.search: query_command.EXAMPLES["search"],
}
"""The commands of `kg query`."""


def _group(description: str, commands: dict[Callable[..., None], str]) -> typer.Typer:
    """Make a group of commands; each is listed with the first line of its docstring."""
    group = typer.Typer(
        help=description,
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,  # plain help: rich takes half of the start-up
    )
    for command, example in commands.items():
        first_line = inspect.cleandoc(command.__doc__ or "").partition("\n")[0]
        # \b: the lines stay as they are.
        epilog = f"\b\nExample:\n  {example}"
        group.command(short_help=first_line, epilog=epilog)(command)
    return group


def _print_version(wanted: bool) -> None:
    if wanted:
        from kg.version import read_version

        typer.echo(f"kg {read_version()}")
        raise typer.Exit


app = _group("From a pile of abstracts to a research knowledge graph.", COMMANDS)
app.add_typer(_group("Ask the graph of a build.", QUESTIONS), name="query")


@app.callback(epilog="\b\nBegin with:\n  kg build examples")
def _begin(
    _version: Annotated[
        bool,
        typer.Option(
            "--version",
            callback=_print_version,
            is_eager=True,
            help="Print the version and stop.",
        ),
    ] = False,
) -> None:
    """From a pile of abstracts to a research knowledge graph."""


def main() -> None:
    """Run the command line; an error of kg becomes its message and exit status 1."""
    for stream in (sys.stdout, sys.stderr):  # a console may know ASCII only
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    # Stopped from outside, leave by an exception, so that nothing half-made is left.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        app(prog_name="kg")
    except KGError as error:
        typer.echo(f"error: {error}", err=True)
        sys.exit(1)
