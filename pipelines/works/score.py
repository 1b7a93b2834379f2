"""How well kg tells which records are of one work: altered copies, and look-alikes.

    python -m pipelines.works.score RECORDS… [--sample 5000] [--seed 0] [--identifiers]

Reads: JSON Lines of bibliographic records, .gz or not. One record in six is set aside;
of these, pairs of look-alikes are made that are two works. Of each other record one
altered copy is made, of the kinds in turn. All are resolved together, as a build does.
Copies have no identifiers of their originals unless `--identifiers` gives each a DOI.
Prints: a kind a line, the share of copies found to be of their original's work
(pairwise sensitivity), the share of look-alike pairs kept apart; and over all the
specificity as ASySD counts it (the share of works not taken away as another's
duplicate; Hair et al. 2023), and the pairs of records falsely in one work. With
`--examples`, so many errors of each kind.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from random import Random
from typing import Annotated

import typer

from kg.files.opening import open_text
from kg.records import Document, Extraction
from kg.resolution.works.resolve import resolve_works
from kg.resolution.works.work_records import WorkRecord, work_records
from kg.sources.records.jsonl import parse
from pipelines.common.command import run
from pipelines.common.json_lines import read_lines
from pipelines.works import copies as work_copies
from pipelines.works import lookalikes as work_lookalikes
from pipelines.works.copies import is_identifying
from pipelines.works.record_changes import Record

_ASIDE = 6  # one record in so many is for look-alikes, two a pair


@dataclass(frozen=True, slots=True)
class Trial:
    """A record to be resolved: its work in truth, and the kind that it is of."""

    record: Record
    truth: str
    kind: str = "original"


def trials(records: Sequence[Record], *, seed: int = 0) -> list[Trial]:
    """Return originals, copies and look-alikes, shuffled."""
    chance = Random(seed)
    order = chance.sample(range(len(records)), len(records))
    found: list[Trial] = []
    aside: list[Record] = []
    for position, number in enumerate(order):
        record = records[number]
        if position % _ASIDE == 0:
            aside.append(record)
            continue
        found.append(Trial(record, f"{number}"))
        if is_identifying(record) and (copied := _copy(record, number, chance)):
            found.append(copied)
    for number in range(0, len(aside) - 1, 2):
        found += _pair(aside[number], aside[number + 1], number // 2, chance)
    chance.shuffle(found)
    return found


def _copy(record: Record, number: int, chance: Random) -> Trial | None:
    """Copy a record by the kind whose turn it is, or the next one that alters it."""
    kinds = list(work_copies.KINDS)
    for step in range(len(kinds)):
        kind = kinds[(number + step) % len(kinds)]
        made = work_copies.KINDS[kind](record, chance)
        if made != record and is_identifying(made):
            return Trial(made, f"{number}", kind)
    return None


def _pair(record: Record, other: Record, turn: int, chance: Random) -> list[Trial]:
    kinds = list(work_lookalikes.KINDS)
    for step in range(len(kinds)):
        kind = kinds[(turn + step) % len(kinds)]
        if pair := work_lookalikes.KINDS[kind](record, other, chance):
            return [
                Trial(made, f"pair {turn}.{n}", kind) for n, made in enumerate(pair)
            ]
    return []


def resolved(found: Sequence[Trial], *, identifiers: bool = False) -> list[int]:
    """Return the cluster of each trial's record, as a build would have it."""
    lines = []
    for number, trial in enumerate(found):
        doi = f"10.5555/{trial.truth.replace(' ', '-')}" if identifiers else None
        lines.append(json.dumps({**trial.record, "id": f"r{number}", "doi": doi}))
    clusters = resolve_works(records_of(lines))
    return [clusters.find(number) for number in range(len(found))]


def records_of(lines: Iterable[str]) -> list[WorkRecord]:
    """Return what is known of JSON Lines' records, their prose unread."""
    parsed = parse(open_text("\n".join(lines), name="records"))
    return work_records(
        [Extraction(item, ()) for item in parsed if isinstance(item, Document)]
    )


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of positions of trials, by kind: `wrong` is a subset of `all`."""

    all: dict[str, list[tuple[int, int]]]
    wrong: dict[str, list[tuple[int, int]]]

    def share_right(self) -> float:
        """Give the share of all pairs that are not wrong."""
        total, wrong = (sum(map(len, each.values())) for each in (self.all, self.wrong))
        return 1 - wrong / total if total else 1.0


def copies(found: Sequence[Trial], clusters: Sequence[int]) -> Pairs:
    """Return each copy with its original; wrong are those in two works."""
    originals = {t.truth: n for n, t in enumerate(found) if t.kind == "original"}
    pairs = [
        (trial.kind, originals[trial.truth], number)
        for number, trial in enumerate(found)
        if trial.kind in work_copies.KINDS and trial.truth in originals
    ]
    return _judged(pairs, lambda a, b: clusters[a] != clusters[b])


def lookalikes(found: Sequence[Trial], clusters: Sequence[int]) -> Pairs:
    """Return the pairs of look-alikes; wrong are those in one work."""
    firsts: dict[str, int] = {}
    pairs = []
    for number, trial in enumerate(found):
        name, _, place = trial.truth.partition(".")
        if place:
            other = firsts.setdefault(name, number)
            pairs += [(trial.kind, other, number)] if other != number else []
    return _judged(pairs, lambda a, b: clusters[a] == clusters[b])


def _judged(
    pairs: Iterable[tuple[str, int, int]], is_wrong: Callable[[int, int], bool]
) -> Pairs:
    every: dict[str, list[tuple[int, int]]] = {}
    wrong: dict[str, list[tuple[int, int]]] = {}
    for kind, a, b in pairs:
        every.setdefault(kind, []).append((a, b))
        if is_wrong(a, b):
            wrong.setdefault(kind, []).append((a, b))
    return Pairs(every, wrong)


def specificity(found: Sequence[Trial], clusters: Sequence[int]) -> float:
    """Return the share of works that no other's cluster swallows (ASySD)."""
    truths: dict[int, set[str]] = {}
    for trial, cluster in zip(found, clusters, strict=True):
        truths.setdefault(cluster, set()).add(trial.truth)
    swallowed = sum(len(works) - 1 for works in truths.values())
    return 1 - swallowed / len({trial.truth for trial in found})


def false_joins(
    found: Sequence[Trial], clusters: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """Yield the pairs of trials of two works that are in one cluster."""
    members: dict[int, list[int]] = {}
    for number, cluster in enumerate(clusters):
        members.setdefault(cluster, []).append(number)
    for numbers in members.values():
        for a, b in combinations(numbers, 2):
            if found[a].truth != found[b].truth:
                yield a, b


def report(
    found: Sequence[Trial], clusters: Sequence[int], *, examples: int = 0
) -> Iterator[str]:
    """Yield the lines that are printed."""
    joined, apart = copies(found, clusters), lookalikes(found, clusters)
    for what, pairs in (("copies found", joined), ("kept apart", apart)):
        for kind, every in pairs.all.items():
            wrong = pairs.wrong.get(kind, [])
            right = 1 - len(wrong) / len(every)
            yield f"{what:13} {kind:34} {right:7.4f} of {len(every)}"
            for pair in wrong[:examples]:
                yield from _describe_pair(found, pair)
    false = list(false_joins(found, clusters))
    originals = [
        pair for pair in false if {found[n].kind for n in pair} == {"original"}
    ]
    for pair in originals[:examples]:
        yield from _describe_pair(found, pair)
    yield (
        f"{len(found)} records; sensitivity {joined.share_right():.4f}, "
        f"specificity {specificity(found, clusters):.4f}"
    )
    yield (
        f"look-alikes kept apart {apart.share_right():.4f}; {len(false)} pairs falsely "
        f"in one work, {len(originals)} of them originals"
    )


def _describe_pair(found: Sequence[Trial], pair: tuple[int, int]) -> Iterator[str]:
    for number in pair:
        record = found[number].record
        names = ", ".join(map(str, (record.get("authors") or ())[:3]))
        abstract = (record.get("abstract") or "")[:90].replace("\n", " ")
        told = (repr(record.get("title")), names, str(record.get("year")), abstract)
        yield "    " + " | ".join(told)
    yield ""


def main(
    records: Annotated[list[Path], typer.Argument(help="Records, JSON Lines.")],
    sample: Annotated[int, typer.Option(help="Records to draw; 0: all.")] = 0,
    seed: Annotated[int, typer.Option(help="Another seed, other copies.")] = 0,
    identifiers: Annotated[bool, typer.Option(help="With DOIs.")] = False,
    examples: Annotated[int, typer.Option(help="Errors shown a kind.")] = 0,
) -> None:
    """Score the resolution of works."""
    rows = list(read_lines(records))
    if sample:
        rows = Random(seed).sample(rows, min(sample, len(rows)))
    found = trials(rows, seed=seed)
    clusters = resolved(found, identifiers=identifiers)
    for line in report(found, clusters, examples=examples):
        typer.echo(line)


if __name__ == "__main__":
    run(main)
