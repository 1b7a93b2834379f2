"""The networks that a build shows, drawn and written by several processes at once."""

import multiprocessing
import os
import pickle
import tempfile
from collections.abc import Iterator, Mapping
from concurrent.futures import (
    Executor,
    Future,
    ProcessPoolExecutor,
    ThreadPoolExecutor,
    as_completed,
)
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg import exports, registry
from kg.cycles import no_search_for_cycles
from kg.drawing import drawn_network
from kg.store import open_store

if TYPE_CHECKING:
    import networkx as nx

EXPORTS = (
    ("gexf", "all", "graph.gexf"),
    ("csv", "all", ""),
    ("graphml", "all", "graph.graphml"),
    ("html", "all", "network.html"),
    ("gexf", "coauthor", "coauthors.gexf"),
    ("gexf", "concept", "concepts.gexf"),
)
"""What a build exports: format, network, file (none: the writer names its own two).

Those that take longest come first, so that the others are written beside them."""


NETWORKS = tuple(dict.fromkeys(name for _, name, _ in EXPORTS))

# A process takes a second to start, in which many edges are drawn.
_SMALL = 20_000

Notes = dict[str, Any]
"""What drawing left out of a network: "thresholds" and "dropped" of its graph."""


@contextmanager
def drawing(
    folder: Path, *, jobs: int | None, edges: int
) -> Iterator[Iterator[tuple[str, Notes]]]:
    """Draw the networks of the store in `folder`, and export them there.

    Drawing begins at once; gives an iterator over what there is to say of the network
    of each export, as the files are written.

    Args:
        folder: has the store, closed by now, and gets the files.
        jobs: processes to use; by default as many as there are processors.
        edges: how many the store has.
    """
    processes = 1 if edges < _SMALL else jobs or os.cpu_count() or 1
    with tempfile.TemporaryDirectory() as scratch, _executor(processes) as pool:
        files = {name: Path(scratch) / name for name in NETWORKS}
        drawn = {pool.submit(_draw, folder, n, file): n for n, file in files.items()}
        yield _exported(pool, drawn, files, folder)
    _read.cache_clear()


def _exported(
    pool: Executor,
    drawn: Mapping["Future[Notes]", str],
    files: Mapping[str, Path],
    folder: Path,
) -> Iterator[tuple[str, Notes]]:
    writing: dict[Future[None], tuple[str, Notes]] = {}
    for done in as_completed(drawn):
        name, notes = drawn[done], done.result()
        for form, exported, file in EXPORTS:
            if exported == name:
                written = pool.submit(_write, files[name], form, folder / file)
                writing[written] = name, notes
    for written in as_completed(writing):
        written.result()
        yield writing[written]


def _draw(folder: Path, name: str, drawn: Path) -> Notes:
    """Draw a network into the file `drawn`, for other processes to read."""
    from threadpoolctl import threadpool_limits

    with no_search_for_cycles():
        # Sums that are split among threads round differently from machine to machine.
        with threadpool_limits(1), open_store(folder) as connection:
            network = drawn_network(connection, name)
        drawn.write_bytes(pickle.dumps(network, protocol=pickle.HIGHEST_PROTOCOL))
    return {key: network.graph[key] for key in ("thresholds", "dropped")}


def _write(drawn: Path, form: str, path: Path) -> None:
    with no_search_for_cycles():
        writer = registry.load(exports.WRITERS, form, what="format")
        writer.write(_read(drawn), path)


@lru_cache(maxsize=1)
def _read(drawn: Path) -> "nx.Graph[str]":
    """Read a network that this program has just drawn, once for all of its files."""
    network: nx.Graph[str] = pickle.loads(drawn.read_bytes())
    return network


def _executor(processes: int) -> Executor:
    if processes == 1:
        return ThreadPoolExecutor(1)
    # spawn: a fork of a process with threads (DuckDB, BLAS) may hang.
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(min(processes, len(EXPORTS)), context)
