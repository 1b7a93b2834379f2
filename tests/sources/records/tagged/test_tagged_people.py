import pytest

from kg.records import Affiliation, Author
from kg.sources.records.record_values import RecordValues
from kg.sources.records.tagged.tagged_people import (
    address_lines,
    give_addresses,
    index_name,
)
from kg.sources.records.tagged.tagged_records import Tagged
from kg.text.names.name_parts import parse_name


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Okoro CB", "Okoro, C. B."),
        ("Okoro, CB", "Okoro, C. B."),
        ("Okoro,CB", "Okoro, C. B."),
        ("de la Vega JR", "de la Vega, J. R."),
        ("Le AI", "Le, A. I."),
        ("Mills BA Jr", "Mills, Jr, B. A."),
        ("Okoro, Chidi B.", "Okoro, Chidi B."),
        ("Okoro", "Okoro"),
        ("The MILL Collaboration", "The MILL Collaboration"),
    ],
)
def test_initials_of_an_index_are_told_apart(name: str, expected: str) -> None:
    assert index_name(name) == expected


def test_initials_are_read_as_such() -> None:
    assert parse_name(index_name("de la Vega JR")).given == ("j", "r")
    assert parse_name(index_name("Mills BA Jr")).suffix == "jr"


def test_addresses_go_to_those_whose_they_are() -> None:
    authors = [Author("Lee, Ann"), Author("Li, Bo")]
    values = RecordValues(authors=authors, affiliations=[Affiliation("Univ Graz")])
    text = "[Lee, A; Li, B] Univ Oslo\n[Li, B] Univ\n Bonn\nUniv Kent"
    give_addresses(values, [Tagged("C1", text, 3)])
    assert values.authors == [
        Author("Lee, Ann", (Affiliation("Univ Oslo"),)),
        Author("Li, Bo", (Affiliation("Univ Oslo"), Affiliation("Univ Bonn"))),
    ]
    assert values.affiliations == [Affiliation("Univ Graz"), Affiliation("Univ Kent")]


@pytest.mark.parametrize(
    ("value", "lines"),
    [
        ("Univ Oslo\nUniv Bonn", ["Univ Oslo", "Univ Bonn"]),
        ("Univ Oslo,\nNorway", ["Univ Oslo, Norway"]),
        ("Institute of\nMills", ["Institute of Mills"]),
        ("Univ\n   Oslo", ["Univ Oslo"]),
    ],
)
def test_an_address_goes_on_where_it_cannot_end(value: str, lines: list[str]) -> None:
    assert address_lines(value) == lines
