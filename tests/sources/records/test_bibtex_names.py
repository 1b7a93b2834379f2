import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.sources.records.bibtex_names import bibtex_authors, bibtex_people


def names(value: str) -> list[str]:
    people = bibtex_people(value)
    return [author.name for author in bibtex_authors(people, [], orcids={})]


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("family=Berg, given=Ida, prefix=van den", ["van den Berg, Ida"]),
        ("given={Paul T.}, family={King}, suffix=Jr.", ["King, Jr., Paul T."]),
        (
            "prefix=de la, family={Le{\\'o}n, Ruiz}, given=Ana",
            ["de la León, Ruiz, Ana"],
        ),
        ('family="Lee", given=Ann, useprefix=false and Li, Bo', ["Lee, Ann", "Li, Bo"]),
        ("given=Ann", ["given=Ann"]),  # of no family
    ],
)
def test_names_in_parts_are_put_together(value: str, found: list[str]) -> None:
    assert names(value) == found


@pytest.mark.parametrize(
    "value",
    [
        r"Lee, Ann\thanks{Supported by a {Rope} Fund.}",
        r"Lee, Ann\inst{1}",
        r"Lee, Ann\footnote{Corresponding}",
        r"Lee, Ann\textsuperscript{1,2}",
        r"Lee, Ann\IEEEauthorrefmark{1}",
        r"Lee, Ann$^{1}$",
        r"Lee, Ann\fnref{f1}\corref{c1}",
        r"Lee, Ann\footnotemark[1]",
    ],
)
def test_notes_are_no_part_of_a_name(value: str) -> None:
    assert names(f"{value} and Li, Bo") == ["Lee, Ann", "Li, Bo"]


def test_an_orcid_behind_a_name_is_the_authors() -> None:
    value = r"Ann Lee\inst{1}\orcidID{0000-0002-1825-0097} and Bo Li\orcidlink{1}"
    complaints: list[str] = []
    lee, li = bibtex_authors(bibtex_people(value), complaints, orcids={})
    assert (lee.name, lee.orcid) == ("Ann Lee", "0000-0002-1825-0097")
    assert (li.name, li.orcid) == ("Bo Li", None)
    (complaint,) = complaints
    assert complaint.startswith('"1" is no ORCID')


def test_orcids_of_a_field_of_their_own_are_given_by_number() -> None:
    authors = bibtex_authors(
        bibtex_people("Lee, Ann and Li, Bo"), [], orcids={1: "0000-0002-1825-0097"}
    )
    assert [author.orcid for author in authors] == [None, "0000-0002-1825-0097"]


def test_entities_part_no_names() -> None:
    assert names("M&uuml;ller, Hans and Garc&#237;a, Ana") == [
        "Müller, Hans",
        "García, Ana",
    ]


@given(st.text(alphabet="{}ab=, and;\\family", max_size=40))
def test_any_field_gives_names_of_one_line_each(value: str) -> None:
    assert all(name == " ".join(name.split()) for name in names(value))
