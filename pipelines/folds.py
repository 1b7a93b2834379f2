"""How well kg would read: each fold of the gold by a tagger that learned from the rest.

    python -m pipelines.folds GOLD… --start PRETRAINED [--pages INPUT] [--texts TEXTS]

Reads: annotated documents, all of which are dealt into the same folds; what
`pipelines.pretrain` wrote; the pages that GOLD annotates by lines (a document that is
no page's is read as its text stands); plain abstracts, for a teacher
(`pipelines.recipe`; without, there is none). Documents that share text stand in one
fold, and what a fold learns from, annotated or not, holds no text that it reads.
--share takes a part of the training documents, for a learning curve. Prints: what
`pipelines.evaluate` prints, for each GOLD.
"""

import multiprocessing
import random
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import typer

from kg.extraction import extract
from kg.records import Document, Extraction
from kg.tagger.storage import read, save
from pipelines import recipe
from pipelines.command import run
from pipelines.evaluate import documents_of, judgement
from pipelines.gold import read_gold
from pipelines.pretrain import read_texts
from pipelines.scoring import folded, home
from pipelines.train import train


@dataclass(frozen=True, slots=True)
class Fold:
    """What one fold learns from, annotated documents and plain texts, and reads."""

    learned: Sequence[dict[str, Any]]
    texts: Sequence[str]
    unseen: Sequence[Document]


@dataclass(frozen=True, slots=True)
class Training:
    """How every fold learns: from where, and from what share of its documents."""

    start: Path
    share: float = 1.0
    seed: int = 0


def read_by_folds(
    documents: Sequence[Document],
    folds: Iterable[Fold],
    training: Training,
    *,
    jobs: int | None = None,
) -> list[Extraction]:
    """Return what is found in the documents, in order, `jobs` folds at a time."""
    found: dict[str, Extraction] = {}
    for done in _read_all(folds, training, jobs):
        found |= {each.document.id: each for each in done}
        typer.echo(f"{len(found)} documents of {len(documents)} read", err=True)
    return [found[document.id] for document in documents]


def _read_all(
    folds: Iterable[Fold], training: Training, jobs: int | None
) -> Iterator[list[Extraction]]:
    if jobs == 1:
        yield from (read_fold(fold, training) for fold in folds)
        return
    # spawn: torch's threads do not survive a fork.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(jobs, context) as pool:
        running = [pool.submit(read_fold, fold, training) for fold in folds]
        yield from (done.result() for done in running)


def read_fold(fold: Fold, training: Training) -> list[Extraction]:
    """Train on what a fold learns from, and read what it has not seen."""
    learned = list(fold.learned)
    random.Random(training.seed).shuffle(learned)
    learned = learned[: max(1, round(training.share * len(learned)))]
    start = read(training.start)
    if fold.texts:
        tagger = recipe.learn(learned, fold.texts, start, seed=training.seed)
    else:
        tagger = train(learned, seed=training.seed, start=start)
    with tempfile.TemporaryDirectory() as folder:
        save(tagger, Path(folder))
        return list(extract(fold.unseen, jobs=1, model=Path(folder)))


def dealt(
    documents: Sequence[Document],
    gold: Sequence[dict[str, Any]],
    count: int,
    *,
    texts: Sequence[str] = (),
) -> Iterator[Fold]:
    """Yield `count` folds of the gold, and of the documents that it annotates."""
    places = deal(gold, count)
    place = {document.id: _fold(gold, places, document) for document in documents}
    told = [shingles(text) for text in texts]
    for fold, (seen, held_out) in enumerate(parted(gold, places)):
        held = set().union(*(shingles(document["text"]) for document in held_out))
        yield Fold(
            unlike(seen, held_out),
            [t for t, said in zip(texts, told, strict=True) if not _alike(said, held)],
            [document for document in documents if place[document.id] == fold],
        )


def deal(gold: Sequence[dict[str, Any]], folds: int) -> list[int]:
    """Return the fold of each gold document; records of one text share a fold."""
    texts = [shingles(document["text"]) for document in gold]
    groups: list[int] = []
    for number, text in enumerate(texts):
        like = (n for n in range(number) if _alike(text, texts[n]))
        first = next(like, None)
        groups.append(len(set(groups)) if first is None else groups[first])
    return [group % folds for group in groups]


def parted(
    gold: Sequence[dict[str, Any]], places: Sequence[int]
) -> Iterator[tuple[list[dict[str, Any]], list[dict[str, Any]]]]:
    """Yield for each fold, as dealt, the documents of the others and its own."""
    numbered = list(zip(gold, places, strict=True))
    for fold in range(max(places, default=-1) + 1):
        others = [document for document, place in numbered if place != fold]
        yield others, [document for document, place in numbered if place == fold]


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


def main(
    gold: Annotated[list[Path], typer.Argument(help="Annotated documents.")],
    start: Annotated[Path, typer.Option(help="What pretrain wrote.")],
    pages: Annotated[
        list[Path] | None, typer.Option(help="What they annotate by lines.")
    ] = None,
    texts: Annotated[
        list[Path] | None, typer.Option(help="Abstracts for a teacher to read.")
    ] = None,
    count: Annotated[int | None, typer.Option(help="Of them; all.")] = None,
    folds: Annotated[int, typer.Option(min=2, help="Parts of the gold.")] = 5,
    share: Annotated[float, typer.Option(help="Of the documents learned.")] = 1.0,
    seed: Annotated[int, typer.Option(help="Of the training.")] = 0,
    jobs: Annotated[int | None, typer.Option(help="Folds at a time.")] = None,
    mistakes: Annotated[int, typer.Option(help="How many to list, commonest.")] = 0,
) -> None:
    """Score kg on GOLD, each fold read by a tagger that has not seen it."""
    annotated = [read_gold([path]) for path in gold]
    documents = [d for some in annotated for d in documents_of(some, pages or [])]
    documents = list({document.id: document for document in documents}.values())
    plain = recipe.some(read_texts(texts or []), count, seed=seed)
    parts = dealt(
        documents, [d for some in annotated for d in some], folds, texts=plain
    )
    read = read_by_folds(documents, parts, Training(start, share, seed), jobs=jobs)
    for path, some in zip(gold, annotated, strict=True):
        typer.echo(f"{path}\n{judgement(some, read, mistakes=mistakes)}\n")


if __name__ == "__main__":
    run(main)
