"""The whole way: files → documents → mentions → entities → edges → networks, files."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from kg import graph, report
from kg.arguments import (
    StrPath,
    check_count,
    check_path,
    check_path_or_none,
    check_paths,
    check_probability,
)
from kg.errors import OutputError, RegistryError
from kg.exports import documents as documents_file
from kg.exports.batch import draw_networks
from kg.extraction.extract import drop_uncertain, extract
from kg.files.default_folder import note_inputs
from kg.files.output_names import (
    FORMER_IDS,
    OUTPUTS,
    REGISTRY_CACHE,
    STORE_FILE,
)
from kg.files.replacing import put_in_place, recover
from kg.files.staging import plan_setting_aside, staging_folder
from kg.files.writing import write_text
from kg.institutions.ror.registry_cache import KeptRegistry, load_registry
from kg.institutions.ror.registry_file import registry_digest
from kg.parallel import without_cyclic_gc
from kg.records import Extraction, Remark, Resolution
from kg.resolution.decisions import Decision, remarks_on_unmatched
from kg.resolution.decisions_file import find_decisions
from kg.resolution.former_ids import trace_ids, used_ids
from kg.resolution.kept_ids import remarks_on_kept_ids
from kg.resolution.resolve import check_families, resolve
from kg.sources.corpus import Progress, describe_lost, read_documents, without_progress
from kg.store.build_id import make_build_id
from kg.store.checked_connection import explained_writing, write_through
from kg.store.connection import create_store
from kg.store.derive import count_crowded_works, derive_tables
from kg.store.earlier_build import read_earlier_build
from kg.store.file_identifier import settle_identifier
from kg.store.former_ids_file import format_former_ids
from kg.store.output_digests import (
    find_changed_outputs,
    output_digests,
    record_outputs,
    refuse_foreign_files,
)
from kg.store.write import (
    write_extractions,
    write_former_ids,
    write_remarks,
    write_resolution,
    write_runs,
)
from kg.tagger.storage import PACKAGED, model_digest
from kg.text.surrogates import replace_surrogates


def build_graph(
    inputs: StrPath | Iterable[StrPath],
    out: StrPath,
    *,
    decisions: StrPath | None = None,
    model: StrPath | None = None,
    ror: StrPath | None = None,
    min_score: float = 0.0,
    jobs: int | None = None,
    strict: bool = False,
    max_authors: int = 50,
    progress: Progress = without_progress,
) -> report.Report:
    """Build the store and every output in folder `out`, and report what was done.

    All outputs are put in place at the end, so an error leaves what stood there as it
    was. An output of an earlier build that was changed since is kept as NAME.edited,
    and the report says so.

    Args:
        inputs: a file or folder, or several; of any kinds, .gz too.
        out: the folder for the outputs; made where it is missing.
        decisions: a CSV of human decisions on who is who, which have the last word; by
            default decisions.csv in `out`, if there is one.
        model: the folder of a trained tagger; by default the one that kg ships.
        ror: the Research Organization Registry, as its dump or JSON Lines, also packed:
            institutions are linked to it. What was read of it is kept in `out`, hidden,
            for the next build. By default they are linked to kg's own table.
        min_score: mentions of which the tagger is less certain, in [0, 1], count for
            nothing.
        jobs: processes to use; by default as many as there are processors.
        strict: stop if anything would be skipped, of the registry too.
        max_authors: works of more authors give no co-author edges.
        progress: wraps each stage's stream, to show it passing.

    Raises:
        SourceError: nothing could be read; or, if `strict`, anything was skipped.
        ModelError: there is no usable tagger in `model`.
        RegistryError: `ror` cannot be read, or holds no organisation; or, if `strict`,
            a record of it was skipped.
        DecisionError: a line of the decisions cannot be obeyed.
        OutputError: `out` cannot be written; or it holds a file that has the name of
            an output, and is no folder of a build.
        WorkerError: a process of `jobs` died, for memory as a rule.
        TypeError, ValueError: an argument is not as it should be.

    Example:
        >>> report = build_graph("examples", "outputs/examples")
        >>> report.documents > 50
        True
    """
    paths, out = check_paths(inputs, "inputs"), check_path(out, "out")
    tagger = check_path_or_none(model, "model")
    ror = check_path_or_none(ror, "ror")
    decisions = check_path_or_none(decisions, "decisions")
    check_probability(min_score, "min_score")
    check_count(max_authors, "max_authors", least=2)
    check_count(1 if jobs is None else jobs, "jobs")
    recover(out)
    # Asked before the hours that a large build takes, not after them.
    refuse_foreign_files(out, OUTPUTS)
    check_families()
    model_version = model_digest(tagger or PACKAGED)
    with without_cyclic_gc(), staging_folder(out, of_build=True) as made:
        decided, before = find_decisions(decisions, out), read_earlier_build(out)
        documents, remarks = read_documents(paths, progress=progress, strict=strict)
        registry = _read_registry(ror, out, made, strict=strict)
        remarks += registry.remarks
        found = extract(documents, jobs=jobs, model=tagger, registry=registry.kept)
        read = list(progress("reading texts", found, len(documents)))
        extractions = [drop_uncertain(each, min_score=min_score) for each in read]
        resolution = resolve(extractions, decisions=decided, before=before)
        former = trace_ids(before, extractions, resolution)
        remarks += remarks_on_unmatched(decided, resolution)
        remarks += remarks_on_kept_ids(resolution)

        options: dict[str, float] = {"max_authors": max_authors, "min_score": min_score}
        runs = {**options, "model_sha256": model_version, **_registry_runs(registry)}
        with explained_writing(out):
            edges, crowded = _fill_store(
                *(made, extractions, resolution, remarks, runs),
                former=former,
            )
        done = report.make_report(
            extractions,
            resolution,
            remarks,
            edges=edges,
            dropped={
                "mentions below min_score": _count_mentions(read)
                - _count_mentions(extractions),
                "works of too many authors": crowded,
            },
            thresholds=options,
            registry=registry.used,
        )
        with draw_networks(made, jobs=jobs, edges=sum(edges.values())) as networks:
            documents_file.write(extractions, resolution, made / "documents.jsonl")
            # Of a large corpus a gigabyte, which the drawing needs.
            del documents, read, extractions, resolution
            waited = progress("drawing networks", networks.items(), len(networks))
            drawn = {name: notes() for name, notes in waited}
        complete = partial(report.with_networks, done, drawn, notes=registry.notes)
        done = _finish(made, out, complete, decided, runs)
    note_inputs(out, paths)
    return done


def _fill_store(
    folder: Path,
    extractions: Sequence[Extraction],
    resolution: Resolution,
    remarks: Sequence[Remark],
    runs: Mapping[str, Any],
    *,
    former: Mapping[str, str],
) -> tuple[dict[str, int], int]:
    """Fill the store, and write former ids beside it; count its edges by kind, and the
    works of too many authors.
    """
    if former:
        write_text(folder / FORMER_IDS, [format_former_ids(former)])
    with create_store(folder / STORE_FILE) as connection:
        write_extractions(connection, extractions)
        write_resolution(connection, resolution)
        write_former_ids(connection, used_ids(former, resolution))
        write_remarks(connection, remarks)
        write_runs(connection, runs)
        derive_tables(connection, max_authors=int(runs["max_authors"]))
        write_through(connection)
        return graph.edge_counts(connection), count_crowded_works(connection)


def _finish(
    made: Path,
    out: Path,
    complete: Callable[..., report.Report],
    decided: Sequence[Decision],
    runs: Mapping[str, Any],
) -> report.Report:
    """Complete the report, note in the store what was made, and put all in place.

    What takes long is done first: the rest is a moment, so that nobody edits an output
    between the look at it and its renaming.
    """
    digests = output_digests(made)
    files = sorted(path.name for path in made.iterdir() if path.name != REGISTRY_CACHE)
    kept = plan_setting_aside(find_changed_outputs(out, OUTPUTS))
    warnings = _warn_of_kept(kept)
    done = complete(files=files, warnings=warnings)
    # How the store was made, and what decisions say in it, stands in no other output.
    words = [f"{each.line} {each.a} {each.b} {each.note}" for each in decided]
    others = [report.as_json(done), json.dumps(runs, sort_keys=True), *words]
    done = replace(done, build=make_build_id(digests, *others))
    report.write(done, made)
    # Last, as it notes what all other files look like.
    record_outputs(made, warnings, build=done.build, digests=digests)
    settle_identifier(made / STORE_FILE, done.build)
    put_in_place(made, kept)
    return done


def _warn_of_kept(kept: Mapping[Path, Path]) -> list[Remark]:
    """Return a warning for each output that is not overwritten."""
    reason = "was changed since kg wrote it, and is kept as"
    return [
        Remark(path.name, None, f"{reason} {edited.name}", lost=False)
        for path, edited in kept.items()
        if path.name in OUTPUTS  # a log moves with its store, without a word
    ]


class _Registry(NamedTuple):
    """What institutions are linked to, and what is to be said of it.

    Attributes:
        kept: for the processes that extract; None for kg's own table.
        remarks: on records.
        notes: on how it was kept: they depend on what a folder has seen before, and
            belong into no output.
    """

    kept: KeptRegistry | None = None
    remarks: tuple[Remark, ...] = ()
    notes: tuple[Remark, ...] = ()

    @property
    def used(self) -> report.RegistryUsed | None:
        if self.kept is None:
            return None
        name = replace_surrogates(self.kept.path.name)
        return report.RegistryUsed(name, self.kept.digest)


def _read_registry(
    path: Path | None, out: Path, made: Path, *, strict: bool
) -> _Registry:
    """Read a registry, if one is given, and keep it.

    What has to be made anew comes into `out` together with the outputs, or not at all.
    """
    if path is None:
        return _Registry()
    kept, fresh = out / REGISTRY_CACHE, made / REGISTRY_CACHE
    if kept.is_dir():
        raise OutputError(f"{kept}: is a folder; what is read of --ror is kept there")
    digest = registry_digest(path)
    loaded = load_registry(path, cache=kept, fresh=fresh, digest=digest)
    if strict and any(remark.lost for remark in loaded.remarks):
        lost = describe_lost(loaded.remarks)
        raise RegistryError(f"{path}: something was skipped:\n  {lost}")
    cache = fresh if fresh.exists() else kept
    notes = () if loaded.note is None else (loaded.note,)
    remarks = (
        replace(remark, source=replace_surrogates(remark.source))
        for remark in loaded.remarks
    )
    return _Registry(KeptRegistry(path, cache, digest), tuple(remarks), notes)


def _registry_runs(registry: _Registry) -> dict[str, str]:
    """Return what is noted in the store of the registry used."""
    if registry.used is None:
        return {}
    return {"registry": registry.used.name, "registry_sha256": registry.used.sha256}


def _count_mentions(extractions: Sequence[Extraction]) -> int:
    return sum(len(extraction.mentions) for extraction in extractions)
