"""The report of a build: what was read, skipped, merged and dropped, in numbers and words.

report.json is for programs, report.txt for a paper's methods section and for the
screen. Neither knows a clock or a path, so equal builds have equal reports.
"""

import shlex
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from kg.files.output_names import PAGE_FILE
from kg.kinds import EDGE_KINDS, ENTITY_KINDS, mentioned_kinds
from kg.printable import printable, printable_json, printable_message
from kg.records import Extraction, Remark, Resolution
from kg.text.counts import format_count


@dataclass(frozen=True, slots=True)
class RegistryUsed:
    """Which registry institutions are linked to: its file's name, and its SHA-256."""

    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did, in the order of report.json.

    Counts are by name, sorted: `sources` has documents by file, `merges` names and
    records that were joined or kept apart, by kind and rule, `dropped` what the drawn
    networks leave out, and `thresholds` every bound that decided so. `rejects` were
    skipped, `warnings` were read, but perhaps not as meant. `registry` is None where
    institutions are linked to kg's own table. `networks` says of each network drawn, by
    name, its thresholds, and in words what it shows. `notes` are about this machine, for the
    terminal: no file has them. `build` is the id of the build, which the store has, too.
    """

    documents: int
    sources: dict[str, int]
    works: int
    duplicates: int
    entities: dict[str, int]
    mentions: dict[str, int]
    edges: dict[str, int]
    merges: dict[str, int]
    dropped: dict[str, int]
    thresholds: dict[str, float]
    rejects: tuple[Remark, ...]
    warnings: tuple[Remark, ...]
    registry: RegistryUsed | None = None
    networks: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    files: tuple[str, ...] = ()
    notes: tuple[Remark, ...] = ()
    build: str = ""


def make_report(
    extractions: Sequence[Extraction],
    resolution: Resolution,
    remarks: Sequence[Remark],
    *,
    edges: Mapping[str, int],
    dropped: Mapping[str, int],
    thresholds: Mapping[str, float],
    registry: RegistryUsed | None = None,
) -> Report:
    """Count what the stages of a build made, before its networks are drawn."""
    records = len(extractions)
    works = len(set(resolution.documents))
    kinds: Counter[str] = Counter(m.kind for e in extractions for m in e.mentions)
    return Report(
        documents=records,
        sources=_by_name(Counter(e.document.source for e in extractions)),
        works=works,
        duplicates=records - works,
        entities=_by_name(Counter(entity.kind for entity in resolution.entities)),
        mentions=_by_name(kinds),
        edges=_by_name(edges),
        merges=_by_name(Counter(f"{m.kind}: {m.rule}" for m in resolution.merges)),
        dropped=_by_name(dropped),
        thresholds=_by_name(thresholds),
        rejects=tuple(r for r in remarks if r.lost),
        warnings=tuple(r for r in remarks if not r.lost),
        registry=registry,
    )


def with_networks(
    report: Report,
    drawn: Mapping[str, Mapping[str, Any]],
    *,
    files: Sequence[str],
    warnings: Sequence[Remark] = (),
    notes: Sequence[Remark] = (),
) -> Report:
    """Add what drawing left out, by which thresholds, and the files that were made.

    Args:
        report: what `make_report` returned.
        drawn: by the name of each network, what `kg.exports.batch.draw_network` returned.
        files: the names of all outputs but those of this module.
        warnings: what is to be said of the folder; it stands before all others.
        notes: what is to be said on the terminal alone.
    """
    left_out = {f"edges, {name}": notes["dropped"] for name, notes in drawn.items()}
    return replace(
        report,
        dropped=_by_name({**report.dropped, **left_out}),
        thresholds=_by_name({**report.thresholds, **drawn["all"]["thresholds"]}),
        networks={name: _facts(notes) for name, notes in drawn.items()},
        files=tuple(files),
        # A remark on the folder is not lost behind a hundred on its inputs.
        warnings=(*warnings, *report.warnings),
        notes=tuple(notes),
    )


def _facts(notes: Mapping[str, Any]) -> dict[str, Any]:
    """Return what is told of one network, without what `Report.dropped` tells of all."""
    return {key: value for key, value in notes.items() if key != "dropped"}


def write(report: Report, folder: Path) -> None:
    """Write report.json and report.txt into `folder`."""
    for name, text in (
        ("report.json", as_json(report)),
        ("report.txt", as_text(report)),
    ):
        # newline: else Windows would write other bytes.
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


def as_json(report: Report) -> str:
    """Return report.json: the report, and what the kinds of node and edge in it mean."""
    # The id first: it is looked up in a file that may have a million remarks.
    values = {"build": report.build, **asdict(report), "kinds": _kinds(report)}
    del values["notes"]
    return printable_json(values, indent=2) + "\n"


def _kinds(report: Report) -> dict[str, dict[str, dict[str, str | bool]]]:
    """Return what is to be known of the kinds that a build has, in the order of rows."""
    nodes: dict[str, dict[str, str | bool]] = {
        name: {"plural": kind.plural, "family": kind.family, "meaning": kind.meaning}
        for name, kind in ENTITY_KINDS.items()
        if name in report.entities
    }
    edges: dict[str, dict[str, str | bool]] = {
        name: {"label": kind.label, "directed": kind.directed, "meaning": kind.meaning}
        for name, kind in EDGE_KINDS.items()
        if name in report.edges
    }
    return {"nodes": nodes, "edges": edges}


def as_text(report: Report) -> str:
    """Return report.txt, in plain words."""
    lines = [
        *_head_lines(report),
        "",
        *_table_lines("Edges", report.edges),
        *_table_lines("Joined names and records, by reason", report.merges),
        *_table_lines("Left out of the drawn networks", report.dropped),
        *_table_lines("Thresholds", report.thresholds),
        *_network_lines(report.networks),
        *_remark_lines("Skipped", report.rejects),
        *_remark_lines("Read with a warning", report.warnings),
    ]
    return printable("\n".join(lines).rstrip("\n") + "\n")


def remark_lines(report: Report, *, most: int | None = 10) -> list[str]:
    """Return what is to be said of the inputs after a build, a remark a line.

    At most `most` remarks of a sort are spelled out, with None all of them.
    """
    lines = []
    for head, remarks in (
        *(("Skipped", report.rejects), ("Warning", report.warnings)),
        ("Note", report.notes),
    ):
        lines += [f"{head}: {_remark_line(remark)}" for remark in remarks[:most]]
        if most is not None and len(remarks) > most:
            lines.append(f"{head}: {len(remarks) - most:,} more, see report.txt")
    return lines


def summary(report: Report, *, folder: Path) -> str:
    """Return the closing words of `kg build`; the last line opens the page."""
    text = [printable(line) for line in _head_lines(report)]
    files = ", ".join((*report.files, "report.json", "report.txt"))
    text.append(f"Files in {folder}: {files}")
    # To be pasted into a shell, so it is quoted where a shell would split it.
    text.append(f"open {shlex.quote(str(folder / PAGE_FILE))}")
    return "\n".join(text)


def _by_name(counts: Mapping[str, Any]) -> dict[str, Any]:
    """Return counts in an order that no set and no hash decides."""
    return dict(sorted(counts.items()))


def _head_lines(report: Report) -> list[str]:
    """Return what was read, and what was found."""
    sources = len(report.sources)
    return [
        f"Read {format_count(report.documents, 'document')} from {format_count(sources, 'file')}: "
        f"{format_count(report.works, 'work')}, "
        f"{format_count(report.duplicates, 'repeated record')}.",
        "Found "
        + ", ".join(
            format_count(report.entities.get(kind, 0), kind, ENTITY_KINDS[kind].plural)
            for kind in mentioned_kinds()
        )
        + f"; {format_count(sum(report.edges.values()), 'edge')}.",
        *_registry_lines(report.registry),
    ]


def _registry_lines(used: RegistryUsed | None) -> list[str]:
    if used is None:
        return []
    return [f"Institutions are linked to {used.name} (SHA-256 {used.sha256})."]


def _table_lines(head: str, counts: Mapping[str, float]) -> list[str]:
    rows = [f"  {name}: {number:,}" for name, number in counts.items()]
    return [f"{head}:", *rows, ""] if rows else []


def _network_lines(networks: Mapping[str, Mapping[str, Any]]) -> list[str]:
    rows = [f"  {each['description']}" for each in networks.values()]
    return ["Drawn networks:", *rows, ""] if rows else []


def _remark_lines(head: str, remarks: Sequence[Remark]) -> list[str]:
    rows = [f"  {_remark_line(remark)}" for remark in remarks]
    return [f"{head}:", *rows, ""] if rows else []


def _remark_line(remark: Remark) -> str:
    return printable_message(remark.source, remark.line, remark.reason)
