"""`kg scan`: what is in files, and what is wrong with them, before any build."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import typer

from kg.cli.console import choose_progress
from kg.cli.options import InputsArgument, JsonOption, QuietOption
from kg.cli.table_text import aligned_lines, as_values, cut_cell
from kg.printable import printable_json, printable_line
from kg.text.counts import format_count

if TYPE_CHECKING:
    from kg.sources.scan import FileScan

EXAMPLE = "kg scan examples"

_HEADING = (
    *("file", "kind", "records", "lost"),
    *("authors", "abstract", "year", "affil.", "DOI", "first problem"),
)
_WIDEST = 40  # characters of a cell, but for the last
# Words stand to the left, numbers to the right; the last cell ends the line.
_IS_RIGHT = (False, False, *(True,) * (len(_HEADING) - 3), False)


def scan(
    inputs: InputsArgument, as_json: JsonOption = False, quiet: QuietOption = False
) -> None:
    """Show what is in INPUT: a row a file, with the first problem of each.

    Shares are of the file's records. Nothing is built or written.
    """
    from kg.sources.scan import scan_files

    progress = choose_progress(quiet=quiet, verbose=False)
    rows = list(progress("reading files", scan_files(inputs), None))
    if as_json:
        typer.echo(printable_json(as_values(rows), indent=2))
        return
    for line in scan_lines(rows):
        typer.echo(line)


def scan_lines(rows: Sequence["FileScan"]) -> Iterator[str]:
    """Yield the lines of the table, and a last one with its sums."""
    table = [_HEADING, *(_cells(row) for row in rows)]
    yield from aligned_lines(table, _IS_RIGHT)
    records, lost = sum(row.records for row in rows), sum(row.lost for row in rows)
    yield (
        f"{format_count(records, 'record')} in {format_count(len(rows), 'file')}"
        + (f", {lost:,} lost" if lost else "")
    )


def _cells(row: "FileScan") -> tuple[str, ...]:
    shares = (row.authors, row.abstract, row.year, row.affiliation, row.doi)
    return (
        cut_cell(row.file, _WIDEST),
        cut_cell(row.kind or "not read", _WIDEST),
        f"{row.records:,}",
        f"{row.lost:,}",
        *("" if share is None else f"{share:.0%}" for share in shares),
        printable_line(row.problem),
    )
