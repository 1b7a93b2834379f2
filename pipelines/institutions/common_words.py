"""In how many organisations' names each common word is, for registries that are small.

    python -m pipelines.institutions.common_words ROR

Reads: a dump of the registry, of no fewer organisations than
`kg.institutions.ror.registry_arrays.TYPICAL_SIZE`. Writes:
kg/data/institutions/common_name_words.csv, the words in the normal form of names, each
with the number of those that it would be in of that many. Deterministic.
"""

import math
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from kg.errors import KGError
from kg.institutions.ror.registry_arrays import (
    TYPICAL_SIZE,
    RegistryArrays,
    registry_arrays,
)
from kg.institutions.ror.registry_file import read_registry
from pipelines.common.command import run

_TABLE = Path("kg/data/institutions/common_name_words.csv")
_HEADER = f"""\
# Words of organisations' names, in the normal form of names, with the number of those that
# each is in of {TYPICAL_SIZE:,} organisations; made by pipelines/institutions/common_words.py.
# Source: ROR (CC0).
word,organisations
"""
_LEAST = 25  # organisations; a word of fewer is rare in a small registry, too


def count_common_words(
    arrays: RegistryArrays, *, least: int = _LEAST
) -> dict[str, int]:
    """Return in how many of `TYPICAL_SIZE` organisations' names each common word is.

    Args:
        arrays: of a registry of no fewer organisations.
        least: organisations that a word must be in.

    Raises:
        KGError: the registry is too small, so that its weights are not all its own.
    """
    size = len(arrays.ids)
    if size < TYPICAL_SIZE:
        raise KGError(
            f"the registry has {size} organisations, but {TYPICAL_SIZE} are needed;"
            " give a full dump of it"
        )
    weights = zip(arrays.words, arrays.weights.tolist(), strict=True)
    # A weight is minus the logarithm of the share of the organisations, and one more.
    scale = (1 + size) * TYPICAL_SIZE / size
    counts = {word: round(math.exp(-own) * scale) for word, own in weights}
    return {word: count for word, count in counts.items() if count >= least}


def format_counts(counts: Mapping[str, int]) -> str:
    """Return the table."""
    return _HEADER + "".join(f"{word},{count}\n" for word, count in counts.items())


def main(ror: Annotated[Path, typer.Argument(help="A dump of the registry.")]) -> None:
    """Write the table of common words that small registries are weighed with."""
    counts = count_common_words(registry_arrays(read_registry(ror).organisations))
    _TABLE.write_text(format_counts(counts), encoding="utf-8")
    typer.echo(f"{len(counts)} words written to {_TABLE}")


if __name__ == "__main__":
    run(main)
