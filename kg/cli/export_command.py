"""`kg export`: one network of a build in one format."""

from functools import partial
from pathlib import Path
from typing import Annotated

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
from kg.cli.outputs import (
    free_path,
    is_stdout,
    print_pieces,
    write_file,
    write_files,
)
from kg.cli.store_access import find_store
from kg.errors import OutputError
from kg.exports import WRITERS
from kg.text.counts import format_count

EXAMPLE = "kg export --format graphml --network coauthor --output coauthors.graphml"


def export(
    form: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="FORMAT",
            autocompletion=names_of(WRITERS),
            help=f"One of {', '.join(WRITERS)}.",
        ),
    ],
    store: StoreOption = None,
    network: NetworkOption = "all",
    output: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="File (for csv a folder), or -; by default NETWORK.FORMAT, if free.",
        ),
    ] = None,
    counting: CountingOption = None,
    normalisation: NormalisationOption = None,
    backbone: BackboneOption = None,
    min_documents: MinDocumentsOption = None,
    min_weight: MinWeightOption = 1,
    lone_nodes: LoneNodesOption = False,
    quiet: QuietOption = False,
) -> None:
    """Write one network of a build in one format.

    A file that is there already is kept as FILE.edited, if it is another.
    """
    from kg import plugins
    from kg.analysis.network_for_drawing import annotated_network
    from kg.store.connection import connect

    writer = plugins.load(WRITERS, form, what="format")
    path = _output_path(output, network, form)
    with connect(find_store(store)) as connection:
        graph = annotated_network(
            connection,
            network,
            counting=counting,
            normalisation=normalisation,
            backbone=backbone,
            min_documents=min_documents,
            min_weight=min_weight,
            lone_nodes=lone_nodes,
        )
    write = partial(writer.write, graph)
    nodes, edges = graph.number_of_nodes(), graph.number_of_edges()
    if is_stdout(path):
        print_pieces(writer.generate(graph))
    elif form == "csv":
        write_files(path, write, quiet=quiet)
    else:
        write_file(path, write, quiet=quiet)
    if not quiet:
        typer.echo(
            f"{path}: {format_count(nodes, 'node')}, {format_count(edges, 'edge')}",
            err=is_stdout(path),
        )
    # A file without nodes opens as an empty window, which looks like a fault.
    if not nodes:
        print_note("this network is empty: the corpus says nothing of it", quiet=quiet)


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
