"""Options that several commands share, each with its one line of help."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from kg.kinds import ENTITY_KINDS
from kg.network_kinds import BACKBONES, COUNTINGS, NETWORKS, NORMALISATIONS


def names_of(table: Mapping[str, object]) -> Callable[[], list[str]]:
    """Return what gives a shell the names of a table to complete."""
    return lambda: list(table)


# Choices of --kind: typer takes them from an enumeration.
Kind = StrEnum("Kind", {name: name for name in ENTITY_KINDS})  # type: ignore[misc]

InputsArgument = Annotated[
    list[Path],
    typer.Argument(
        metavar="INPUT",
        help="Files, folders, .gz, and - for standard input; of any kinds mixed.",
    ),
]
StoreOption = Annotated[
    Path | None,
    typer.Option(
        "--store",
        metavar="DIR",
        help="Folder of a build; by default the newest in outputs/.",
    ),
]
JsonOption = Annotated[
    bool, typer.Option("--json", help="Print one JSON value and nothing else.")
]
ModelOption = Annotated[
    Path | None,
    typer.Option(
        metavar="DIR", help="Folder of a trained tagger; by default the one kg ships."
    ),
]
JobsOption = Annotated[
    int | None,
    typer.Option(min=1, metavar="N", help="Processes; by default all processors."),
]
MinScoreOption = Annotated[
    float,
    typer.Option(min=0, max=1, metavar="P", help="Leave out mentions that score less."),
]
LimitOption = Annotated[int, typer.Option(min=1, metavar="N", help="Answers at most.")]
QuietOption = Annotated[
    bool, typer.Option("--quiet", "-q", help="Say nothing but answers and errors.")
]

VerboseOption = Annotated[
    bool,
    typer.Option(
        "--verbose",
        "-v",
        help="Print every warning, and each stage that is done.",
    ),
]

NetworkOption = Annotated[
    str,
    typer.Option(
        metavar="NAME",
        autocompletion=names_of(NETWORKS),
        help=f"One of {', '.join(NETWORKS)}.",
    ),
]
CountingOption = Annotated[
    str | None,
    typer.Option(
        metavar="WAY",
        autocompletion=names_of(COUNTINGS),
        help=f"Of shared works: {', '.join(COUNTINGS)}; by default the network's.",
    ),
]
NormalisationOption = Annotated[
    str | None,
    typer.Option(
        metavar="WAY",
        autocompletion=names_of(NORMALISATIONS),
        help=f"Of what is counted: {', '.join(NORMALISATIONS)}.",
    ),
]
BackboneOption = Annotated[
    str | None,
    typer.Option(
        metavar="WAY",
        autocompletion=names_of(BACKBONES),
        help=f"Which edges to keep: {', '.join(BACKBONES)}.",
    ),
]
MinDocumentsOption = Annotated[
    int | None,
    typer.Option(metavar="N", min=1, help="Leave out nodes of fewer documents."),
]
MinWeightOption = Annotated[
    int, typer.Option(metavar="N", min=1, help="Leave out edges of less weight.")
]
LoneNodesOption = Annotated[
    bool, typer.Option("--lone-nodes", help="Keep nodes without an edge.")
]
