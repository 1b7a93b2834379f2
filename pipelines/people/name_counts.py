"""Count family and given names of authors: the tables behind `kg.resolution.people.name_frequency`.

    python -m pipelines.people.name_counts RECORDS… --out kg/data/people

Reads: JSON Lines (also .gz) with `authors`, a list of names. Each different name counts
once, for a productive author is no more people. Writes how many of 100,000 have each:
family_names.csv; given_names_common.csv, of those whose family name is common, and
given_names_other.csv, of the rest. Yang is rare, but not among Lius.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Annotated

import typer

from kg.resolution.people.name_comparison_form import (
    COMMON_FAMILY_NAME,
    NameForm,
    name_form,
)
from kg.resolution.people.name_frequency import AUTHORS_COUNTED_AMONG
from kg.text.names.name_parts import parse_name
from pipelines.common.command import run
from pipelines.common.json_lines import read_lines

_LEAST = 6  # people of a name
# Tables made of other records have another source: change it there.
_SOURCE = """\
# Source: counted by pipelines.people.name_counts among authors of papers of machine
# learning and linguistics (paperlists, ACL Anthology); of six people at least.
"""


def names(paths: Iterable[Path]) -> Iterator[str]:
    """Yield the authors of all records, as they are written there."""
    for record in read_lines(paths):
        yield from filter(None, record.get("authors") or ())


def families(people: Iterable[NameForm]) -> Counter[str]:
    """Return how many people have each family name."""
    return Counter("".join(person.family) for person in people)


def given(people: Iterable[NameForm]) -> Counter[str]:
    """Return how many people have each given name, whole or its first word.

    Initials do not count.
    """
    counts: Counter[str] = Counter()
    for person in people:
        first = person.opened[0]
        whole = "".join(person.closed)
        counts.update(word for word in {first, whole} if len(word) > 1)
    return counts


def table(counts: Mapping[str, int], total: int, *, of: str) -> str:
    """Return counts among so many as a table of those among 100,000.

    The commonest come first; the first line says `of` what they are.
    """
    scaled = {
        name: round(n * AUTHORS_COUNTED_AMONG / total)
        for name, n in counts.items()
        if n >= _LEAST
    }
    rows = sorted((-n, name) for name, n in scaled.items() if name)
    head = f"# {of}: how many of 100,000 authors have each.\n{_SOURCE}name,count\n"
    return head + "".join(f"{name},{-n}\n" for n, name in rows)


def main(
    records: Annotated[list[Path], typer.Argument(help="JSON Lines with authors.")],
    out: Annotated[Path, typer.Option(help="Folder for the three tables.")],
) -> None:
    """Count the names of authors."""
    people = {name_form(parse_name(name)) for name in names(records)}
    people = {person for person in people if person.opened}
    counted = families(people)
    path = out / "family_names.csv"
    path.write_text(table(counted, len(people), of="Family names"), encoding="utf-8")
    common = {
        name
        for name, n in counted.items()
        if n * AUTHORS_COUNTED_AMONG >= COMMON_FAMILY_NAME * len(people)
    }
    for kind in ("common", "other"):
        some = [
            person
            for person in people
            if ("".join(person.family) in common) is (kind == "common")
        ]
        path = out / f"given_names_{kind}.csv"
        of = f"Given names beside {kind} family names"
        path.write_text(table(given(some), len(some), of=of), encoding="utf-8")
    typer.echo(f"{len(people)} names counted: {out}", err=True)


if __name__ == "__main__":
    run(main)
