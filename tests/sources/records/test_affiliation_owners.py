import pytest

from kg.records import Affiliation, Author
from kg.sources.records.affiliation_owners import (
    AuthorIndex,
    StatedAffiliation,
    find_orcids,
    read_affiliation,
    with_affiliations,
)

AUTHORS = [
    *map(Author, ("Okoro, Chidi B.", "Lee, Ann", "Lee, Bo", "de la Vega, Juan R.")),
    Author("The MILL Collaboration"),
]
INDEX = AuthorIndex(author.name for author in AUTHORS)


@pytest.mark.parametrize(
    ("name", "number"),
    [
        *(("Okoro, CB", 0), ("C. Okoro", 0), ("Okoro CB", 0), ("Okoro", 0)),
        *(("Lee, Ann", 1), ("Lee A", 1), ("Lee, B.", 2), ("LEE, BO", 2)),
        *(("de la Vega, JR", 3), ("de la Vega JR", 3), ("The MILL Collaboration", 4)),
        *(("Lee", None), ("Okoro, D", None), ("Mills, Ann", None), ("", None)),
    ],
)
def test_a_shorter_name_means_the_only_author_it_fits(
    name: str, number: int | None
) -> None:
    assert INDEX.find(name) == number


@pytest.mark.parametrize(
    ("value", "owners", "raw"),
    [
        ("[Lee, Ann; Okoro, C] Univ Oslo", ("Lee, Ann", "Okoro, C"), "Univ Oslo"),
        ("(Lee, Okoro) Univ Oslo", ("Lee", "Okoro"), "Univ Oslo"),
        ("(Lee A.; Okoro C.) Univ Oslo", ("Lee A.", "Okoro C."), "Univ Oslo"),
        ("C. Okoro, Univ Oslo, Norway", ("C. Okoro",), "Univ Oslo, Norway"),
        ("Lee, Ann, Univ Oslo", ("Lee, Ann",), "Univ Oslo"),
        ("Okoro, Chidi B. Univ Oslo", ("Okoro, Chidi B",), "Univ Oslo"),
        ("(1) Univ Oslo", (), "Univ Oslo"),
        ("Lee, Ann; Okoro, C, Univ Oslo", ("Lee, Ann", "Okoro, C"), "Univ Oslo"),
        ("Lee, Bo (Corresponding Author), Univ Oslo", ("Lee, Bo",), "Univ Oslo"),
        ("Univ Oslo; Univ Bonn", (), "Univ Oslo; Univ Bonn"),
        ("Department of Mills, Univ Oslo", (), "Department of Mills, Univ Oslo"),
        ("Lee Institute, Oslo", (), "Lee Institute, Oslo"),
        ("", (), ""),
    ],
)
def test_names_in_front_of_an_address_say_whose_it_is(
    value: str, owners: tuple[str, ...], raw: str
) -> None:
    assert read_affiliation(value, INDEX) == StatedAffiliation(owners, raw)


def test_each_author_gets_what_is_theirs_and_the_rest_is_nobodys() -> None:
    stated = [
        StatedAffiliation(("Lee, A", "Okoro, C"), "Univ Oslo"),
        StatedAffiliation(("Lee, A",), "Univ Oslo"),
        StatedAffiliation(("Lee, A",), "Univ Bonn"),
        StatedAffiliation(("Mills, D",), "Univ Graz"),
        StatedAffiliation((), "Univ Kent"),
        StatedAffiliation((), ""),
    ]
    authors, nobodys = with_affiliations(AUTHORS, stated, INDEX)
    assert [[place.raw for place in author.affiliations] for author in authors] == [
        *(["Univ Oslo"], ["Univ Oslo", "Univ Bonn"], [], [], []),
    ]
    assert nobodys == [Affiliation("Univ Graz"), Affiliation("Univ Kent")]


def test_orcids_go_to_the_authors_whose_they_are() -> None:
    entries = ["Lee, Ann/0000-0002-1825-0097", "Mills, D/0000-0001-5109-3700", "x", ""]
    assert find_orcids(entries, INDEX) == {1: "0000-0002-1825-0097"}
