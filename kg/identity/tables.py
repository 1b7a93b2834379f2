"""The word lists of kg/data that tell which spellings are one word."""

import csv
from functools import cache
from importlib.resources import files


@cache
def pairs(name: str) -> dict[str, str]:
    """Read a table of two columns, its header and comments left out."""
    rows = csv.reader(_lines(name)[1:])
    return {row[0]: row[1] for row in rows if len(row) == 2}


@cache
def words(name: str) -> frozenset[str]:
    """Read a list of words, however many a line."""
    return frozenset(" ".join(_lines(name)).split())


def _lines(name: str) -> list[str]:
    text = files("kg").joinpath("data", name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]
