"""Let the tagger learn from a teacher: small and fast, it comes close to it.

    python -m pipelines.distil outputs/taught.npz --out kg/models/distilled

Reads: what `pipelines.teach` wrote. The tagger learns to expect what the teacher's
field expects, labels and transitions alike (structural distillation: Wang et al. 2020).
Writes: a folder from which `pipelines.train` goes on with the gold itself. Takes about
twenty minutes for 45,000 abstracts on one core.
"""

import sys
from pathlib import Path
from typing import Annotated, Any

import numpy as np
import typer
from numpy.typing import NDArray

from kg.errors import KGError
from kg.tagger.crf import Chain, Counts, expected, sums
from kg.tagger.lstm import Steps
from kg.tagger.storage import Trained, read, save
from kg.tagger.tagging import windows
from pipelines import taught as taught_file
from pipelines.taught import Taught
from pipelines.train import PRETRAINED, Example, fit

BATCH = 64  # windows a step
EPOCHS = 2


def distil(
    taught: Taught, start: Trained, *, epochs: int = EPOCHS, seed: int = 0
) -> Trained:
    """Go on from `start` until the tagger says what the teacher says."""
    examples = [
        Example(words[begin:end], scores[begin:end])
        for words, scores in zip(taught.texts, taught.scores, strict=True)
        for begin, end in windows(words)
    ]

    def wanted(scores: NDArray[Any], layout: Steps) -> Counts:
        return _counts(taught.chain, scores.astype(np.float32), layout)

    return fit(start, examples, wanted, seed=seed, epochs=epochs, batch_size=BATCH)


def _counts(chain: Chain, scores: NDArray[np.float32], layout: Steps) -> Counts:
    return expected(chain, sums(chain, scores, layout), layout)


def main(
    taught: Annotated[Path, typer.Argument(help="What teach wrote.")],
    out: Annotated[Path, typer.Option(help="Folder for the distilled tagger.")],
    seed: Annotated[int, typer.Option(help="Of all that is drawn by chance.")] = 0,
    start: Annotated[Path, typer.Option(help="What pretrain wrote.")] = PRETRAINED,
    epochs: Annotated[int, typer.Option(help="Times each text is seen.")] = EPOCHS,
) -> None:
    """Distil what a teacher said into the tagger."""
    known = taught_file.read(taught)
    save(distil(known, read(start), epochs=epochs, seed=seed), out)
    typer.echo(f"learned from {len(known.texts)} texts: {out}", err=True)


if __name__ == "__main__":
    try:
        typer.run(main)
    except KGError as error:
        sys.exit(f"error: {error}")
