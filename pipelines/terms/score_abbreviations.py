"""How well kg finds which short form stands for which long form.

    python -m pipelines.terms.score_abbreviations GOLD… [--mistakes N]

Reads: JSON Lines of annotated documents (`text`, `abbreviations`: pairs of a short and
a long form; `id` or `source`). A pair counts once a document, whatever its case and the
spaces around it. Prints: precision, recall and F1 of the pairs, for either half of the
documents (by a hash of their ids) and for all. Who changes the rules for new documents
reads the mistakes of half 0 first; in med1250 those of both halves have been read.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Annotated, Any, NamedTuple
from zlib import crc32

import typer

from kg.extraction.abbreviations.find import find_abbreviations
from pipelines.common.command import run
from pipelines.common.json_lines import read_lines

Pair = tuple[str, str]


class Judged(NamedTuple):
    """The pairs of one document, by who says them."""

    id: str
    both: frozenset[Pair]
    found: frozenset[Pair]
    missed: frozenset[Pair]


def judged(document: Mapping[str, Any]) -> Judged:
    """Compare what is found in a document with its annotation."""
    text = document["text"]
    pairs = find_abbreviations(text)
    ours = _folded((text[a:b], text[c:d]) for a, b, c, d in pairs)
    gold = _folded(document.get("abbreviations") or ())
    return Judged(
        document.get("id") or document["source"], ours & gold, ours - gold, gold - ours
    )


def _folded(pairs: Iterable[Iterable[str]]) -> frozenset[Pair]:
    return frozenset(
        (short.strip().lower(), long.strip().lower()) for short, long in pairs
    )


def half_of(document_id: str) -> int:
    """Return which half of the documents one belongs to."""
    return crc32(document_id.encode()) % 2


def scores(documents: Iterable[Judged]) -> str:
    """Give precision, recall and F1, in per cent, as one line."""
    rows = [tuple(map(len, document[1:])) for document in documents]
    both, found, missed = (sum(row[n] for row in rows) for n in range(3))
    precision = both / max(1, both + found)
    recall = both / max(1, both + missed)
    f1 = 2 * both / max(1, 2 * both + found + missed)
    numbers = f"P {precision:6.1%}  R {recall:6.1%}  F1 {f1:6.1%}"
    return f"{numbers}  ({both} of {both + found} found, {both + missed} there)"


def mistakes(documents: Iterable[Judged]) -> Iterable[str]:
    """Yield a line for each pair that is found or missed wrongly."""
    for document in documents:
        for sign, pairs in (("+", document.found), ("-", document.missed)):
            for short, long in sorted(pairs):
                yield f"{document.id} {sign} {short} | {long}"


def main(
    gold: Annotated[list[Path], typer.Argument(help="Annotated documents.")],
    mistakes_of: Annotated[
        int, typer.Option("--mistakes", help="Show so many mistakes in half 0.")
    ] = 0,
) -> None:
    """Score the pairs found in annotated documents."""
    documents = [judged(document) for document in read_lines(gold)]
    halves = [[d for d in documents if half_of(d.id) == half] for half in (0, 1)]
    for name, those in (("half 0", halves[0]), ("half 1", halves[1])):
        typer.echo(f"{name}  {scores(those)}")
    typer.echo(f"all     {scores(documents)}")
    for line in list(mistakes(halves[0]))[:mistakes_of]:
        typer.echo(line)


if __name__ == "__main__":
    run(main)
