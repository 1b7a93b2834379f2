"""How answers and progress look on a terminal.

Results go to standard output; what is said about them to standard error.
"""

import os
import select
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

import typer

from kg.appearance import kind_colour, split_rgb
from kg.cli.streams import controlled_stream
from kg.kinds import mentioned_kinds
from kg.printable import printable, printable_json, printable_line, printable_message
from kg.query.answers import DocumentEvidence, Row
from kg.records import Remark
from kg.stopping import undone_when_stopped
from kg.viewer.highlight import (
    MarkedDocument,
    mention_label,
    mention_place,
    plain_lines,
    split_at_marks,
)

if TYPE_CHECKING:
    from rich.text import Text

    from kg.sources.corpus import Progress


def show(
    rows: Sequence[Row],
    line: str,
    *,
    as_json: bool,
    quiet: bool,
    none: str = "nothing found",
) -> None:
    """Print answers: one JSON value, or a `line` each, filled with the row's words.

    Where there is no answer in words, `none` is said on standard error, unless `quiet`.
    """
    if as_json:
        values = [row.to_dict() for row in rows]
        typer.echo(printable_json(values, indent=2))
        return
    for row in rows:
        typer.echo(line.format_map(_in_words(row)))
    if not rows:
        print_note(none, quiet=quiet)


def _in_words(row: Row) -> dict[str, Any]:
    """Return a row as people read it: no None, lists joined, lines counted from 1."""
    words = {name: _cell(value) for name, value in row.to_dict().items()}
    if isinstance(row, DocumentEvidence):
        fields = [f"{q.field}: {q.surface}" for q in row.quotes if not q.in_text]
        words["place"] = _place(row)
        words["sentence"] = row.sentence or "; ".join(fields)
    return {
        name: printable_line(value) if isinstance(value, str) else value
        for name, value in words.items()
    }


def _cell(value: object) -> object:
    if value is None:
        return ""
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return ", ".join(value)
    return value


def _place(row: DocumentEvidence) -> str:
    """Return where the words stand, as editors count; for a record, its id."""
    # The line of the first quote that has one; else where the document begins.
    lines = [quote.line for quote in row.quotes if quote.line is not None]
    line = lines[0] if lines else row.first_line
    return f"{row.source}:{row.document if line is None else line + 1}"


def print_note(text: str, *, quiet: bool = False) -> None:
    """Print what is said beside an answer on standard error, unless `quiet`."""
    if not quiet:
        typer.echo(text, err=True)


def print_remarks(remarks: Iterable[Remark]) -> None:
    """Print what is to be said of the input on standard error, a line each."""
    for remark in remarks:
        print_note(printable_message(remark.source, remark.line, remark.reason))


def choose_progress(*, quiet: bool, verbose: bool) -> "Progress":
    """Return how stages are shown passing: not at all, as bars, or a line each.

    Raises:
        typer.BadParameter: both are asked for, which is wrong usage.
    """
    from kg.sources.corpus import without_progress

    if quiet and verbose:
        raise typer.BadParameter("--quiet and --verbose: choose one")
    if quiet:
        return without_progress
    return print_stages if verbose else show_progress


def show_progress(what: str, items: Iterable[Any], total: int | None) -> Iterable[Any]:
    """Show a stage passing on standard error, if that is a terminal."""
    from rich.console import Console
    from rich.progress import track

    # In a pipe or a log, a bar would be thousands of lines.
    console = Console(file=controlled_stream(sys.stderr))
    if not console.is_terminal:
        return items
    shown = track(items, description=what, total=total, console=console, transient=True)
    return _with_cursor_given_back(shown)


def _with_cursor_given_back(items: Iterable[Any]) -> Iterator[Any]:
    """Yield items while a bar is shown, which hides the cursor until it is done."""
    with undone_when_stopped(_give_cursor_back):
        yield from items


def _give_cursor_back() -> None:
    """Clear the line and show the cursor, unless the terminal is gone or held (^S)."""
    # Past all buffers: whoever is stopped may be in the midst of a line.
    if select.select([], [2], [], 0)[1]:
        os.write(2, b"\r\x1b[2K\x1b[?25h")


def print_stages(what: str, items: Iterable[Any], total: int | None) -> Iterable[Any]:
    """Print a line for each stage that is done, with the number of what passed."""
    count = 0
    for item in show_progress(what, items, total):
        count += 1
        yield item
    print_note(f"{what}: {count:,}")


def show_marked(documents: Iterable[MarkedDocument]) -> None:
    """Print documents with their mentions in the colours of their kinds.

    Where there are no colours (a pipe, NO_COLOR, TERM=dumb), a mention is bracketed
    and lines are not wrapped, so that they can be searched.
    """
    from rich.console import Console

    console = Console(file=controlled_stream(sys.stdout), highlight=False)
    if console.color_system is None or console.no_color:
        typer.echo(f"[words|kind score], of the kinds {', '.join(mentioned_kinds())}")
        for marked in documents:
            typer.echo("\n".join(("", *plain_lines(marked))))
        return
    console.print(_legend(mentioned_kinds()))
    for marked in documents:
        console.print()
        console.print(_coloured(marked))


def _legend(kinds: Sequence[str]) -> "Text":
    from rich.text import Text

    return Text("  ").join(Text(f" {kind} ", _style(kind)) for kind in kinds)


def _coloured(marked: MarkedDocument) -> "Text":
    from rich.text import Text

    header = f"{marked.location}  {marked.title}".rstrip()
    shown = Text().append(f"{header}\n", "bold")
    for words, mention in split_at_marks(marked):
        if mention is None:
            shown.append(words)
        else:
            shown.append(words, _style(mention.kind))
            shown.append(f" {mention_label(mention)}", kind_colour(mention.kind))
    for mention in marked.unmarked:
        shown.append(f"\n  {mention_place(mention)}: ", "dim")
        shown.append(printable(mention.surface), _style(mention.kind))
        shown.append(f" {mention_label(mention)}", kind_colour(mention.kind))
    return shown


def _style(kind: str) -> str:
    """Return black or white, whichever reads better, on the colour of a kind."""
    colour = kind_colour(kind)
    red, green, blue = split_rgb(colour)
    # ITU-R BT.601 luma; 100 parts the dark blue from orange and green.
    light = 0.299 * red + 0.587 * green + 0.114 * blue > 100
    return f"{'#000000' if light else '#ffffff'} on {colour}"
