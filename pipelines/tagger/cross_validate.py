"""How well kg would read: each fold of the gold by a tagger that learned from the rest.

    python -m pipelines.tagger.cross_validate GOLD… --start PRETRAINED
        [--pages INPUT] [--texts TEXTS] [--keep DIR]

Reads: annotated documents, all of which are dealt into the same folds; what
`pipelines.tagger.pretrain` wrote; the pages that GOLD annotates by lines (a document that is
no page's is read as its text stands); plain abstracts, dealt among the folds' teachers
(`pipelines.tagger.recipe`; without, there are none). Documents that share text stand in one
fold, and what a fold learns from, annotated or not, holds no text that it reads.
--share takes a part of the training documents, for a learning curve. Writes, with
--keep: what each fold's teacher said, and its tagger; what stands there already is not
made again, so that a run can be gone on with. Prints: what `pipelines.evaluate` prints,
for each GOLD.
"""

import random
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Annotated, Any

import typer

from kg.extraction.extract import extract
from kg.parallel import map_in_processes
from kg.records import Document, Extraction
from kg.tagger.storage import read, save
from pipelines.common.command import run
from pipelines.common.gold import read_gold
from pipelines.common.scoring import fold_words, gold_number
from pipelines.evaluate import documents_of, judgement
from pipelines.tagger import recipe
from pipelines.tagger.pretrain import read_texts
from pipelines.tagger.soft_labels import read_soft_labels, save_soft_labels
from pipelines.tagger.train import train


@dataclass(frozen=True, slots=True)
class Fold:
    """What one fold learns from, annotated documents and plain texts, and reads."""

    name: str
    learned: Sequence[dict[str, Any]]
    texts: Sequence[str]
    unseen: Sequence[Document]


@dataclass(frozen=True, slots=True)
class Training:
    """How every fold learns: from where, and from what share of its documents.

    What a fold makes is kept in a folder of its name in `keep`.
    """

    start: Path
    share: float = 1.0
    seed: int = 0
    keep: Path | None = None


def read_by_folds(
    documents: Sequence[Document],
    folds: Iterable[Fold],
    training: Training,
    *,
    jobs: int | None = None,
) -> list[Extraction]:
    """Return what is found in the documents, in order, `jobs` folds at a time."""
    found: dict[str, Extraction] = {}
    work = partial(read_fold, training=training)
    for done in map_in_processes(work, list(folds), processes=jobs):
        found |= {each.document.id: each for each in done}
        typer.echo(f"{len(found)} documents of {len(documents)} read", err=True)
    return [found[document.id] for document in documents]


def read_fold(fold: Fold, training: Training) -> list[Extraction]:
    """Train on what a fold learns from, and read what it has not seen."""
    learned = list(fold.learned)
    random.Random(training.seed).shuffle(learned)
    learned = learned[: max(1, round(training.share * len(learned)))]
    start, seed = read(training.start), training.seed
    with tempfile.TemporaryDirectory() as scratch:
        folder = (training.keep or Path(scratch)) / fold.name
        if fold.texts and not (folder / "soft_labels").exists():
            said = recipe.teacher_predictions(learned, fold.texts, start, seed=seed)
            save_soft_labels(said, folder / "soft_labels")
        if not (folder / "tagger").exists():
            if fold.texts:
                said = read_soft_labels(folder / "soft_labels")
                tagger = recipe.train_student(learned, said, start, seed=seed)
            else:
                tagger = train(learned, seed=seed, start=start)
            save(tagger, folder / "tagger")
        return list(extract(fold.unseen, jobs=1, model=folder / "tagger"))


def make_folds(
    documents: Sequence[Document],
    gold: Sequence[dict[str, Any]],
    count: int,
    *,
    texts: Sequence[str] = (),
) -> Iterator[Fold]:
    """Yield `count` folds of the gold, and of the documents that it annotates.

    Texts are dealt too: each fold's teacher reads others.
    """
    places = assign_folds(gold, count)
    place = {document.id: _fold_of(gold, places, document) for document in documents}
    shingled = [shingles(text) for text in texts]
    for fold, (seen, held_out) in enumerate(split_by_fold(gold, places)):
        held = set().union(*(shingles(document["text"]) for document in held_out))
        own = zip(texts[fold::count], shingled[fold::count], strict=True)
        yield Fold(
            fold_name(fold),
            without_shared_text(seen, held_out),
            [text for text, found in own if not _is_shared(found, held)],
            [document for document in documents if place[document.id] == fold],
        )


def fold_name(fold: int) -> str:
    """Return the name of a fold, which counts from 0 here and from 1 for people."""
    return f"fold-{fold + 1}"


def assign_folds(gold: Sequence[dict[str, Any]], folds: int) -> list[int]:
    """Return the fold of each gold document; records of one text share a fold."""
    texts = [shingles(document["text"]) for document in gold]
    groups: list[int] = []
    for number, text in enumerate(texts):
        like = (n for n in range(number) if _is_shared(text, texts[n]))
        first = next(like, None)
        groups.append(len(set(groups)) if first is None else groups[first])
    return [group % folds for group in groups]


def split_by_fold(
    gold: Sequence[dict[str, Any]], places: Sequence[int]
) -> Iterator[tuple[list[dict[str, Any]], list[dict[str, Any]]]]:
    """Yield for each fold, as dealt, the documents of the others and its own."""
    numbered = list(zip(gold, places, strict=True))
    for fold in range(max(places, default=-1) + 1):
        others = [document for document, place in numbered if place != fold]
        yield others, [document for document, place in numbered if place == fold]


def sample_texts(
    texts: Sequence[str], count: int | None, *, seed: int = 0
) -> list[str]:
    """Return `count` of the texts, by chance; by default all, in order."""
    if count is None or count >= len(texts):
        return list(texts)
    return random.Random(seed).sample(list(texts), count)


def without_shared_text(
    documents: Sequence[dict[str, Any]], others: Sequence[dict[str, Any]]
) -> list[dict[str, Any]]:
    """Return the documents whose text none of the others has too."""
    seen: set[str] = set().union(*(shingles(other["text"]) for other in others))
    return [d for d in documents if not _is_shared(shingles(d["text"]), seen)]


def shingles(text: str, *, size: int = 8) -> set[str]:
    """Return every run of `size` words of a text, folded."""
    words = fold_words(text).split()
    return {" ".join(words[i : i + size]) for i in range(len(words) - size + 1)}


def _is_shared(one: set[str], other: set[str]) -> bool:
    """Tell whether a fifth of what one says stands in the other, word for word."""
    return len(one & other) * 5 > len(one)


def _fold_of(
    gold: Sequence[dict[str, Any]], places: Sequence[int], document: Document
) -> int:
    """Return a document's fold; what no gold covers is not scored and goes anywhere."""
    number = gold_number(
        gold,
        {
            "id": document.id,
            "source": document.source,
            "first_line": document.first_line,
            "last_line": document.last_line,
        },
    )
    return places[number] if number is not None else 0


def main(
    gold: Annotated[list[Path], typer.Argument(help="Annotated documents.")],
    start: Annotated[Path, typer.Option(help="What pretrain wrote.")],
    pages: Annotated[
        list[Path] | None, typer.Option(help="What they annotate by lines.")
    ] = None,
    texts: Annotated[
        list[Path] | None, typer.Option(help="Abstracts for teachers to read.")
    ] = None,
    count: Annotated[int | None, typer.Option(help="Of them; all.")] = None,
    keep: Annotated[
        Path | None, typer.Option(help="Folder for what the folds make.")
    ] = None,
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
    plain = sample_texts(read_texts(texts or []), count, seed=seed)
    parts = make_folds(
        documents, [d for some in annotated for d in some], folds, texts=plain
    )
    training = Training(start, share, seed, keep)
    read = read_by_folds(documents, parts, training, jobs=jobs)
    for path, some in zip(gold, annotated, strict=True):
        typer.echo(f"{path}\n{judgement(some, read, mistakes=mistakes)}\n")


if __name__ == "__main__":
    run(main)
