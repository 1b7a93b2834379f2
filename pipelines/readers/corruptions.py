"""Damaged files of every format: is each record a document or a reject?

    python -m pipelines.readers.corruptions [FORMAT…]

Each example file is damaged in twenty ways and read. A record is known by a word of its
title that stands nowhere else in the file; where the word is still there, a document or a
reject has to have it, and a document no more than one. Prints a row a format: files,
records in them, documents, records that are in no document but in the lines of a reject,
and those of which nothing is said, which follow with the damage, a line each.
"""

import re
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from kg.files.opening import open_file
from kg.records import Document, Remark
from kg.sources.readers import read
from pipelines.common.command import run
from pipelines.readers.example_files import EXAMPLES, FOLDER

_WIDTH = 50  # characters of a wrapped line
_EVERY = 5  # a line is lost or joined
_WORD = re.compile(r"[^\W_]{4,}")
_MAX_BYTES = 1 << 26

Corruption = Callable[[str], tuple[str, str]]
"""The text of a file → what is left of it, and the encoding in which it is written."""


def _wrap(text: str, indent: str) -> str:
    pattern = re.compile(rf"(.{{{_WIDTH}}}\S*) +(?=\S)")
    return pattern.sub(rf"\1\n{indent}", text)


def _without(text: str, offset: int) -> str:
    lines = text.split("\n")
    return "\n".join(x for n, x in enumerate(lines) if n % _EVERY != offset)


def _joined(text: str) -> str:
    lines = text.split("\n")
    return "".join(
        f"{x} " if n % _EVERY == 3 else f"{x}\n" for n, x in enumerate(lines)
    )


CORRUPTIONS: dict[str, Corruption] = {
    "as it is": lambda text: (text, "utf-8"),
    "cut at a third": lambda text: (text[: len(text) // 3], "utf-8"),
    "cut at two thirds": lambda text: (text[: 2 * len(text) // 3], "utf-8"),
    "beginning lost": lambda text: (text[len(text) // 3 :], "utf-8"),
    "wrapped": lambda text: (_wrap(text, ""), "utf-8"),
    "wrapped and set in": lambda text: (_wrap(text, "    "), "utf-8"),
    "shifted": lambda text: (re.sub(r"(?m)^(?=.)", "   ", text), "utf-8"),
    "file doubled": lambda text: (f"{text}\n{text}", "utf-8"),
    "lines doubled": lambda text: (re.sub(r"(?m)^(.+)$", r"\1\n\1", text), "utf-8"),
    "CR": lambda text: (text.replace("\n", "\r"), "utf-8"),
    "CRLF": lambda text: (text.replace("\n", "\r\n"), "utf-8"),
    "blank lines": lambda text: (text.replace("\n", "\n\n"), "utf-8"),
    "no blank lines": lambda text: (re.sub(r"\n\s*\n", "\n", text), "utf-8"),
    "every fifth line lost": lambda text: (_without(text, 0), "utf-8"),
    "other lines lost": lambda text: (_without(text, 2), "utf-8"),
    "lines joined": lambda text: (_joined(text), "utf-8"),
    "Windows-1252": lambda text: (text, "cp1252"),
    "UTF-16": lambda text: (text, "utf-16"),
    "mark of the byte order twice": lambda text: (f"\ufeff\ufeff{text}", "utf-8"),
    "tabs for blanks": lambda text: (text.replace("  ", "\t"), "utf-8"),
    "other dashes": lambda text: (text.replace("-", "–"), "utf-8"),
}


class Outcome(NamedTuple):
    """Records that were still in a damaged file, and what became of them."""

    records: int
    documents: int
    rejects: int
    unsaid: tuple[str, ...]


def find_marks(text: str, documents: Sequence[Document]) -> list[str]:
    """Return, for each document with a title, a word that stands nowhere else.

    Of titles without one nothing is known.
    """
    found = []
    for document in documents:
        words = _WORD.findall(document.title or "")
        alone = [word for word in words if text.count(word) == 1]
        found += [max(alone, key=len)] if alone else []
    return found


def account(
    text: str, marks: Sequence[str], items: Sequence[Document | Remark]
) -> Outcome:
    """Count the marks of a text that documents have, and rejects."""
    lines = re.split(r"\r\n|\n|\r", text)
    places = [(n, m) for n, line in enumerate(lines, 1) for m in _marks_of(line, marks)]
    texts = [item.text for item in items if isinstance(item, Document)]
    held = [next(_marks_of(each, marks), None) for each in texts]
    lost = [item for item in items if isinstance(item, Remark) and item.lost]
    # A line that comes twice within a record is one record's.
    runs = [
        p
        for p, before in zip(places, [(0, ""), *places], strict=False)
        if p[1] != before[1]
    ]
    unheld = []
    for line, mark in runs:
        if mark in held:
            held.remove(mark)
        else:
            unheld.append((line, mark))
    unsaid = [mark for line, mark in unheld if not any(_covers(r, line) for r in lost)]
    count = len(unheld) - len(unsaid)
    return Outcome(len(runs), len(runs) - len(unheld), count, tuple(unsaid))


def _marks_of(text: str, marks: Sequence[str]) -> Iterator[str]:
    """Yield the marks that are in a text, in its order."""
    places = {text.find(mark): mark for mark in marks if mark in text}
    return (places[place] for place in sorted(places))


def _covers(remark: Remark, line: int) -> bool:
    if remark.line is None:
        return True
    return remark.line <= line <= (remark.last or remark.line)


def outcomes(path: Path) -> Iterator[tuple[str, Outcome]]:
    """Yield what became of a file's records after each damage."""
    text = open_file(path, name=path.name, max_bytes=_MAX_BYTES).text()
    whole = [item for item in read([path]) if isinstance(item, Document)]
    marks = find_marks(text, whole)
    for name, corrupt in CORRUPTIONS.items():
        damaged, encoding = corrupt(text)
        data = damaged.encode(encoding, "replace")
        left = data.decode(encoding)
        yield name, account(left, marks, list(_read(data, path.name)))


def _read(data: bytes, name: str) -> Iterator[Document | Remark]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        yield from read([path])


def main(formats: Annotated[list[str] | None, typer.Argument()] = None) -> None:
    """Print the table, and the records of which nothing is said."""
    wanted = formats or list(dict.fromkeys(example.format for example in EXAMPLES))
    lines: list[str] = []
    print("format\tfiles\trecords\tdocuments\trejects\tunsaid")
    for name in wanted:
        files = [example.name for example in EXAMPLES if example.format == name]
        found = [(f, *each) for f in files for each in outcomes(FOLDER / f)]
        sums = [sum(count) for count in zip(*(o[:3] for _, _, o in found), strict=True)]
        unsaid = [f"{f}: {how}: {mark}" for f, how, o in found for mark in o.unsaid]
        print(name, len(found), *sums, len(unsaid), sep="\t")
        lines += unsaid
    print(*lines, sep="\n")


if __name__ == "__main__":
    run(main)
