"""`kg view`: the page of a build, in the web browser."""

import webbrowser
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.console import print_note
from kg.cli.options import QuietOption
from kg.cli.store_access import find_store
from kg.errors import OutputError
from kg.files.replacing import recover
from kg.report import PAGE

EXAMPLE = "kg view outputs/demo"


def view(
    store: Annotated[
        Path | None,
        typer.Argument(
            metavar="STORE",
            help="Folder of a build; by default the newest in outputs/.",
        ),
    ] = None,
    quiet: QuietOption = False,
) -> None:
    """Open the page of a build in the web browser, and print where it is."""
    page = _find_page(find_store(store, named_by="as `kg view DIR`"))
    typer.echo(page)
    open_browser(page.resolve().as_uri(), quiet=quiet)


def open_browser(address: str, *, quiet: bool) -> None:
    """Open an address in the web browser; where there is none, say so, unless quiet."""
    # There may be none where kg runs, which is no fault: a page can be carried away.
    if not webbrowser.open(address):
        print_note("no web browser was found here; open it in one", quiet=quiet)


def _find_page(folder: Path) -> Path:
    """Return the page in the folder of a build.

    Raises:
        OutputError: there is none; the message says how to make it.
    """
    folder = folder if folder.is_dir() else folder.parent  # its kg.duckdb was named
    recover(folder)
    page = folder / PAGE
    if not page.is_file():
        raise OutputError(
            f"{page}: no page here; `kg build INPUT --out {folder}` makes one with the "
            f"store, `kg export --format html --store {folder} --output {page}` anew"
        )
    return page
