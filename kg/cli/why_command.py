"""`kg why`: the evidence of a node, an edge, a merge."""

from typing import Annotated

import typer

from kg.cli.console import show
from kg.cli.options import JsonOption, QuietOption, StoreOption
from kg.cli.store_access import ask

EXAMPLE = 'kg why "SGD" "stochastic gradient descent"'

_EVIDENCE = "{place}  {title}\n    {sentence}"
_MERGE = "{a} | {b}: {verdict}, {reason} ({rule}, {score:.2f})"


def why(
    a: Annotated[str, typer.Argument(metavar="A", help="A name.")],
    b: Annotated[
        str | None, typer.Argument(metavar="B", help="Another, for what links both.")
    ] = None,
    store: StoreOption = None,
    merged: Annotated[
        bool, typer.Option("--merged", help="Why names are one node, or two.")
    ] = False,
    as_json: JsonOption = False,
    quiet: QuietOption = False,
) -> None:
    """Show the evidence of a node, an edge, or a merge.

    For two names that nothing links, that is why they are one, or are not.
    """
    from kg.query.evidence import why_edge, why_node
    from kg.query.merge_reasons import why_merged, why_one

    names = [a] if b is None else [a, b]
    if not merged:
        found = ask(store, why_node if b is None else why_edge, *names, quiet=quiet)
        if found or b is None:
            line = _EVIDENCE if b is None else f"{{edge}}: {_EVIDENCE}"
            show(found, line, as_json=as_json, quiet=quiet)
            return
    # Nothing links the two: perhaps they are one, or were nearly taken for one.
    reasons = ask(store, why_merged if b is None else why_one, *names, quiet=quiet)
    show(reasons, _MERGE, as_json=as_json, quiet=quiet)
