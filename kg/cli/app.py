"""The command line: each command reads its options, calls one function, and reports.

Results go to standard output, progress and warnings to standard error. Exit status: 0
done, 1 an error that the message explains, 2 wrong usage. Heavy libraries are imported
inside the commands, so that `kg --help` answers at once.
"""

import errno
import inspect
import os
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Annotated, Any

import typer

from kg.cli import (
    analyse_command,
    build_command,
    export_command,
    extract_command,
    figure_command,
    institutions_command,
    query_command,
    review_command,
    scan_command,
    view_command,
    why_command,
)
from kg.cli.memory_limit import refuse_low_limit
from kg.cli.options import QuietOption, VerboseOption
from kg.cli.streams import printable_streams
from kg.errors import KGError, OutputError

COMMANDS: dict[Callable[..., None], str] = {
    scan_command.scan: scan_command.EXAMPLE,
    build_command.build: build_command.EXAMPLE,
    view_command.view: view_command.EXAMPLE,
    why_command.why: why_command.EXAMPLE,
    review_command.review: review_command.EXAMPLE,
    export_command.export: export_command.EXAMPLE,
    analyse_command.analyse: analyse_command.EXAMPLE,
    figure_command.figure: figure_command.EXAMPLE,
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


# What a library that is loaded says of it, as there is no error of its own.
_OF_MEMORY = re.compile("failed to map segment|[Cc]annot allocate memory")
_NO_MEMORY = "memory does not suffice: free some, or use one process (--jobs 1)"


def _group(
    description: str, commands: dict[Callable[..., None], str], *, example: str
) -> typer.Typer:
    """Make a group of commands; each is listed with the first line of its docstring."""
    names = {"help_option_names": ["--help", "-h"]}
    group = typer.Typer(
        help=description,
        epilog=f"\b\nBegin with:\n  {example}",
        context_settings=names,
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,  # plain help: rich takes half of the start-up
    )
    for command, example in commands.items():
        first_line = inspect.cleandoc(command.__doc__ or "").partition("\n")[0]
        # \b: the lines stay as they are.
        epilog = f"\b\nExample:\n  {example}"
        group.command(short_help=first_line, epilog=epilog, context_settings=names)(
            command
        )
    return group


def _print_version(wanted: bool) -> None:
    if wanted:
        from kg.version import read_version

        typer.echo(f"kg {read_version()}")
        raise typer.Exit


app = _group(
    "From a pile of abstracts to a research knowledge graph.",
    COMMANDS,
    example=build_command.EXAMPLE,
)
app.add_typer(
    _group(
        "Ask the graph of a build.",
        QUESTIONS,
        example=query_command.EXAMPLES["neighbours"],
    ),
    name="query",
)


@app.callback()
def _begin(
    context: typer.Context,
    _version: Annotated[
        bool,
        typer.Option(
            "--version",
            callback=_print_version,
            is_eager=True,
            help="Print the version and stop.",
        ),
    ] = False,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """From a pile of abstracts to a research knowledge graph."""
    refuse_low_limit()
    # Before the command as behind it: what is given here is the commands' default.
    given = {"quiet": quiet, "verbose": verbose}
    defaults: dict[str, Any] = {command.__name__: given for command in COMMANDS}
    defaults["query"] = {question.__name__: given for question in QUESTIONS}
    context.default_map = defaults


def main() -> None:
    """Run the command line; an error of kg becomes its message and exit status 1."""
    with printable_streams():
        try:
            with _explained_failures():
                app(prog_name="kg")
        except KGError as error:
            typer.echo(f"error: {error}", err=True)
            sys.exit(1)


@contextmanager
def _explained_failures() -> Iterator[None]:
    """Say what the system does not give: a full disk, a file that fails, no memory.

    Raises:
        KGError: something is not to be had, be it only the end of standard output.
    """
    try:
        try:
            yield
        finally:
            if sys.stdout is not None:  # it may be closed from the start
                sys.stdout.flush()
    except MemoryError:
        raise KGError(_NO_MEMORY) from None
    except ImportError as error:
        if not _OF_MEMORY.search(str(error)):
            raise
        raise KGError(_NO_MEMORY) from None
    except OSError as error:
        if error.errno == errno.ENOMEM:
            raise KGError(_NO_MEMORY) from None
        if error.filename is not None:
            reason = f"{os.fspath(error.filename)}: {error.strerror}"
            raise KGError(reason) from error
        _close_stdout()
        reason = error.strerror or str(error)
        raise OutputError(f"cannot write to standard output: {reason}") from None


def _close_stdout() -> None:
    # What is left in the buffer would fail once more when Python ends.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
