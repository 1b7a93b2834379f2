"""How the CPU time of a build grows with files of nasty shapes.

    python -m pipelines.pumps.file_growth [--size 8000] [--only WORD]

Prints: for each shape the CPU seconds of reading, extraction and resolution together at
n, 2n and 4n characters, the growth a doubling, and the stage that takes longest. Time
is linear where the growth is about 2 or, of what is mostly a fixed cost, less.
"""

import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Annotated, NamedTuple, TypeVar

import typer

from kg.errors import SourceError
from kg.extraction.extract import extract
from kg.parallel import without_cyclic_gc
from kg.records import Document, Extraction
from kg.resolution.resolve import resolve
from kg.sources.corpus import read_documents
from pipelines.common.command import run
from pipelines.pumps.file_shapes import Shape, shapes

SIZE = 8000  # characters: n
STAGES = ("reading", "extraction", "resolution")
Result = TypeVar("Result")


class StageSeconds(NamedTuple):
    """CPU seconds of each stage; a file that is refused takes the first only."""

    reading: float
    extraction: float = 0.0
    resolution: float = 0.0


def build_seconds(shape: Shape, size: int, folder: Path) -> StageSeconds:
    """Return how long the stages take on a file of a shape."""
    path = folder / f"shape{shape.suffix}"
    path.write_text(shape.make(size), encoding="utf-8", newline="")
    reading, documents = _timed(lambda: _read(path))
    extraction, found = _timed(lambda: _extract(documents))
    resolution, _ = _timed(lambda: _resolve(found))
    return StageSeconds(reading, extraction, resolution)


def _read(path: Path) -> list[Document]:
    """Return the documents of a file; none where it is refused."""
    try:
        return read_documents([path])[0]
    except SourceError:
        return []


def _extract(documents: list[Document]) -> list[Extraction]:
    return list(extract(documents, jobs=1)) if documents else []


def _resolve(found: list[Extraction]) -> None:
    if found:
        resolve(found)


def _timed(action: Callable[[], Result]) -> tuple[float, Result]:
    """Return the CPU seconds of an action, and its result."""
    begin = time.process_time()
    result = action()
    return time.process_time() - begin, result


def growths(
    size: int, only: str = ""
) -> Iterator[tuple[Shape, list[StageSeconds], float]]:
    """Yield for each shape its times at n, 2n and 4n, and the growth a doubling."""
    with tempfile.TemporaryDirectory() as folder, without_cyclic_gc():
        for shape in shapes():
            if only in shape.name:
                sizes = (size, 2 * size, 4 * size)
                times = [build_seconds(shape, each, Path(folder)) for each in sizes]
                first, _, last = (max(sum(each), 1e-9) for each in times)
                yield shape, times, (last / first) ** 0.5


def main(
    *,
    size: Annotated[int, typer.Option(help="Characters of the smallest file.")] = SIZE,
    only: Annotated[
        str, typer.Option(help="Shapes that have this in their name.")
    ] = "",
) -> None:
    """Print how the time of a build grows with each shape."""
    with tempfile.TemporaryDirectory() as folder:  # loads what is loaded once
        build_seconds(next(shapes()), 100, Path(folder))
    for shape, times, ratio in growths(size, only):
        seconds = " ".join(f"{sum(each):8.2f}" for each in times)
        stage = STAGES[times[-1].index(max(times[-1]))]
        typer.echo(f"{ratio:6.2f} {seconds}  {shape.name:32} {stage}")


if __name__ == "__main__":
    run(main)
