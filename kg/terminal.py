"""How answers and progress look on a terminal.

Results go to standard output; what is said about them to standard error.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import typer

# What a terminal would obey instead of showing: C0, C1 and bidirectional controls.
_INVISIBLE = dict.fromkeys(
    (*range(32), *range(127, 160), *range(0x202A, 0x202F), *range(0x2066, 0x206A)), " "
)


def show(
    rows: Sequence[Mapping[str, Any]],
    as_json: bool,
    line: str,
    *,
    nothing: str = "nothing found",
) -> None:
    """Print answers: one JSON value, or a `line` each, filled with the row's words."""
    if as_json:
        typer.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    for row in rows:
        typer.echo(line.format_map(_in_words(row)))
    if not rows:
        typer.echo(nothing, err=True)


def _in_words(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return a row as people read it: no None, lists joined, lines counted from 1."""
    words = {key: "" if value is None else value for key, value in row.items()}
    for key, value in row.items():
        if isinstance(value, list) and all(isinstance(item, str) for item in value):
            words[key] = ", ".join(value)
    if "quotes" in row:
        words["place"] = _place(row)
        said = [f"{q['field']}: {q['surface']}" for q in row["quotes"] if "field" in q]
        words["sentence"] = row["sentence"] or "; ".join(said)
    return {
        key: value.translate(_INVISIBLE) if isinstance(value, str) else value
        for key, value in words.items()
    }


def _place(row: Mapping[str, Any]) -> str:
    """Return where the words stand, as editors count; for a record, its id."""
    lines = [q["line"] for q in row["quotes"] if q.get("line") is not None]
    line = lines[0] if lines else row["first_line"]
    at = row["document"] if line is None else line + 1
    return f"{row['source']}:{at}"


def progress(what: str, items: Iterable[Any], total: int | None) -> Iterable[Any]:
    """Show a stage passing on standard error, if that is a terminal."""
    from rich.console import Console
    from rich.progress import track

    console = Console(stderr=True)
    if not console.is_terminal:
        return items
    return track(items, description=what, total=total, console=console, transient=True)
