"""The networks that a build shows, drawn and written by several processes at once."""

import multiprocessing
import os
from collections.abc import Iterator, Mapping
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from kg import exports, plugins
from kg.analysis.annotated import drawn_network
from kg.cycles import no_search_for_cycles
from kg.store.write import open_store

EXPORTS = (
    ("graphml", "all", "graph.graphml"),
    ("gexf", "all", "graph.gexf"),
    ("gexf", "coauthor", "coauthors.gexf"),
    ("gexf", "concept", "concepts.gexf"),
    ("csv", "all", ""),
    ("html", "all", "network.html"),
)
"""What a build exports: format, network, file (none: the writer names its own two)."""


NETWORKS = tuple(dict.fromkeys(name for _, name, _ in EXPORTS))

# A process takes a second to start, in which many edges are drawn.
_SMALL = 20_000


@contextmanager
def drawing(
    folder: Path, *, jobs: int | None, edges: int
) -> Iterator[Mapping[str, "Future[dict[str, Any]]"]]:
    """Draw the networks of the store in `folder`, and export them there.

    Gives, by name, what `draw` will return. The largest network comes first, so that
    others are drawn beside it.

    Args:
        folder: has the store, closed by now, and gets the files.
        jobs: processes to use; by default as many as there are processors.
        edges: how many the store has.
    """
    with _executor(1 if edges < _SMALL else jobs or os.cpu_count() or 1) as pool:
        yield {name: pool.submit(draw, folder, name) for name in NETWORKS}


def draw(folder: Path, name: str) -> dict[str, Any]:
    """Draw one network and write its files; return its thresholds and what they cost.

    They have the keys "thresholds" and "dropped" of `kg.graph.network`.
    """
    from threadpoolctl import threadpool_limits

    with no_search_for_cycles():
        # Sums that are split among threads round differently from machine to machine.
        with threadpool_limits(1), open_store(folder) as connection:
            network = drawn_network(connection, name)
        for form, exported, file in EXPORTS:
            if exported == name:
                writer = plugins.load(exports.WRITERS, form, what="format")
                writer.write(network, folder / file)
    return {key: network.graph[key] for key in ("thresholds", "dropped")}


def _executor(processes: int) -> Executor:
    if processes == 1:
        return ThreadPoolExecutor(1)
    # spawn: a fork of a process with threads (DuckDB, BLAS) may hang.
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(min(processes, len(NETWORKS)), context)
