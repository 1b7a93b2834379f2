"""Options that several commands share, each with its one line of help."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from kg.kinds import ENTITY_KINDS

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
