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

AbbreviationPair = tuple[str, str]


class JudgedDocument(NamedTuple):
    """The pairs of one document, by who says them."""

    id: str
    right: frozenset[AbbreviationPair]
    found: frozenset[AbbreviationPair]
    missed: frozenset[AbbreviationPair]


def judge_document(document: Mapping[str, Any]) -> JudgedDocument:
    """Compare what is found in a document with its annotation."""
    text = document["text"]
    pairs = find_abbreviations(text)
    ours = _fold_pairs((text[a:b], text[c:d]) for a, b, c, d in pairs)
    gold = _fold_pairs(document.get("abbreviations") or ())
    return JudgedDocument(
        document.get("id") or document["source"], ours & gold, ours - gold, gold - ours
    )


def _fold_pairs(pairs: Iterable[Iterable[str]]) -> frozenset[AbbreviationPair]:
    return frozenset(
        (short.strip().lower(), long.strip().lower()) for short, long in pairs
    )


def half_of(document_id: str) -> int:
    """Return which half of the documents one belongs to."""
    return crc32(document_id.encode()) % 2


def format_scores(documents: Iterable[JudgedDocument]) -> str:
    """Give precision, recall and F1, in per cent, as one line."""
    rows = [tuple(map(len, document[1:])) for document in documents]
    right, found, missed = (sum(row[n] for row in rows) for n in range(3))
    precision = right / max(1, right + found)
    recall = right / max(1, right + missed)
    f1 = 2 * right / max(1, 2 * right + found + missed)
    numbers = f"P {precision:6.1%}  R {recall:6.1%}  F1 {f1:6.1%}"
    return f"{numbers}  ({right} of {right + found} found, {right + missed} there)"


def list_mistakes(documents: Iterable[JudgedDocument]) -> Iterable[str]:
    """Yield a line for each pair that is found or missed wrongly."""
    for document in documents:
        for sign, pairs in (("+", document.found), ("-", document.missed)):
            for short, long in sorted(pairs):
                yield f"{document.id} {sign} {short} | {long}"


def main(
    gold: Annotated[list[Path], typer.Argument(help="Annotated documents.")],
    mistakes_shown: Annotated[
        int, typer.Option("--mistakes", help="Show so many mistakes in half 0.")
    ] = 0,
) -> None:
    """Score the pairs found in annotated documents."""
    documents = [judge_document(document) for document in read_lines(gold)]
    halves = [[d for d in documents if half_of(d.id) == half] for half in (0, 1)]
    for name, those in (("half 0", halves[0]), ("half 1", halves[1])):
        typer.echo(f"{name}  {format_scores(those)}")
    typer.echo(f"all     {format_scores(documents)}")
    for line in list(list_mistakes(halves[0]))[:mistakes_shown]:
        typer.echo(line)


if __name__ == "__main__":
    run(main)
