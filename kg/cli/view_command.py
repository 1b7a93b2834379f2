"""`kg view`: the page of a build, in the web browser."""

import sys
import threading
import webbrowser
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.console import print_note
from kg.cli.options import QuietOption
from kg.cli.store_access import find_store
from kg.errors import OutputError
from kg.files.output_names import PAGE_FILE
from kg.files.replacing import recover

EXAMPLE = "kg view outputs/demo"


def view(
    store: Annotated[
        Path | None,
        typer.Argument(
            metavar="STORE",
            help="Folder of a build; by default the newest in outputs/.",
        ),
    ] = None,
    serve: Annotated[
        bool,
        typer.Option(
            "--serve",
            help="Serve it to this machine instead, with all texts, until Ctrl-C.",
        ),
    ] = False,
    port: Annotated[
        int | None,
        typer.Option(
            metavar="N",
            min=1,
            max=65_535,
            help="Where --serve listens; by default any that is free.",
        ),
    ] = None,
    quiet: QuietOption = False,
) -> None:
    """Open the page of a build in the web browser, and print where it is."""
    if port is not None and not serve:
        raise typer.BadParameter("--port is of --serve")
    folder = find_store(store, named_by="as `kg view DIR`")
    if serve:
        _serve(folder, port or 0, quiet=quiet)
        return
    page = _find_page(folder)
    typer.echo(page)
    open_browser(page.resolve().as_uri(), quiet=quiet)


def _serve(folder: Path, port: int, *, quiet: bool) -> None:
    """Serve the page of a store, which asks for its texts, until the process is stopped."""
    from kg.store.connection import connect
    from kg.viewer.atlas.atlas_page import make_page, render
    from kg.viewer.server import serve_page

    # Read now: while it is served, the store can be built again.
    with connect(folder) as connection:
        page = make_page(connection, texts="full", text_bytes=sys.maxsize)
    content = "".join(render(page, served=True)).encode("utf-8")

    def announce(address: str) -> None:
        typer.echo(address)
        print_note("only this machine can open it; Ctrl-C ends it", quiet=quiet)
        # Beside: some browsers are waited for until they end.
        opening = partial(open_browser, address, quiet=quiet)
        threading.Thread(target=opening, daemon=True).start()

    serve_page(content, page.blocks.get, port=port, announce=announce)


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
    page = folder / PAGE_FILE
    if not page.is_file():
        raise OutputError(
            f"{page}: no page here; `kg build INPUT --out {folder}` makes one with the "
            f"store, `kg export --format html --store {folder} --output {page}` anew"
        )
    return page
