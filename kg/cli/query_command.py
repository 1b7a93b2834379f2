"""`kg query`: neighbours, path, who, search."""

from typing import Annotated

import typer

from kg.cli.console import show
from kg.cli.options import JsonOption, Kind, LimitOption, QuietOption, StoreOption
from kg.cli.store_access import ask

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
    limit: LimitOption = 20,
    as_json: JsonOption = False,
    quiet: QuietOption = False,
) -> None:
    """Show what is linked to NAME, strongest first."""
    from kg.query import questions

    rows = ask(
        *(store, questions.neighbours, name),
        kind=kind.value if kind else None,
        hops=hops,
        limit=limit,
        quiet=quiet,
    )
    line = "{name}  [{kind}, {edge}: {weight}, strength {strength:.2f}]"
    show(rows, line, as_json=as_json, quiet=quiet)


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
