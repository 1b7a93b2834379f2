"""List the names that several people have: one letter more or less is another name.

    python -m pipelines.people.ordinary_names RECORDS… --out kg/data/people

Reads: JSON Lines (also .gz) with `authors`, a list of names or objects with `name`.
Writes: ordinary_family_names.txt and ordinary_given_names.txt, the names of three
different people at least. A slip of the pen is rarely made by three.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Annotated

import typer

from kg.resolution.people.name_comparison_form import NameForm, name_form
from kg.text.names.name_parts import parse_name
from pipelines.common.command import run
from pipelines.common.json_lines import read_lines
from pipelines.people.name_counts import families, given

_LEAST = 3  # people of a name
_SHORTEST = 3  # letters: of shorter ones no letter is taken for a slip
_LINE = 100  # characters
# Lists made of other records have another source: change it there.
_SOURCE = """\
# Source: counted by pipelines.people.ordinary_names among authors of papers of machine
# learning, linguistics, engineering and medicine (paperlists, ACL Anthology, example data
# of ScientoPy and pyBibX).
"""


def people(paths: Iterable[Path]) -> set[NameForm]:
    """Return the different names of authors that have a given name."""
    found: set[NameForm] = set()
    for record in read_lines(paths):
        for author in record.get("authors") or ():
            name = author.get("name") if isinstance(author, dict) else author
            if name:
                found.add(name_form(parse_name(name)))
    return {name for name in found if name.opened}


def word_list_of(counts: Mapping[str, int], *, of: str) -> str:
    """Return the names of three people at least as a word list, in order.

    >>> print(word_list_of({"lima": 3, "limma": 1}, of="Names").splitlines()[-1])
    lima
    """
    words = sorted(
        word
        for word, n in counts.items()
        if n >= _LEAST and len(word) >= _SHORTEST and word.isalpha()
    )
    lines = [""]
    for word in words:
        if len(lines[-1]) + len(word) >= _LINE:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    head = f"# {of} that three authors or more have.\n{_SOURCE}"
    return head + "".join(f"{line}\n" for line in lines)


def main(
    records: Annotated[list[Path], typer.Argument(help="JSON Lines with authors.")],
    out: Annotated[Path, typer.Option(help="Folder for the two lists.")],
) -> None:
    """List the names that several authors have."""
    found = people(records)
    for kind, counts in (("family", families(found)), ("given", given(found))):
        text = word_list_of(counts, of=f"{kind.title()} names")
        (out / f"ordinary_{kind}_names.txt").write_text(text, encoding="utf-8")
    typer.echo(f"{len(found)} names counted: {out}", err=True)


if __name__ == "__main__":
    run(main)
