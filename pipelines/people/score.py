"""How well kg tells who is who: B³ on mentions whose people are known.

    python -m pipelines.people.score MENTIONS --curated CURATED… --papers RECORDS…

Reads: JSON Lines of mentions (`person`, `name`, `paper_id`, `coauthors`, `title`,
`year`), and what `pipelines.people.train` reads. The weights of the evidence are
learned anew for each of five folds, from pairs of names of the other folds' families.
Prints: B³ precision, recall and F1 (Bagga & Baldwin 1998), micro-averaged over
mentions, with all evidence, without co-authors, and with names alone.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any
from zlib import crc32

import numpy as np
import typer

from kg.records import Extraction
from kg.resolution.people.name_comparison_form import name_form
from kg.resolution.people.resolve import resolve_people
from kg.text.names.name_parts import parse_name
from pipelines.common.command import run
from pipelines.common.json_lines import read_lines
from pipelines.people.records import by_paper, extraction
from pipelines.people.train import Examples, examples, fit, owners

FOLDS = 5
Key = tuple[str, str]
"""A mention: the paper's id and the name as it stands there."""


def fold_of(name: str) -> int:
    """Return the fold of a name, that of its family name."""
    family = name_form(parse_name(name)).family[-1]
    return crc32(family.encode()) % FOLDS


def learned(found: Examples, fold: int) -> dict[str, float]:
    """Return weights learned from pairs without a name of the fold."""
    others = [fold not in (fold_of(a), fold_of(b)) for a, b in found.pairs]
    return fit(found.evidence[others], found.truth[others])


def clustered(
    extractions: Sequence[Extraction], weights: Mapping[str, float]
) -> dict[Key, int]:
    """Return the cluster of each mention."""
    nodes, outcome = resolve_people(
        extractions, range(len(extractions)), weights=weights
    )
    find = outcome.clusters.find
    found: dict[Key, int] = {}
    for place, node in zip(nodes.places, nodes.node_at, strict=True):
        each = extractions[place[0]]
        name = each.mentions[place[1]].surface
        found[each.document.id, name] = find(outcome.reassigned.get(place, node))
    return found


def b_cubed(
    gold: Mapping[Key, Hashable], found: Mapping[Key, Hashable]
) -> dict[Key, tuple[float, float]]:
    """Return the precision and the recall of each mention."""
    people = Counter(gold.values())
    clusters = Counter(found[key] for key in gold)
    both = Counter((gold[key], found[key]) for key in gold)
    return {
        key: (
            both[person, found[key]] / clusters[found[key]],
            both[person, found[key]] / people[person],
        )
        for key, person in gold.items()
    }


def settings(
    mentions: Sequence[Mapping[str, Any]],
) -> Iterable[tuple[str, list[Extraction]]]:
    """Yield the same mentions with less and less beside them."""
    papers = by_paper(mentions)
    yield "all evidence", [extraction(paper) for paper in papers]
    alone = [{**m, "id": m["paper_id"], "authors": [m["name"]]} for m in mentions]
    yield "without co-authors", [extraction(each) for each in alone]
    bare = ({**each, "title": None, "year": None} for each in alone)
    yield "names alone", [extraction(each) for each in bare]


def main(
    mentions: Annotated[Path, typer.Argument(help="Mentions of known people.")],
    curated: Annotated[list[Path], typer.Option(help="What to learn from.")],
    papers: Annotated[list[Path], typer.Option(help="Records, JSON Lines.")],
) -> None:
    """Score the resolution of people by five folds."""
    rows = list(read_lines([mentions]))
    gold: dict[Key, Hashable] = {(m["paper_id"], m["name"]): m["person"] for m in rows}
    found = examples(owners(read_lines([*curated, mentions])), read_lines(papers))
    weights = [learned(found, fold) for fold in range(FOLDS)]
    for name, extractions in settings(rows):
        scores: list[tuple[float, float]] = []
        for fold in range(FOLDS):
            each = b_cubed(gold, clustered(extractions, weights[fold]))
            scores += [score for key, score in each.items() if fold_of(key[1]) == fold]
        precision, recall = np.mean(scores, axis=0)
        f1 = 2 * precision * recall / (precision + recall)
        typer.echo(f"{name:20} P {precision:.4f}  R {recall:.4f}  F1 {f1:.4f}")


if __name__ == "__main__":
    run(main)
