"""The whole way: files → documents → mentions → entities → edges → networks, files."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from kg import graph, report
from kg.exports import documents as documents_file
from kg.exports.batch import drawing
from kg.extraction.extract import certain, extract
from kg.files.staging import workshop
from kg.parallel import without_cyclic_gc
from kg.records import Extraction, Remark, Resolution
from kg.resolution.decisions import Decision, unmatched
from kg.resolution.decisions_file import read_decisions
from kg.resolution.resolve import resolve
from kg.sources.corpus import Progress, read_documents, silent
from kg.store import write as store
from kg.viewer.selection import SHOWN

DECISIONS = "decisions.csv"


def build_graph(
    inputs: Sequence[Path],
    out: Path,
    *,
    decisions: Path | None = None,
    model: Path | None = None,
    min_score: float = 0.0,
    jobs: int | None = None,
    strict: bool = False,
    max_authors: int = 50,
    progress: Progress = silent,
) -> report.Report:
    """Build the store and every output in folder `out`, and say what was done.

    All outputs are put in place at the end, so an error leaves what stood there as it
    was. `decisions` (by default decisions.csv in `out`) has the last word on who is
    who. Texts are read by the tagger in folder `model`, by default the one that kg
    ships; mentions of which it is less certain than `min_score` count for nothing.

    Raises:
        SourceError: nothing could be read; or, if `strict`, anything was skipped.
        ModelError: there is no usable tagger in `model`.
        DecisionError: a line of the decisions cannot be obeyed.
        OutputError: `out` cannot be written.
    """
    with without_cyclic_gc(), workshop(out) as made:
        decided = _decided(decisions, out)
        documents, remarks = read_documents(inputs, progress=progress, strict=strict)
        found = extract(documents, jobs=jobs, model=model)
        read = list(progress("reading texts", found, len(documents)))
        extractions = [certain(each, min_score=min_score) for each in read]
        resolution = resolve(extractions, decisions=decided)
        remarks += _unmatched(decided, resolution)

        options: dict[str, float] = {"max_authors": max_authors, "min_score": min_score}
        edges, crowded = _store(made, extractions, resolution, remarks, options)
        done = report.make_report(
            extractions,
            resolution,
            remarks,
            edges=edges,
            dropped={
                "mentions below min_score": _count(read) - _count(extractions),
                "works of too many authors": crowded,
            },
            thresholds={**options, "nodes_on_page": SHOWN},
        )
        with drawing(made, jobs=jobs, edges=sum(edges.values())) as networks:
            documents_file.write(extractions, resolution, made / "documents.jsonl")
            # Of a large corpus a gigabyte, which the drawing needs.
            del documents, read, extractions, resolution
            waited = progress("drawing networks", networks.items(), len(networks))
            drawn = {name: notes.result() for name, notes in waited}
        files = sorted(path.name for path in made.iterdir())
        done = report.with_networks(done, drawn, files=files)
        report.write(done, made)
    return done


def _store(
    folder: Path,
    extractions: Sequence[Extraction],
    resolution: Resolution,
    remarks: Sequence[Remark],
    options: Mapping[str, float],
) -> tuple[dict[str, int], int]:
    """Fill the store; count its edges by kind, and the works of too many authors."""
    with store.create(folder / store.FILE) as connection:
        store.write_extractions(connection, extractions)
        store.write_resolution(connection, resolution)
        store.write_remarks(connection, remarks)
        store.write_runs(connection, options)
        store.derive(connection, max_authors=int(options["max_authors"]))
        return graph.edge_counts(connection), store.count_crowded(connection)


def _decided(given: Path | None, out: Path) -> tuple[Decision, ...]:
    beside = out / DECISIONS
    if given is None and not beside.exists():
        return ()
    return read_decisions(given or beside)


def _count(extractions: Sequence[Extraction]) -> int:
    return sum(len(extraction.mentions) for extraction in extractions)


def _unmatched(decisions: Sequence[Decision], resolution: Resolution) -> list[Remark]:
    return [
        Remark(
            decision.path,
            decision.line,
            f"nothing is called {' or '.join(map(repr, names))}",
            lost=False,
        )
        for decision, names in unmatched(decisions, resolution)
    ]
