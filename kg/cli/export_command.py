"""`kg export`: one network of a build in one format."""

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.console import print_note
from kg.cli.options import QuietOption, StoreOption
from kg.cli.store_access import find_store
from kg.exports import WRITERS
from kg.kinds import network_kinds

EXAMPLE = "kg export --format graphml --network coauthor --output coauthors.graphml"


def _formats() -> list[str]:
    return list(WRITERS)


def _networks() -> list[str]:
    return list(network_kinds())


def export(
    form: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="FORMAT",
            autocompletion=_formats,
            help=f"One of {', '.join(_formats())}.",
        ),
    ],
    store: StoreOption = None,
    network: Annotated[
        str,
        typer.Option(
            metavar="NAME",
            autocompletion=_networks,
            help=f"One of {', '.join(_networks())}.",
        ),
    ] = "all",
    output: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="File (for csv a folder) to write; by default NETWORK.FORMAT.",
        ),
    ] = None,
    min_documents: Annotated[
        int,
        typer.Option(metavar="N", min=1, help="Leave out nodes of fewer documents."),
    ] = 1,
    min_weight: Annotated[
        int, typer.Option(metavar="N", min=1, help="Leave out edges of less weight.")
    ] = 1,
    quiet: QuietOption = False,
) -> None:
    """Write one network of a build in one format."""
    from kg import plugins
    from kg.analysis.network_for_drawing import annotated_network
    from kg.store.connection import connect

    writer = plugins.load(WRITERS, form, what="format")
    with connect(find_store(store)) as connection:
        graph = annotated_network(
            connection, network, min_documents=min_documents, min_weight=min_weight
        )
    path = output or Path(network if form == "csv" else f"{network}.{form}")
    writer.write(graph, path)
    nodes, edges = graph.number_of_nodes(), graph.number_of_edges()
    if not quiet:
        typer.echo(f"{path}: {nodes:,} nodes, {edges:,} edges")
    # A file without nodes opens as an empty window, which looks like a fault.
    if not nodes:
        print_note("this network is empty: the corpus says nothing of it", quiet=quiet)
