"""Word lists and tables: data files that say on their first line why they are there."""

import csv
from functools import cache
from importlib.resources import files


@cache
def words(name: str) -> frozenset[str]:
    """Give the words of `kg/data/NAME.txt`; lines that begin with # are comments."""
    return frozenset(" ".join(_lines(f"{name}.txt")).split())


@cache
def pairs(name: str) -> dict[str, str]:
    """Give the rows of a table of two columns, `kg/data/NAME.csv`, less its header."""
    rows = csv.reader(_lines(f"{name}.csv")[1:])
    return {row[0]: row[1] for row in rows if len(row) == 2}


@cache
def groups(name: str) -> tuple[tuple[str, ...], ...]:
    """Give the lines of `kg/data/NAME.txt` as the words on each."""
    return tuple(tuple(line.split()) for line in _lines(f"{name}.txt"))


def _lines(file: str) -> list[str]:
    table = files("kg").joinpath(f"data/{file}").read_text(encoding="utf-8")
    return [line for line in table.splitlines() if line and not line.startswith("#")]
