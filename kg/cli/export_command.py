"""`kg export`: one network of a build in one format."""

from functools import partial
from pathlib import Path
from typing import Annotated, Any

import typer

from kg.cli.console import print_note
from kg.cli.options import (
    BackboneOption,
    CountingOption,
    LoneNodesOption,
    MinDocumentsOption,
    MinWeightOption,
    NetworkOption,
    NormalisationOption,
    QuietOption,
    StoreOption,
    names_of,
)
from kg.cli.outputs import free_path, hand_over, is_stdout, write_files
from kg.cli.store_access import find_store
from kg.errors import OutputError
from kg.exports import FORMATS, PAGES, RECORDS, WRITERS
from kg.text.counts import format_count
from kg.viewer.atlas import TEXTS

EXAMPLE = "kg export --format graphml --network coauthor --output coauthors.graphml"


def export(
    form: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="FORMAT",
            autocompletion=names_of(FORMATS),
            help=f"One of {', '.join(FORMATS)}.",
        ),
    ],
    store: StoreOption = None,
    network: NetworkOption = "all",
    output: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="File (for csv a folder), or -; by default NETWORK.FORMAT, of records "
            "corpus and its ending, if free.",
        ),
    ] = None,
    counting: CountingOption = None,
    normalisation: NormalisationOption = None,
    backbone: BackboneOption = None,
    min_documents: MinDocumentsOption = None,
    min_weight: MinWeightOption = 1,
    lone_nodes: LoneNodesOption = False,
    texts: Annotated[
        str,
        typer.Option(
            metavar="WHICH",
            autocompletion=names_of(TEXTS),
            help="Of html: sentences with something found in them, full, or none.",
        ),
    ] = TEXTS[0],
    quiet: QuietOption = False,
) -> None:
    """Write one network of a build in one format, or its cleaned corpus.

    html is a page of the whole store, which opens with that network; ris, bibtex, csl
    and records (CSV) have one record a work, merged of its documents. A file that is there
    already is kept as FILE.edited, if it is another.
    """
    ways = {
        "counting": counting,
        "normalisation": normalisation,
        "backbone": backbone,
        "min_documents": min_documents,
        "min_weight": min_weight,
        "lone_nodes": lone_nodes,
    }
    if form in PAGES:
        _refuse_ways(ways, what="html has the whole store, and filters of its own")
        _export_page(form, store, network, output, texts=texts, quiet=quiet)
    elif form in RECORDS:
        asked = {**ways, "network": network if network != "all" else None}
        _refuse_ways(asked, what=f"{form} has all works, and no network")
        _export_records(form, store, output, quiet=quiet)
    else:
        _export_network(form, store, network, output, ways, quiet=quiet)


def _export_network(
    form: str,
    store: Path | None,
    network: str,
    output: Path | None,
    ways: dict[str, Any],
    *,
    quiet: bool,
) -> None:
    """Write a network that is made in the ways asked for."""
    from kg import plugins
    from kg.analysis.network_for_drawing import annotated_network
    from kg.store.connection import connect

    writer = plugins.load({**WRITERS, **PAGES, **RECORDS}, form, what="format")
    path = _output_path(output, network, form)
    with connect(find_store(store)) as connection:
        graph = annotated_network(connection, network, **ways)
    write = partial(writer.write, graph)
    nodes, edges = graph.number_of_nodes(), graph.number_of_edges()
    summary = f"{format_count(nodes, 'node')}, {format_count(edges, 'edge')}"
    if form == "csv":
        write_files(path, write, quiet=quiet)
        if not quiet:
            typer.echo(f"{path}: {summary}")
    else:
        pieces = partial(writer.generate, graph)
        hand_over(path, pieces, write, summary=summary, quiet=quiet)
    # A file without nodes opens as an empty window, which looks like a fault.
    if not nodes:
        print_note("this network is empty: the corpus says nothing of it", quiet=quiet)


# The layer that a page opens with, by the network asked for.
_LAYERS = {
    "people": "people",
    "coauthor": "people",
    "institutions": "institutions",
    "institution": "institutions",
    "countries": "institutions",
    "works": "works",
    "citation": "works",
    "terms": "terms",
    "concept": "terms",
}


def _export_records(
    form: str, store: Path | None, output: Path | None, *, quiet: bool
) -> None:
    """Write the cleaned corpus, a record a work."""
    from kg import plugins
    from kg.exports.corpus_records import corpus_records
    from kg.store.connection import connect

    writer = plugins.load(RECORDS, form, what="format")
    path = free_path(writer.FILE_NAME, option="--output") if output is None else output
    with connect(find_store(store)) as connection:
        records = list(corpus_records(connection))
    hand_over(
        path,
        partial(writer.generate, records),
        partial(writer.write, records),
        summary=format_count(len(records), "work"),
        quiet=quiet,
    )


def _refuse_ways(ways: dict[str, Any], *, what: str) -> None:
    """Raise if an option was given that a format has no use for.

    Raises:
        typer.BadParameter: one was; `what` says why.
    """
    asked = [
        name for name, way in ways.items() if way is True or way not in (None, False, 1)
    ]
    if asked:
        options = ", ".join(f"--{name.replace('_', '-')}" for name in asked)
        raise typer.BadParameter(
            f"{options}: {what}; graphml, gexf and csv have a network made in ways of "
            "your choice"
        )


def _export_page(
    form: str,
    store: Path | None,
    network: str,
    output: Path | None,
    *,
    texts: str,
    quiet: bool,
) -> None:
    """Write the page of a store, which opens with a layer."""
    from kg import plugins
    from kg.errors import UnknownName
    from kg.network_kinds import NETWORKS
    from kg.store.connection import connect

    for what, name, known in (
        ("network", network, NETWORKS),
        ("kind of texts", texts, TEXTS),
    ):
        if name not in known:
            raise UnknownName(what, name, list(known), all_known=True)
    writer = plugins.load(PAGES, form, what="format")
    path = _output_path(output, network, form)
    with connect(find_store(store)) as connection:
        first = _LAYERS.get(network, "")
        page = writer.make_page(connection, first=first, texts=texts)
    hand_over(
        path,
        partial(writer.render, page),
        partial(writer.write, page),
        summary=page.title,
        quiet=quiet,
    )


def _output_path(output: Path | None, network: str, form: str) -> Path:
    """Return where to write: what was asked for, or a name of ours that is free.

    Raises:
        OutputError: there is something of that name, or it is "-" for two files.
    """
    if output is None:
        name = network if form == "csv" else f"{network}.{form}"
        return free_path(name, option="--output")
    if is_stdout(output) and form == "csv":
        raise OutputError("csv is two files, for which --output names a folder")
    return output
