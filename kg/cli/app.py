"""The command line: each command reads its options, calls one function, and reports.

Results go to standard output, progress and warnings to standard error. Exit status: 0
done, 1 an error that the message explains, 2 wrong usage. Heavy libraries are imported
inside the commands, so that `kg --help` answers at once.
"""

import json
import signal
import sys
from collections.abc import Callable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from kg.cli.console import complain, progress, show, show_marked
from kg.errors import KGError, StoreError
from kg.kinds import ENTITY_KINDS

if TYPE_CHECKING:
    from kg.query.answers import Row

Answer = TypeVar("Answer", bound="Row")

app = typer.Typer(
    name="kg",
    help="From a pile of abstracts to a research knowledge graph.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # plain help: rich takes half of the start-up
)
query_app = typer.Typer(no_args_is_help=True, help="Ask the graph of a build.")
app.add_typer(query_app, name="query")


# Choices of --kind: typer takes them from an enumeration.
Kind = StrEnum("Kind", {name: name for name in ENTITY_KINDS})  # type: ignore[misc]

StoreOption = Annotated[
    Path | None,
    typer.Option(
        "--store", help="Folder of a build; by default the newest in outputs/."
    ),
]
JsonOption = Annotated[
    bool, typer.Option("--json", help="Print one JSON value and nothing else.")
]
ModelOption = Annotated[
    Path | None,
    typer.Option(help="Folder of a trained tagger; by default the one kg ships."),
]
JobsOption = Annotated[
    int | None, typer.Option(min=1, help="Processes; by default all processors.")
]
MinScoreOption = Annotated[
    float, typer.Option(min=0, max=1, help="Leave out mentions that score less.")
]
LimitOption = Annotated[int, typer.Option(min=1, help="Answers at most.")]


@app.command()
def build(
    inputs: Annotated[
        list[Path], typer.Argument(help="Files, folders and .gz, of any kinds mixed.")
    ],
    out: Annotated[Path, typer.Option(help="Folder for the store and all outputs.")],
    decisions: Annotated[
        Path | None,
        typer.Option(help="CSV of human decisions; by default decisions.csv in --out."),
    ] = None,
    model: ModelOption = None,
    min_score: MinScoreOption = 0.0,
    jobs: JobsOption = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="Stop if anything would be skipped.")
    ] = False,
    max_authors: Annotated[
        int, typer.Option(min=2, help="Works of more authors give no co-author edges.")
    ] = 50,
) -> None:
    """Read INPUTS, find who and what they name, and write the network."""
    from kg.build import build_graph
    from kg.report import summary

    report = build_graph(
        inputs,
        out,
        decisions=decisions,
        model=model,
        min_score=min_score,
        jobs=jobs,
        strict=strict,
        max_authors=max_authors,
        progress=progress,
    )
    typer.echo(summary(report, folder=out))


@app.command()
def extract(
    inputs: Annotated[list[Path], typer.Argument(help="As for build.")],
    html: Annotated[
        Path | None, typer.Option(help="Write a page for a browser instead.")
    ] = None,
    model: ModelOption = None,
    min_score: MinScoreOption = 0.0,
    limit: Annotated[int | None, typer.Option(min=1, help="Documents at most.")] = None,
    jobs: JobsOption = None,
) -> None:
    """Show the documents of INPUTS with what is found in them marked."""
    from kg.extraction.extract import drop_uncertain
    from kg.extraction.extract import extract as find
    from kg.sources.corpus import read_documents
    from kg.viewer.highlight import mark_mentions

    documents, remarks = read_documents(inputs, progress=progress)
    complain(remarks)
    found = find(documents[:limit], jobs=jobs, model=model)
    marked = (
        mark_mentions(drop_uncertain(each, min_score=min_score)) for each in found
    )
    if html is None:
        show_marked(marked)
        return

    from kg.viewer import highlight_page

    highlight_page.write(marked, html)
    typer.echo(f"{html}: {len(documents[:limit]):,} marked")


@app.command()
def institutions(
    source: Annotated[
        Path,
        typer.Argument(metavar="INPUT", help="An affiliation a line; - for stdin."),
    ],
    ror: Annotated[
        Path | None,
        typer.Option(help="The registry: ROR's own dump, or JSON Lines; also packed."),
    ] = None,
) -> None:
    """Print the institutions that each affiliation of INPUT names, as JSON a line."""
    from kg.institutions.ror.linker import AffiliationLinker
    from kg.institutions.ror.reading import read_affiliations
    from kg.institutions.ror.registry_cache import load_linker
    from kg.institutions.ror.results import as_row

    data = sys.stdin.buffer.read() if str(source) == "-" else None
    affiliations, remarks = read_affiliations(source, data)
    complain(remarks)
    linker = AffiliationLinker() if ror is None else load_linker(ror, cache=None)
    complain(linker.remarks)
    for raw in affiliations:
        found = [as_row(each, raw) for each in linker.link(raw)]
        row = {"affiliation": raw, "institutions": found}
        typer.echo(json.dumps(row, ensure_ascii=False))


@app.command()
def export(
    form: Annotated[str, typer.Option("--format", help="graphml, gexf, csv or html.")],
    store: StoreOption = None,
    network: Annotated[
        str, typer.Option(help="all, coauthor, institution or concept.")
    ] = "all",
    output: Annotated[
        Path | None, typer.Option(help="File (for csv a folder) to write.")
    ] = None,
    min_documents: Annotated[
        int, typer.Option(min=1, help="Leave out nodes of fewer documents.")
    ] = 1,
    min_weight: Annotated[
        int, typer.Option(min=1, help="Leave out edges of less weight.")
    ] = 1,
) -> None:
    """Write one network of a build in one format."""
    from kg import exports, plugins
    from kg.analysis.annotated import drawn_network
    from kg.store.write import connect

    writer = plugins.load(exports.WRITERS, form, what="format")
    with connect(_store(store)) as connection:
        graph = drawn_network(
            connection, network, min_documents=min_documents, min_weight=min_weight
        )
    path = output or Path(network if form == "csv" else f"{network}.{form}")
    writer.write(graph, path)
    nodes, edges = graph.number_of_nodes(), graph.number_of_edges()
    typer.echo(f"{path}: {nodes:,} nodes, {edges:,} edges")
    if not nodes:
        typer.echo("this network is empty: the corpus says nothing of it", err=True)


@query_app.command()
def neighbours(
    name: Annotated[str, typer.Argument(help="A person, institution, method, …")],
    store: StoreOption = None,
    kind: Annotated[Kind | None, typer.Option(help="Only this kind.")] = None,
    hops: Annotated[int, typer.Option(min=1, help="Edges away at most.")] = 1,
    limit: LimitOption = 20,
    as_json: JsonOption = False,
) -> None:
    """Show what is linked to NAME, strongest first."""
    from kg.query import questions

    wanted = kind.value if kind else None
    rows = _ask(store, questions.neighbours, name, kind=wanted, hops=hops, limit=limit)
    show(rows, as_json, "{name}  [{kind}, {edge}: {weight}, strength {strength:.2f}]")


@query_app.command()
def path(
    a: Annotated[str, typer.Argument(help="Where the way begins.")],
    b: Annotated[str, typer.Argument(help="Where it ends.")],
    store: StoreOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show a shortest way from A to B."""
    from kg.query import questions

    rows = _ask(store, questions.path, a, b)
    show(rows, as_json, "{name}  [{kind}]  {edge}", nothing="no way leads from A to B")


@query_app.command()
def who(
    concept: Annotated[str, typer.Argument(help="A concept, method or institution.")],
    store: StoreOption = None,
    limit: LimitOption = 20,
    as_json: JsonOption = False,
) -> None:
    """Show the people who work on CONCEPT, ranked, with the documents that say so."""
    from kg.query import questions

    rows = _ask(store, questions.who, concept, limit=limit)
    show(rows, as_json, "{name}  {score}  {documents}", nothing="nobody is known to")


@query_app.command()
def search(
    words: Annotated[str, typer.Argument(help="Words that a name or text must hold.")],
    store: StoreOption = None,
    limit: LimitOption = 20,
    as_json: JsonOption = False,
) -> None:
    """Find names and works by WORDS."""
    from kg.query import questions

    rows = _ask(store, questions.search, words, limit=limit)
    show(rows, as_json, "{name}  [{kind}, documents: {documents}]")


@app.command()
def why(
    a: Annotated[str, typer.Argument(help="A name.")],
    b: Annotated[
        str | None, typer.Argument(help="Another, for what links both.")
    ] = None,
    store: StoreOption = None,
    merged: Annotated[
        bool, typer.Option("--merged", help="Why names are one node, or two.")
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """Show the evidence of a node, of an edge, or of what is held to be one.

    For two names that nothing links, that is why they are one, or are not.
    """
    from kg.query.evidence import why_edge, why_node
    from kg.query.merges import why_merged, why_one

    names = [a] if b is None else [a, b]
    rows: Sequence[Row] = []
    if not merged:
        rows = _ask(store, why_node if b is None else why_edge, *names)
    if rows or (b is None and not merged):
        line = "{place}  {title}\n    {sentence}"
        show(rows, as_json, line if b is None else f"{{edge}}: {line}")
    else:
        rows = _ask(store, why_merged if b is None else why_one, *names)
        show(rows, as_json, "{a} | {b}: {verdict}, {reason} ({rule}, {score:.2f})")


@app.command()
def review(
    store: StoreOption = None,
    limit: Annotated[int, typer.Option(min=1, help="Decisions at most.")] = 100,
    output: Annotated[
        Path | None, typer.Option(help="File to write instead, as decisions.csv.")
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """List what was least certain of who is who, most important first.

    It is a CSV of decisions: put right what is wrong, save it as decisions.csv in the
    folder of the build, and build again.
    """
    from kg.files.writing import write_text
    from kg.query.review import as_csv, least_certain

    rows = _ask(store, least_certain, limit=limit)
    if as_json:
        show(rows, as_json, "")
    elif output is None:
        typer.echo(as_csv(rows), nl=False)
    else:
        write_text(output, [as_csv(rows)])
        typer.echo(f"{output}: {len(rows):,} decisions")


def main() -> None:
    """Run the command line; an error of kg becomes its message and exit status 1."""
    for stream in (sys.stdout, sys.stderr):  # a console may know ASCII only
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    # Stopped from outside, leave by an exception, so that nothing half-made is left.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        app()
    except KGError as error:
        typer.echo(f"error: {error}", err=True)
        sys.exit(1)


def _ask(
    store: Path | None,
    question: Callable[..., Sequence[Answer]],
    *arguments: str,
    **options: object,
) -> Sequence[Answer]:
    from kg.query.entity_lookup import find_entities
    from kg.store.write import connect

    with connect(_store(store)) as connection:
        rows = question(connection, *arguments, **options)
        if question.__name__ != "search":
            for name in arguments:
                meant, *others = find_entities(connection, name)
                if others:
                    ids = ", ".join(other.id for other in others[:5])
                    typer.echo(f"{name!r} read as {meant.id}; also: {ids}", err=True)
    return rows


def _store(given: Path | None) -> Path:
    """Return the store asked for, or the newest build in outputs/."""
    if given is not None:
        return given
    builds = sorted(
        Path("outputs").glob("*/kg.duckdb"), key=lambda file: file.stat().st_mtime
    )
    if not builds:
        raise StoreError("no build in outputs/; name one with --store DIR")
    return builds[-1].parent
