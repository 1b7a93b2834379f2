"""A story as a command: an error of kg ends it with its message, not a traceback."""

import sys
from collections.abc import Callable

import typer

from kg.errors import KGError


def run(main: Callable[..., object]) -> None:
    """Run a function, or an app of several, by the command line's arguments."""
    try:
        if isinstance(main, typer.Typer):
            main()
        else:
            typer.run(main)
    except KGError as error:
        sys.exit(f"error: {error}")
