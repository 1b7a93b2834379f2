"""`kg analyse`: questions about the structure of a network, each answered by a table."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kg.analysis.structure import ANALYSES
from kg.cli.options import (
    BackboneOption,
    CountingOption,
    JsonOption,
    MinDocumentsOption,
    MinWeightOption,
    NormalisationOption,
    QuietOption,
    StoreOption,
    names_of,
)
from kg.cli.outputs import is_stdout, print_pieces, write_file
from kg.cli.store_access import find_store
from kg.cli.table_text import as_csv, as_table, as_values
from kg.errors import KGError
from kg.network_kinds import NETWORKS
from kg.printable import printable_json
from kg.text.counts import format_count

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

EXAMPLE = "kg analyse bursts --network terms --csv bursts.csv"

_OVERVIEW = 5  # rows of each table, where no question is asked


def analyse(
    question: Annotated[
        str | None,
        typer.Argument(
            metavar="[QUESTION]",
            autocompletion=names_of(ANALYSES),
            help=f"One of {', '.join(ANALYSES)}; by default the top of each.",
        ),
    ] = None,
    store: StoreOption = None,
    network: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            autocompletion=names_of(NETWORKS),
            help=f"One of {', '.join(NETWORKS)}; by default the question's.",
        ),
    ] = None,
    counting: CountingOption = None,
    normalisation: NormalisationOption = None,
    backbone: BackboneOption = None,
    min_documents: MinDocumentsOption = None,
    min_weight: MinWeightOption = 1,
    limit: Annotated[
        int | None,
        typer.Option(min=1, metavar="N", help="Rows to print at most; by default 20."),
    ] = None,
    csv: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Write all rows as CSV, to a file or to -."),
    ] = None,
    as_json: JsonOption = False,
    quiet: QuietOption = False,
) -> None:
    """Answer a question about the structure of a network, as a table.

    A CSV that is there already is kept as FILE.edited, if it is another.
    """
    from kg.store.connection import connect

    if csv is not None and question is None:
        raise KGError(f"--csv is one table: name a question, {', '.join(ANALYSES)}")
    ways = {
        "counting": counting,
        "normalisation": normalisation,
        "backbone": backbone,
        "min_documents": min_documents,
        "min_weight": min_weight,
    }
    asked = list(ANALYSES) if question is None else [question]
    with connect(find_store(store)) as connection:
        answers = _answer(connection, asked, network, ways)
    if as_json:
        _print_json(answers, limit, question)
    elif csv is not None:
        _write_csv(csv, answers[asked[0]], quiet=quiet)
    else:
        _print_tables(answers, limit or (_OVERVIEW if question is None else 20), quiet)


def _answer(
    connection: "DuckDBPyConnection",
    asked: list[str],
    network: str | None,
    ways: dict[str, Any],
) -> dict[str, list[Any]]:
    """Return the rows that answer each question; a network is read once for all."""
    from kg import plugins
    from kg.analysis.structure.study import Study, read_study

    studies: dict[str, Study] = {}
    answers = {}
    for question in asked:
        module = plugins.load(ANALYSES, question, what="question")
        name = network or module.NETWORK
        if name not in studies:
            studies[name] = read_study(connection, name, **ways)
        answers[question] = module.analyse(studies[name])
    return answers


def _print_json(
    answers: dict[str, list[Any]], limit: int | None, question: str | None
) -> None:
    values = {name: as_values(rows[:limit]) for name, rows in answers.items()}
    typer.echo(
        printable_json(values if question is None else values[question], indent=2)
    )


def _print_tables(answers: dict[str, list[Any]], limit: int, quiet: bool) -> None:
    from kg import plugins

    for number, (name, rows) in enumerate(answers.items()):
        meaning = plugins.load(ANALYSES, name, what="question").MEANING
        if not quiet:
            shown = f"{min(limit, len(rows)):,} of {format_count(len(rows), 'row')}"
            gap = "\n" if number else ""
            typer.echo(f"{gap}{name}: {meaning} ({shown})", err=len(answers) == 1)
        print_pieces(as_table(rows[:limit]))


def _write_csv(path: Path, rows: list[Any], *, quiet: bool) -> None:
    if is_stdout(path):
        print_pieces([as_csv(rows)])
        return
    from kg.files.writing import write_text

    write_file(path, lambda made: write_text(made, [as_csv(rows)]), quiet=quiet)
    if not quiet:
        typer.echo(f"{path}: {format_count(len(rows), 'row')}")
