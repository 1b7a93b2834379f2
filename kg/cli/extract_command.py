"""`kg extract`: documents with what is found in them marked, before any build."""

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.console import choose_progress, print_remarks, show_marked
from kg.cli.options import (
    InputsArgument,
    JobsOption,
    MinScoreOption,
    ModelOption,
    QuietOption,
    VerboseOption,
)
from kg.cli.outputs import is_stdout, print_pieces, write_file

EXAMPLE = "kg extract examples/seminar.txt --limit 3"


def extract(
    inputs: InputsArgument,
    html: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Write a page for a browser, or -, instead."),
    ] = None,
    model: ModelOption = None,
    min_score: MinScoreOption = 0.0,
    limit: Annotated[
        int | None, typer.Option(metavar="N", min=1, help="Documents at most.")
    ] = None,
    jobs: JobsOption = None,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> None:
    """Show the documents of INPUT with what kg finds in them marked."""
    from kg.extraction.extract import drop_uncertain
    from kg.extraction.extract import extract as find_mentions
    from kg.sources.corpus import read_documents
    from kg.viewer.highlight import mark_mentions

    progress = choose_progress(quiet=quiet, verbose=verbose)
    documents, remarks = read_documents(inputs, progress=progress)
    if not quiet:
        print_remarks(remarks)
    found = find_mentions(documents[:limit], jobs=jobs, model=model)
    # One document at a time: a page of a large corpus is not held in memory.
    marked = (
        mark_mentions(drop_uncertain(each, min_score=min_score)) for each in found
    )
    if html is None:
        show_marked(marked)
        return

    from kg.viewer import highlight_page

    if is_stdout(html):
        print_pieces(highlight_page.generate(marked))
        return
    write_file(html, partial(highlight_page.write, marked), quiet=quiet)
    if not quiet:
        typer.echo(f"{html}: {len(documents[:limit]):,} marked")
