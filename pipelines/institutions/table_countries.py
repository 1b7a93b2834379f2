"""Which institutions of our table lie in another country than a registry says.

    python -m pipelines.institutions.table_countries ROR

Reads: a dump of the registry. Prints the rows of kg/data/institutions/institutions.csv
whose full name the registry has, and only in other countries. Each is to be looked at:
some are right, as another institution of just that name lies there. Deterministic.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from kg.institutions.gazetteer import country_of
from kg.institutions.ror.normalization import name_keys
from kg.institutions.ror.registry_file import read_registry
from kg.institutions.ror.registry_record import Organisation
from kg.institutions.table import table_rows
from pipelines.common.command import run


class Difference(NamedTuple):
    """A row of our table, its country, and those where the registry has the name."""

    name: str
    country: str
    others: tuple[str, ...]


def compare_countries(
    rows: Sequence[Mapping[str, str]], organisations: Iterable[Organisation]
) -> Iterator[Difference]:
    """Yield the rows whose full name a registry has in other countries only.

    Args:
        rows: of our table, each with a `name` and a `country`.
        organisations: of the registry; what it withdrew does not count.
    """
    places = _countries_by_name(organisations)
    keys = name_keys(row["name"] for row in rows)
    for row, key in zip(rows, keys, strict=True):
        there = places.get(key.words, set())
        if there and country_of(row["country"]) not in there:
            yield Difference(row["name"], row["country"], tuple(sorted(there)))


def _countries_by_name(
    organisations: Iterable[Organisation],
) -> dict[tuple[str, ...], set[str]]:
    """Return the countries of all organisations with a name, by its words."""
    named = [
        (name, each.country)
        for each in organisations
        if each.status != "withdrawn"
        for name in (each.name, *each.aliases, *each.labels)
    ]
    found: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for key, (_, country) in zip(name_keys(n for n, _ in named), named, strict=True):
        found[key.words].add(country_of(country))
    return found


def main(ror: Annotated[Path, typer.Argument(help="A dump of the registry.")]) -> None:
    """List the rows of our table that the registry has in other countries only."""
    organisations = read_registry(ror).organisations
    for each in compare_countries(table_rows(), organisations):
        typer.echo(f"{each.name}: {each.country}, not {' or '.join(each.others)}")


if __name__ == "__main__":
    run(main)
