"""How well kg reads: build INPUT and score what it found against annotated documents.

    python -m pipelines.evaluate GOLD INPUT…
    python -m pipelines.evaluate GOLD INPUT… --folds 5 --train MORE_GOLD
    python -m pipelines.evaluate GOLD --model DIR

Reads: GOLD, annotated documents (JSON Lines), and the inputs that they annotate. The
first form reads them with the shipped model, or with that in --model; without INPUT,
the texts of the gold documents themselves are read, as prose. With --folds, the gold
documents are dealt into folds (records of one text into the same), and each fold is
read by a model trained on the others and on --train, less what has the same text, so
that no document is scored by a model that saw it; --share takes a part of the training
documents, for a learning curve. Prints: precision, recall and F1 by measure, how far
scores can be believed, and with --mistakes the commonest.
"""

import json
import random
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from kg import documents as documents_file
from kg.corpus import read_documents
from kg.errors import KGError
from kg.extraction import extract
from kg.records import Document, Extraction
from kg.resolution import resolve
from pipelines import train
from pipelines.gold import as_documents, read_gold
from pipelines.reliability import calibration_error, report, verdicts
from pipelines.scoring import folded, home, percent, score, table


def extracted(
    gold: Sequence[dict[str, Any]],
    inputs: Sequence[Path],
    *,
    model: Path | None = None,
    folds: int = 0,
    more: Sequence[dict[str, Any]] = (),
    share: float = 1.0,
    jobs: int | None = None,
    seed: int = 0,
) -> list[dict[str, Any]]:
    """Return what is found, as documents.jsonl has it; see the module for the rest."""
    documents = read_documents(inputs)[0] if inputs else as_documents(gold)
    if folds:
        extractions = _extract_by_folds(
            documents, gold, folds, more, share=share, jobs=jobs, seed=seed
        )
    else:
        extractions = list(extract(documents, jobs=jobs, model=model))
    lines = documents_file.generate(extractions, resolve(extractions))
    return [json.loads(line) for line in lines]


def deal(gold: Sequence[dict[str, Any]], folds: int) -> list[int]:
    """Return the fold of each gold document; records of one text share a fold."""
    texts = [shingles(document["text"]) for document in gold]
    groups: list[int] = []
    for number, text in enumerate(texts):
        like = (n for n in range(number) if _alike(text, texts[n]))
        first = next(like, None)
        groups.append(len(set(groups)) if first is None else groups[first])
    return [group % folds for group in groups]


def unlike(
    documents: Sequence[dict[str, Any]], others: Sequence[dict[str, Any]]
) -> list[dict[str, Any]]:
    """Return the documents whose text none of the others has too."""
    seen: set[str] = set().union(*(shingles(other["text"]) for other in others))
    return [d for d in documents if not _alike(shingles(d["text"]), seen)]


def shingles(text: str, *, size: int = 8) -> set[str]:
    """Return every run of `size` words of a text, folded."""
    words = folded(text).split()
    return {" ".join(words[i : i + size]) for i in range(len(words) - size + 1)}


def _alike(one: set[str], other: set[str]) -> bool:
    """Tell whether a fifth of what one says stands in the other, word for word."""
    return len(one & other) * 5 > len(one)


def _extract_by_folds(
    documents: Sequence[Document],
    gold: Sequence[dict[str, Any]],
    folds: int,
    more: Sequence[dict[str, Any]],
    *,
    share: float,
    jobs: int | None,
    seed: int,
) -> list[Extraction]:
    dealt = deal(gold, folds)
    place = {document.id: _fold(gold, dealt, document) for document in documents}
    found: dict[str, Extraction] = {}
    for fold in range(folds):
        seen = [d for d, other in zip(gold, dealt, strict=True) if other != fold]
        held_out = [d for d, own in zip(gold, dealt, strict=True) if own == fold]
        rest = unlike(more, held_out)
        unseen = [document for document in documents if place[document.id] == fold]
        with tempfile.TemporaryDirectory() as folder:
            learned = [*rest, *seen]
            random.Random(seed).shuffle(learned)
            learned = learned[: round(share * len(learned))]
            train.save(train.train(learned, seed=seed), Path(folder))
            read = extract(unseen, jobs=jobs, model=Path(folder))
            found |= {e.document.id: e for e in read}
        typer.echo(f"fold {fold + 1} of {folds}: {len(unseen)} documents", err=True)
    return [found[document.id] for document in documents]


def _fold(
    gold: Sequence[dict[str, Any]], dealt: Sequence[int], document: Document
) -> int:
    """Return a document's fold; what no gold covers is not scored and goes anywhere."""
    number = home(
        gold,
        {
            "id": document.id,
            "source": document.source,
            "first_line": document.first_line,
            "last_line": document.last_line,
        },
    )
    return dealt[number] if number is not None else 0


def run(
    gold: Annotated[Path, typer.Argument(help="Annotated documents.")],
    inputs: Annotated[
        list[Path] | None, typer.Argument(help="What they annotate.")
    ] = None,
    model: Annotated[
        Path | None, typer.Option(help="Folder of a trained tagger.")
    ] = None,
    folds: Annotated[int, typer.Option(help="Retrain by fold; 0: shipped model.")] = 0,
    train_file: Annotated[
        list[Path] | None, typer.Option("--train", help="Gold for every fold.")
    ] = None,
    jobs: Annotated[int | None, typer.Option(help="Processes.")] = None,
    share: Annotated[
        float, typer.Option(help="Of the training documents of a fold.")
    ] = 1.0,
    mistakes: Annotated[int, typer.Option(help="How many to list, commonest.")] = 0,
    seed: Annotated[int, typer.Option(help="Of the training.")] = 0,
    as_json: Annotated[bool, typer.Option("--json", help="Print one object.")] = False,
) -> None:
    """Score kg on GOLD."""
    annotated = read_gold([gold])
    found = extracted(
        annotated,
        inputs or [],
        model=model,
        folds=folds,
        more=read_gold(train_file or []),
        share=share,
        jobs=jobs,
        seed=seed,
    )
    counts, judged = score(annotated, found), verdicts(annotated, found)
    if as_json:
        rows = {m: [*percent(c), c[1], c[2]] for m, c in counts.items()}
        rows["calibration error"] = [round(calibration_error(judged), 4)]
        typer.echo(json.dumps(rows))
    else:
        typer.echo(f"{table(counts)}\n\n{report(judged, mistakes=mistakes)}")


if __name__ == "__main__":
    try:
        typer.run(run)
    except KGError as error:
        sys.exit(f"error: {error}")
