"""`kg scan`: what is in files, and what is wrong with them, before any build."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import typer

from kg.cli.console import choose_progress
from kg.cli.options import InputsArgument, JsonOption, QuietOption
from kg.cli.table_text import as_values
from kg.printable import printable_json, printable_line
from kg.text.counts import format_count

if TYPE_CHECKING:
    from kg.sources.scan import FileScan

EXAMPLE = "kg scan examples"

_HEADING = (
    *("file", "kind", "records", "lost"),
    *("authors", "abstract", "year", "affil.", "DOI", "first problem"),
)
_WIDEST = 40  # characters of a cell, but for the last, which ends the line
_WORDS = 2  # columns of words at the beginning


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
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    for cells in table:
        yield "  ".join(_aligned(cells, widths)).rstrip()
    records, lost = sum(row.records for row in rows), sum(row.lost for row in rows)
    yield (
        f"{format_count(records, 'record')} in {format_count(len(rows), 'file')}"
        + (f", {lost:,} lost" if lost else "")
    )


def _cells(row: "FileScan") -> tuple[str, ...]:
    shares = (row.authors, row.abstract, row.year, row.affiliation, row.doi)
    return (
        _short(row.file),
        _short(row.kind or "not read"),
        f"{row.records:,}",
        f"{row.lost:,}",
        *("" if share is None else f"{share:.0%}" for share in shares),
        printable_line(row.problem),
    )


def _short(text: str) -> str:
    text = printable_line(text)
    return text if len(text) <= _WIDEST else f"{text[: _WIDEST - 1]}…"


def _aligned(cells: Iterable[str], widths: Sequence[int]) -> Iterator[str]:
    """Yield words to the left, numbers to the right, the last cell as it is."""
    last = len(widths) - 1
    for place, (cell, width) in enumerate(zip(cells, widths, strict=True)):
        if place < _WORDS or place == last:
            yield cell.ljust(width)
        else:
            yield cell.rjust(width)
