"""Communities: groups of nodes that hang together more than chance would have it."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from kg.analysis.arrays import EdgeArrays, edge_arrays

if TYPE_CHECKING:
    import networkx as nx

ITERATIONS = 5  # of Leiden; on 300,000 edges nothing moves after the third


def communities(
    graph: "nx.Graph[str]",
    *,
    seed: int = 0,
    resolution: float = 1.0,
    weight: str = "weight",
) -> dict[str, int]:
    """Number the community of each node, the largest 0, equal sizes by their first id.

    Leiden (Traag, Waltman & van Eck 2019) on modularity with `weight`; a larger
    `resolution` gives smaller communities. The answer depends on nodes, edges, weights
    and `seed` alone. A node without edges is a community of its own.
    """
    arrays = edge_arrays(graph, weight=weight)
    found = numbered(arrays, seed=seed, resolution=resolution)
    return dict(zip(arrays.nodes, found, strict=True))


def numbered(
    arrays: EdgeArrays, *, seed: int = 0, resolution: float = 1.0
) -> list[int]:
    """Return the number of each node's community, in order; see `communities`."""
    labels = _leiden(arrays, seed, resolution) if len(arrays.sources) else []
    linked = iter(labels)
    touched = set(arrays.sources.tolist()) | set(arrays.targets.tolist())
    # Labels of Leiden are not negative; each node without an edge gets its own.
    raw = [next(linked) if i in touched else -1 - i for i in range(len(arrays.nodes))]
    sizes = Counter(raw)
    # Counter keeps the order of first appearance, and nodes are sorted: a stable
    # sort by size leaves equal sizes in the order of their smallest id.
    ranked = sorted(sizes, key=lambda label: -sizes[label])
    number = {label: i for i, label in enumerate(ranked)}
    return [number[label] for label in raw]


def _leiden(arrays: EdgeArrays, seed: int, resolution: float) -> list[int]:
    """Return a label for each node that has an edge, in order."""
    import networkit as nk
    import numpy as np

    linked, ends = np.unique(
        np.concatenate([arrays.sources, arrays.targets]), return_inverse=True
    )
    half = len(arrays.sources)
    graph = nk.GraphFromCoo(
        (arrays.weights, (ends[:half], ends[half:])),
        n=len(linked),
        weighted=True,
        directed=False,
    )
    with _one_thread(seed):
        leiden = nk.community.ParallelLeiden(
            graph, iterations=ITERATIONS, randomize=True, gamma=resolution
        )
        leiden.run()
    labels: list[int] = leiden.getPartition().getVector()
    return labels


@contextmanager
def _one_thread(seed: int) -> Iterator[None]:
    """Seed networkit and hold it to one thread: with two, results depend on luck."""
    import networkit as nk

    before = nk.getMaxNumberOfThreads()
    nk.setNumberOfThreads(1)
    nk.setSeed(seed, True)
    try:
        yield
    finally:
        nk.setNumberOfThreads(before)
