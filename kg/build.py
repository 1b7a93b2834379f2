"""The whole way: files → documents → mentions → entities → edges → networks, files."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kg import documents as documents_file
from kg import exports, graph, registry, report, store
from kg.corpus import Progress, read_documents, silent
from kg.drawing import drawn_network
from kg.exports.selection import SHOWN
from kg.extraction import extract
from kg.identity.decisions import Decision, read_decisions, unmatched
from kg.records import Remark, Resolution
from kg.resolution import resolve
from kg.workshop import workshop

if TYPE_CHECKING:
    import networkx as nx

DECISIONS = "decisions.csv"

EXPORTS = (
    ("graphml", "all", "graph.graphml"),
    ("gexf", "all", "graph.gexf"),
    ("gexf", "coauthor", "coauthors.gexf"),
    ("gexf", "concept", "concepts.gexf"),
    ("csv", "all", ""),
    ("html", "all", "network.html"),
)
"""What a build exports: format, network, file (none: the writer names its own two)."""


def build_graph(
    inputs: Sequence[Path],
    out: Path,
    *,
    decisions: Path | None = None,
    jobs: int | None = None,
    strict: bool = False,
    max_authors: int = 50,
    progress: Progress = silent,
) -> report.Report:
    """Build the store and every output in folder `out`, and say what was done.

    All outputs are put in place at the end, so an error leaves what stood there as it
    was. `decisions` (by default decisions.csv in `out`) has the last word on who is
    who.

    Raises:
        SourceError: nothing could be read; or, if `strict`, anything was skipped.
        DecisionError: a line of the decisions cannot be obeyed.
        OutputError: `out` cannot be written.
    """
    with workshop(out) as made:
        decided = _decided(decisions, out)
        documents, remarks = read_documents(inputs, progress=progress, strict=strict)
        found = extract(documents, jobs=jobs)
        extractions = list(progress("reading texts", found, len(documents)))
        resolution = resolve(extractions, decisions=decided)
        remarks += _unmatched(decided, resolution)

        with store.create(made / store.FILE) as connection:
            store.write_extractions(connection, extractions)
            store.write_resolution(connection, resolution)
            store.write_remarks(connection, remarks)
            store.write_runs(connection, {"max_authors": max_authors})
            store.derive(connection, max_authors=max_authors)
            names = progress("drawing networks", ("all", "coauthor", "concept"), 3)
            networks = {name: drawn_network(connection, name) for name in names}
            edges = graph.edge_counts(connection)
            crowded = store.count_crowded(connection)

        documents_file.write(extractions, resolution, made / "documents.jsonl")
        for form, name, file in EXPORTS:
            writer = registry.load(exports.WRITERS, form, what="format")
            writer.write(networks[name], made / file)
        done = report.make_report(
            extractions,
            resolution,
            remarks,
            edges=edges,
            dropped={"works of too many authors": crowded, **_dropped(networks)},
            thresholds={"max_authors": max_authors, **_thresholds(networks)},
            files=sorted(path.name for path in made.iterdir()),
        )
        report.write(done, made)
    return done


def _decided(given: Path | None, out: Path) -> tuple[Decision, ...]:
    beside = out / DECISIONS
    if given is None and not beside.exists():
        return ()
    return read_decisions(given or beside)


def _unmatched(decisions: Sequence[Decision], resolution: Resolution) -> list[Remark]:
    return [
        Remark(DECISIONS, d.line, f"nothing is called {d.a!r}, or {d.b!r}", lost=False)
        for d in unmatched(decisions, resolution)
    ]


def _dropped(networks: "dict[str, nx.Graph[str]]") -> dict[str, int]:
    return {f"edges, {name}": g.graph["dropped"] for name, g in networks.items()}


def _thresholds(networks: "dict[str, nx.Graph[str]]") -> dict[str, int]:
    return {**networks["all"].graph["thresholds"], "nodes_on_page": SHOWN}
