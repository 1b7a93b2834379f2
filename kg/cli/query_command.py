"""`kg query`: neighbours, path, who, search."""

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.console import show
from kg.cli.options import JsonOption, Kind, LimitOption, QuietOption, StoreOption
from kg.cli.outputs import hand_over
from kg.cli.store_access import ask

_ANSWERS = 20  # neighbours that are listed by default

EXAMPLES = {
    "neighbours": 'kg query neighbours "gradient descent" --kind person',
    "path": 'kg query path "Yoshua Bengio" "graph neural networks"',
    "who": 'kg query who "optimal transport" --limit 5',
    "search": 'kg query search "diffusion"',
}


def neighbours(
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="A person, institution, method, …")
    ],
    store: StoreOption = None,
    kind: Annotated[Kind | None, typer.Option(help="Only this kind.")] = None,
    hops: Annotated[
        int, typer.Option(metavar="N", min=1, help="Edges away at most.")
    ] = 1,
    limit: Annotated[
        int | None,
        typer.Option(
            min=1, metavar="N", help="Answers at most: 20, on a page 99 if there are."
        ),
    ] = None,
    html: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Write a page for a browser, or -, instead, whose nodes can be dragged.",
        ),
    ] = None,
    as_json: JsonOption = False,
    quiet: QuietOption = False,
) -> None:
    """Show what is linked to NAME, strongest first."""
    from kg.query import questions

    of_kind = kind.value if kind else None
    if html is not None:
        if as_json:
            raise typer.BadParameter("--json and --html: choose one")
        _write_page(store, name, html, limit, kind=of_kind, hops=hops, quiet=quiet)
        return
    rows = ask(
        *(store, questions.neighbours, name),
        kind=of_kind,
        hops=hops,
        limit=_ANSWERS if limit is None else limit,
        quiet=quiet,
    )
    line = "{name}  [{kind}, {edge}: {weight}, strength {strength:.2f}]"
    show(rows, line, as_json=as_json, quiet=quiet)


def _write_page(
    store: Path | None,
    name: str,
    file: Path,
    limit: int | None,
    *,
    quiet: bool,
    **which: object,
) -> None:
    """Write the page of a neighbourhood, and say how much it shows."""
    from kg.query.neighbourhood import MOST_NODES, read_neighbourhood
    from kg.viewer import neighbourhood_page
    from kg.viewer.neighbourhood_data import describe_shown

    most = MOST_NODES if limit is None else limit
    graph = ask(store, read_neighbourhood, name, limit=most, quiet=quiet, **which)
    hand_over(
        file,
        partial(neighbourhood_page.generate, graph),
        partial(neighbourhood_page.write, graph),
        summary=describe_shown(graph),
        quiet=quiet,
    )


def path(
    a: Annotated[str, typer.Argument(metavar="A", help="Where the way begins.")],
    b: Annotated[str, typer.Argument(metavar="B", help="Where it ends.")],
    store: StoreOption = None,
    as_json: JsonOption = False,
    quiet: QuietOption = False,
) -> None:
    """Show a shortest way from A to B."""
    from kg.query import questions

    rows = ask(store, questions.path, a, b, quiet=quiet)
    none = "no way leads from A to B"
    show(rows, "{name}  [{kind}]  {edge}", as_json=as_json, quiet=quiet, none=none)


def who(
    concept: Annotated[
        str, typer.Argument(metavar="CONCEPT", help="A concept, method or institution.")
    ],
    store: StoreOption = None,
    limit: LimitOption = 20,
    as_json: JsonOption = False,
    quiet: QuietOption = False,
) -> None:
    """Show who works on CONCEPT, ranked, with the documents that say so."""
    from kg.query import questions

    rows = ask(store, questions.who, concept, limit=limit, quiet=quiet)
    none = "nobody is known to"
    show(rows, "{name}  {score}  {documents}", as_json=as_json, quiet=quiet, none=none)


def search(
    words: Annotated[
        str,
        typer.Argument(metavar="WORDS", help="Words that a name or text must hold."),
    ],
    store: StoreOption = None,
    limit: LimitOption = 20,
    as_json: JsonOption = False,
    quiet: QuietOption = False,
) -> None:
    """Find names and works by WORDS."""
    from kg.query import questions

    rows = ask(store, questions.search, limit=limit, quiet=quiet, words=words)
    line = "{name}  [{kind}, documents: {documents}]"
    show(rows, line, as_json=as_json, quiet=quiet)
