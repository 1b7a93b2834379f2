"""How well kg reads: build INPUT and score what it found against annotated documents.

    python -m pipelines.evaluate GOLD INPUT…
    python -m pipelines.evaluate GOLD --model DIR

Reads: GOLD, annotated documents (JSON Lines), and the inputs that they annotate;
without INPUT, the texts of the gold documents themselves are read, as prose. They are
read with the shipped model, or with that in --model: one that has not learned from
GOLD, or the figures mean nothing (`pipelines.tagger.cross_validate` sees to it). Prints: precision,
recall and F1 by measure, how far scores can be believed, and with --mistakes the
commonest.
"""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from kg.exports import documents as documents_file
from kg.extraction.extract import extract
from kg.records import Document, Extraction
from kg.resolution.resolve import resolve
from kg.sources.corpus import read_documents
from pipelines.common.calibration import calibration_error, report, verdicts
from pipelines.common.command import run
from pipelines.common.gold import as_documents, read_gold
from pipelines.common.scoring import percent, score, table


def documents_of(
    gold: Sequence[dict[str, Any]], inputs: Sequence[Path]
) -> list[Document]:
    """Return the documents of the inputs; for gold of no page's, its texts."""
    paged = any(document.get("first_line") is not None for document in gold)
    return list(read_documents(inputs)[0]) if inputs and paged else as_documents(gold)


def judgement(
    gold: Sequence[dict[str, Any]],
    extractions: Iterable[Extraction],
    *,
    mistakes: int = 0,
    as_json: bool = False,
) -> str:
    """Return how well the extractions agree with the gold, as lines or one object."""
    kept = list(extractions)
    lines = documents_file.generate(kept, resolve(kept))
    found = [json.loads(line) for line in lines]
    counts, judged = score(gold, found), verdicts(gold, found)
    if as_json:
        rows = {m: [*percent(c), c[1], c[2]] for m, c in counts.items()}
        rows["calibration error"] = [round(calibration_error(judged), 4)]
        return json.dumps(rows)
    return f"{table(counts)}\n\n{report(judged, mistakes=mistakes)}"


def main(
    gold: Annotated[Path, typer.Argument(help="Annotated documents.")],
    inputs: Annotated[
        list[Path] | None, typer.Argument(help="What they annotate.")
    ] = None,
    model: Annotated[
        Path | None, typer.Option(help="Folder of a trained tagger.")
    ] = None,
    jobs: Annotated[int | None, typer.Option(help="Processes.")] = None,
    mistakes: Annotated[int, typer.Option(help="How many to list, commonest.")] = 0,
    as_json: Annotated[bool, typer.Option("--json", help="Print one object.")] = False,
) -> None:
    """Score kg on GOLD."""
    annotated = read_gold([gold])
    documents = documents_of(annotated, inputs or [])
    read = extract(documents, jobs=jobs, model=model)
    typer.echo(judgement(annotated, read, mistakes=mistakes, as_json=as_json))


if __name__ == "__main__":
    run(main)
