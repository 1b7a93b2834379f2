"""The networks that a build shows, drawn and written by several processes at once."""

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from kg import exports, plugins
from kg.analysis.landscape.land_layers import LandLayers, read_layers
from kg.analysis.network_for_drawing import annotated_network
from kg.files.output_names import PAGE_FILE
from kg.parallel import one_blas_thread, without_cyclic_gc
from kg.store.connection import connect
from kg.worker_pool import WorkerPool

EXPORTS = (
    ("graphml", "all", "graph.graphml"),
    ("gexf", "all", "graph.gexf"),
    ("gexf", "coauthor", "coauthors.gexf"),
    ("gexf", "terms", "concepts.gexf"),
    ("csv", "all", ""),
)
"""What a build exports: format, network, file (none: the writer names its own two)."""

PAGE = "page"

# The largest first, so that others are drawn beside it.
NETWORKS = ("all", PAGE, "coauthor", "terms")

# A process takes a second to start, in which many edges are drawn.
_SMALL = 20_000


@contextmanager
def draw_networks(
    folder: Path, *, jobs: int | None, edges: int
) -> Iterator[Mapping[str, Callable[[], dict[str, Any]]]]:
    """Draw the networks of the store in `folder` and its page, and export them there.

    Gives, by name, a function that waits for what `draw_network` returns. With one
    process, each is drawn in this one when it is asked for.

    Args:
        folder: has the store, closed by now, and gets the files.
        jobs: processes to use; by default as many as there are processors.
        edges: how many the store has.

    Raises:
        WorkerError: a process died, for memory as a rule.

    Example:
        >>> from pathlib import Path
        >>> with draw_networks(Path("outputs/examples"), jobs=1, edges=12) as waited:
        ...     {name: notes()["dropped"] for name, notes in waited.items()}
        {'all': 0, 'page': 0, 'coauthor': 0, 'terms': 0}
    """
    processes = 1 if edges < _SMALL else jobs or os.cpu_count() or 1
    # All stand on one land, which is made once.
    with without_cyclic_gc(), one_blas_thread(), connect(folder) as connection:
        land = read_layers(connection)
    if processes == 1:
        yield {name: partial(draw_network, folder, name, land) for name in NETWORKS}
        return
    with WorkerPool(min(processes, len(NETWORKS))) as pool:
        yield {
            name: pool.submit(draw_network, folder, name, land).result
            for name in NETWORKS
        }


def draw_network(
    folder: Path, name: str, land: LandLayers | None = None
) -> dict[str, Any]:
    """Draw one network, or the page, and write its files; return what it leaves out.

    That has the keys "thresholds" and "dropped" of `kg.graph.network`, and the
    "description" of `kg.analysis.network_for_drawing`.

    Args:
        folder: has the store, and gets the files.
        name: one of `NETWORKS`.
        land: that of the store, if it was asked for already.

    Example:
        >>> from pathlib import Path
        >>> draw_network(Path("outputs/examples"), "coauthor")["thresholds"]
        {'min_documents': 1, 'min_weight': 1, 'max_edges': 100000}
    """
    if name == PAGE:
        return _draw_page(folder, land)
    with without_cyclic_gc():
        with one_blas_thread(), connect(folder) as connection:
            network = annotated_network(connection, name, land=land)
        # Drawing is most of the work, so a network is drawn once for all its formats.
        for form, exported, file in EXPORTS:
            if exported == name:
                writer = plugins.load(exports.WRITERS, form, what="format")
                writer.write(network, folder / file)
    kept = ("thresholds", "dropped", "description")
    return {key: network.graph[key] for key in kept}


def _draw_page(folder: Path, land: LandLayers | None) -> dict[str, Any]:
    """Write the page of a store; return how many edges it leaves out."""
    writer = plugins.load(exports.PAGES, "html", what="format")
    with without_cyclic_gc(), one_blas_thread(), connect(folder) as connection:
        page = writer.write_page(connection, folder / PAGE_FILE, land=land)
    shown = {"description": page.description}
    return {"thresholds": {}, "dropped": page.left_out, **shown}
