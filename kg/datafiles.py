"""The tables, word lists and trained weights under kg/data, by name.

A name is the path below kg/data without its ending: "people/nicknames". Each file says
on its first lines what it is for and what its source is: lines that begin with # in
word lists and tables, the key "source" in JSON. `kg/data/README.md` has the licences.
"""

import csv
import json
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def word_list(name: str) -> frozenset[str]:
    """Return the words of `NAME.txt`.

    Example:
        >>> "oxford" in word_list("institutions/university_towns")
        True
    """
    return frozenset(" ".join(_lines(f"{name}.txt")).split())


@cache
def word_rows(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the lines of `NAME.txt` in order, each as the words on it.

    Example:
        >>> word_rows("people/nicknames")[0]
        ('abraham', 'abe', 'bram')
    """
    return tuple(tuple(line.split()) for line in _lines(f"{name}.txt"))


@cache
def labelled_words(name: str) -> dict[str, frozenset[str]]:
    """Return the words of `NAME.txt` by the label before the colon of their lines.

    Several lines may have one label.
    """
    # Frozen at the end: what is cached must not change.
    found: dict[str, set[str]] = {}
    for line in _lines(f"{name}.txt"):
        label, _, words = line.partition(":")
        found.setdefault(label, set()).update(words.split())
    return {label: frozenset(words) for label, words in found.items()}


@cache
def mapping(name: str) -> dict[str, str]:
    """Return the rows of `NAME.csv`, a table of two columns, as a dictionary.

    Example:
        >>> mapping("terms/irregular_plurals")["matrices"]
        'matrix'
    """
    # The first line has the headings.
    rows = csv.reader(_lines(f"{name}.csv")[1:])
    return {row[0]: row[1] for row in rows if len(row) == 2}


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of `NAME.csv` in order, each by the names of its columns."""
    return tuple(csv.DictReader(_lines(f"{name}.csv")))


def trained(name: str) -> dict[str, Any]:
    """Return what a pipeline learned and wrote to `NAME.json`, less its source."""
    stored: dict[str, Any] = json.loads(_text(f"{name}.json"))
    del stored["source"]  # a KeyError here: the file does not say where it is from
    return stored


def _lines(file: str) -> list[str]:
    """Return the lines of a file that are neither empty nor a comment."""
    lines = _text(file).splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def _text(file: str) -> str:
    return (files("kg") / "data" / file).read_text(encoding="utf-8")
