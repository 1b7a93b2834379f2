"""How well kg tells who is who by names and affiliations alone: B³ on crowded names.

    python -m pipelines.people.score_affiliated MENTIONS

Reads: JSON Lines of mentions (`person`, `name`, `paper_id`, `affiliation`, raw or null)
of people whose names many have; nothing else is known of a paper. Affiliations are read
as a build reads them. Prints: B³ precision, recall and F1 (Bagga & Baldwin 1998),
micro-averaged over mentions, with the weights that kg ships, and of exact names.
"""

from collections.abc import Hashable, Iterable, Mapping
from pathlib import Path
from typing import Annotated, Any

import numpy as np
import typer

from kg.extraction.pipeline import load_pipeline, run_pipeline
from kg.records import Affiliation, Author, Document
from kg.resolution.people.match_evidence import trained_weights
from kg.text.folding import fold
from pipelines.common.command import run
from pipelines.common.json_lines import read_lines
from pipelines.people.score import Key, b_cubed, clustered


def document(mention: Mapping[str, Any]) -> Document:
    """Return a record of one author with one affiliation, and of nothing else."""
    raw = mention.get("affiliation")
    places = (Affiliation(raw),) if raw else ()
    author = Author(mention["name"], places)
    return Document(mention["paper_id"], "records", "", (), authors=(author,))


def figures(scores: Iterable[tuple[float, float]]) -> str:
    """Return precision, recall and F1 of the precisions and recalls of mentions.

    >>> figures([(1.0, 0.5), (1.0, 0.5)])
    'P 1.0000  R 0.5000  F1 0.6667'
    """
    precision, recall = np.mean(list(scores), axis=0)
    f1 = 2 * precision * recall / (precision + recall)
    return f"P {precision:.4f}  R {recall:.4f}  F1 {f1:.4f}"


def main(
    mentions: Annotated[Path, typer.Argument(help="Mentions of known people.")],
) -> None:
    """Score the resolution of people whose names are crowded."""
    rows = list(read_lines([mentions]))
    gold: dict[Key, Hashable] = {(m["paper_id"], m["name"]): m["person"] for m in rows}
    extractions = list(run_pipeline(load_pipeline(), map(document, rows)))
    found = clustered(extractions, trained_weights())
    exact = {key: fold(key[1]) for key in gold}
    typer.echo(f"names and affiliations {figures(b_cubed(gold, found).values())}")
    typer.echo(f"exact names, folded    {figures(b_cubed(gold, exact).values())}")


if __name__ == "__main__":
    run(main)
