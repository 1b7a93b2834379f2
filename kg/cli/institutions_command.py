"""`kg institutions`: raw affiliations, a line each, to institutions as JSON."""

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.console import print_remarks
from kg.cli.options import QuietOption
from kg.printable import printable_json

EXAMPLE = 'echo "Univ. of Zürich & ETH, Switzerland" | kg institutions -'


def institutions(
    source: Annotated[
        Path,
        typer.Argument(metavar="INPUT", help="An affiliation a line; - for stdin."),
    ],
    ror: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="The registry: ROR's own dump, or JSON Lines; also packed.",
        ),
    ] = None,
    quiet: QuietOption = False,
) -> None:
    """Print the institutions that each affiliation of INPUT names.

    Each line of the answer is JSON: the affiliation, and its institutions with their
    place and, where a registry is given, the bare ROR id of each ("05dxps055"). What is
    read of the registry is kept in the user's cache folder for the next call.
    """
    from kg.files.opening import binary_stdin
    from kg.files.user_cache import user_cache_folder
    from kg.institutions.affiliation_file import read_affiliations
    from kg.institutions.facts import as_row
    from kg.institutions.ror.linker import AffiliationLinker
    from kg.institutions.ror.registry_cache import NAME, load_linker

    # Bytes, as the encoding is found out in the same way as that of a file.
    data = binary_stdin().read() if str(source) == "-" else None
    affiliations, remarks = read_affiliations(source, data)
    folder = user_cache_folder()
    cache = None if folder is None else folder / NAME
    linker = AffiliationLinker() if ror is None else load_linker(ror, cache=cache)
    if not quiet:
        print_remarks([*remarks, *linker.remarks, *filter(None, [linker.note])])
    for raw in affiliations:
        found = [as_row(each, raw) for each in linker.link(raw)]
        row = {"affiliation": raw, "institutions": found}
        typer.echo(printable_json(row))
