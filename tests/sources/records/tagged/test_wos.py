from pathlib import Path

import pytest

from kg.records import Document
from kg.sources.readers import read

EXAMPLES = Path(__file__).parents[4] / "pipelines" / "readers" / "examples"
CAIRO = "Univ Cairo, Fac Sci, Giza, Egypt."


def documents(path: Path) -> list[Document]:
    return [item for item in read([path]) if isinstance(item, Document)]


def read_fields(folder: Path, *lines: str) -> Document:
    (folder / "x.txt").write_text("\n".join(["PT J", "TI A", *lines, "ER", "", "EF"]))
    (document,) = documents(folder / "x.txt")
    return document


def names(document: Document) -> list[str]:
    return [author.name for author in document.authors]


def places(document: Document) -> list[list[str]]:
    return [[place.raw for place in author.affiliations] for author in document.authors]


def test_full_names_and_the_addresses_of_each_are_read() -> None:
    reeds, spring = documents(EXAMPLES / "savedrecs.txt")
    assert names(reeds) == [
        *("Haddad, Rana M.", "van der Meer, Pim", "Le, Anh I.", "Lagoon Consortium"),
    ]
    wageningen = "Wageningen Univ, Dept Environm Sci, Wageningen, Netherlands."
    assert places(reeds) == [[CAIRO], [wageningen], [CAIRO], []]
    assert [author.is_group for author in reeds.authors] == [False] * 3 + [True]
    assert [author.orcid for author in reeds.authors] == [
        *("0000-0002-1825-0097", "0000-0001-5109-3700", None, None),
    ]
    title = "Reed beds as filters: nitrogen in the lagoons of the delta"
    assert (reeds.title, reeds.venue) == (title, "WETLAND LETTERS")
    assert (reeds.year, reeds.doi) == (2019, "10.5555/wl.2019.55")
    assert reeds.keywords[:3] == (
        *("reed beds", "nitrogen retention", "coastal lagoons"),
    )
    assert ("pmid", "91000031") in reeds.ids
    assert reeds.references[0].startswith("Aalto T, 1999")
    assert len(reeds.references) == 3
    assert spring.year == 2022  # of early access


def test_addresses_without_names_are_those_of_nobody_in_particular() -> None:
    (ships,) = documents(EXAMPLES / "savedrecs.ciw")
    assert names(ships) == ["Duarte, C.", "Ivanova, E.", ""]
    assert places(ships)[2] == [
        "Univ Lisbon, Lisbon, Portugal.",
        "Univ Sofia, Sofia, Bulgaria.",
    ]


def test_an_only_author_has_the_address() -> None:
    grammar, knots = documents(EXAMPLES / "wos-old.txt")
    assert places(grammar) == [["Univ Tartu, Tartu, Estonia."]]
    assert names(knots) == ["Quist, Z.", "Rebane, K."]


def test_the_address_for_letters_is_read_where_there_is_no_other(
    tmp_path: Path,
) -> None:
    line = "RP Lee, A (corresponding author), Univ Oslo, Norway.; "
    line += "Li, B (reprint author), Univ Bonn."
    document = read_fields(tmp_path, "AU Lee, A", "   Li, B", line)
    assert places(document) == [["Univ Oslo, Norway"], ["Univ Bonn."]]


@pytest.mark.parametrize("blanks", ["   ", "  ", "\t"])
def test_names_and_titles_may_be_wrapped(blanks: str, tmp_path: Path) -> None:
    lines = (
        "AF Lee,",
        f"{blanks}Ann",
        f"{blanks}Li, Bo",
        "DE water; wind",
        f"{blanks}mills",
    )
    document = read_fields(tmp_path, *lines)
    assert names(document) == ["Lee, Ann", "Li, Bo"]
    assert document.keywords[:2] == ("water", "wind mills")


def test_an_orcid_of_nobody_here_is_passed_over(tmp_path: Path) -> None:
    document = read_fields(tmp_path, "AF Lee, Ann", "OI Mo, Cy/0000-0002-1825-0097")
    assert document.authors[0].orcid is None
