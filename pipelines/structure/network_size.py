"""Time and memory of making and analysing a large network.

    python -m pipelines.structure.network_size [--nodes 100000] [--edges 500000]

Makes up a corpus: works of four nodes, most of them of one of some communities, of fifty
years, until their pairs are as many as asked for. Of these it makes a network, and asks
every question that needs no store. Prints: a row a step with seconds of a processor,
rows that answer, and the most megabytes that the process has held so far.
"""

import resource
import time
from collections.abc import Callable
from functools import partial
from importlib import import_module
from typing import TypeVar

import networkx as nx
import numpy as np
import typer
from scipy import sparse  # type: ignore[import-untyped]

from kg.analysis.arrays import EdgeArrays
from kg.analysis.communities import number_communities
from kg.analysis.incidence import Incidence
from kg.analysis.presence import Presence
from kg.analysis.projection import Projection, Ways, thin
from kg.analysis.sides import Side
from kg.analysis.structure import ANALYSES
from kg.analysis.structure.study import Study
from pipelines.common.command import run

Made = TypeVar("Made")

OF_STORE = frozenset({"unmet-people"})  # asks the store for people and terms
_NODES_A_WORK, _YEARS = 4, 50
_COMMUNITY = 200  # nodes


def make_corpus(nodes: int, edges: int, *, seed: int = 0) -> Incidence:
    """Return works of which the pairs of nodes are about as many as asked for."""
    random = np.random.default_rng(seed)
    works = edges * 2 // (_NODES_A_WORK * (_NODES_A_WORK - 1))
    groups = random.integers(max(nodes // _COMMUNITY, 1), size=works)
    within = random.integers(_COMMUNITY, size=(works, _NODES_A_WORK))
    members = groups[:, np.newaxis] * _COMMUNITY + within
    elsewhere = random.random(members.shape) < 0.1
    members[elsewhere] = random.integers(nodes, size=int(elsewhere.sum()))
    rows = np.repeat(np.arange(works), _NODES_A_WORK)
    cells = (np.ones(len(rows)), (rows, members.ravel() % nodes))
    matrix = sparse.csr_array(cells, shape=(works, nodes)).sign()
    names = tuple(f"n{number:07}" for number in range(nodes))
    ids = tuple(f"w{number:07}" for number in range(works))
    return Incidence(ids, names, names, ("person",) * nodes, matrix)


def make_study(corpus: Incidence, made: Projection, *, seed: int = 0) -> Study:
    """Return a network as questions take it, with communities and years."""
    random = np.random.default_rng(seed)
    graph: nx.Graph[str] = nx.Graph(name="people")
    for node, works in zip(corpus.nodes, corpus.counts.tolist(), strict=True):
        graph.add_node(node, label=node, kind="person", documents=works)
    groups = np.array(number_communities(made.edges), dtype=np.int64)
    years = random.integers(2025 - _YEARS, 2025, size=len(corpus.works))
    presence = Presence(corpus, years)
    nothing: object = None
    return Study(
        *(graph, made.edges, groups, np.ones(len(groups)), presence),
        nothing,  # type: ignore[arg-type]
    )


def main(nodes: int = 100_000, edges: int = 500_000) -> None:
    """Measure every step on a made-up corpus."""
    corpus = make_corpus(nodes, edges)
    side = Side(corpus, corpus.matrix.sum(axis=1))
    typer.echo("step s rows MB")
    whole = _measure("all pairs", lambda: thin((side,), Ways(max_edges=edges)))
    surest = Ways("full", "association", "significance", max_edges=edges)
    _measure("the surest", lambda: thin((side,), surest))
    study = _measure("communities", lambda: make_study(corpus, whole))
    for question in ANALYSES:
        if question not in OF_STORE:
            module = import_module(ANALYSES[question])
            _measure(question, partial(module.analyse, study))


def _measure(step: str, make: Callable[[], Made]) -> Made:
    """Run a step, print what it took, and return what it made."""
    begin = time.process_time()
    made = make()
    seconds = time.process_time() - begin
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    typer.echo(f"{step.replace(' ', '-')} {seconds:.1f} {_size(made)} {megabytes:.0f}")
    return made


def _size(made: object) -> int:
    edges = getattr(made, "edges", getattr(made, "arrays", None))
    if isinstance(edges, EdgeArrays):
        return len(edges.sources)
    return len(made) if isinstance(made, list) else 0


if __name__ == "__main__":
    run(main)
