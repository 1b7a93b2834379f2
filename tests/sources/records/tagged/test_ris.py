from pathlib import Path

import pytest

from kg.records import Document
from kg.sources.readers import read

EXAMPLES = Path(__file__).parents[4] / "pipelines" / "readers" / "examples"


def documents(path: Path) -> list[Document]:
    return [item for item in read([path]) if isinstance(item, Document)]


def read_text(text: str, folder: Path) -> Document:
    (folder / "x.ris").write_text(text, encoding="utf-8")
    (document,) = documents(folder / "x.ris")
    return document


def read_fields(folder: Path, *lines: str) -> Document:
    return read_text("\n".join(["TY  - JOUR", "TI  - A", *lines, "ER  - "]), folder)


def names(document: Document) -> list[str]:
    return [author.name for author in document.authors]


def test_zotero_writes_the_journal_as_second_title() -> None:
    article, chapter, book = documents(EXAMPLES / "zotero.ris")
    assert article.venue == "Journal of Coastal Markets"
    assert (article.year, article.doi) == (2021, "10.5555/jcm.2021.014")
    assert article.keywords == ("eelgrass", "mussel farming")
    assert (article.type, article.language) == ("JOUR", "en")
    assert names(article) == ["Brekke, Solveig", "Tanaka, Hiro", "de Boer, Pieter"]
    assert names(chapter) == ["Farkas, Dóra"]  # and not its editor
    assert (book.title, book.year) == ("Twelve years of fjords", 2022)


def test_ovid_says_in_brackets_whose_an_address_is() -> None:
    first, second = documents(EXAMPLES / "ovid.ris")
    places = [[place.raw for place in author.affiliations] for author in first.authors]
    lyon = "Department of Nursing, University of Lyon, Lyon, France"
    ibadan = "School of Public Health, University of Ibadan, Ibadan, Nigeria"
    assert places == [[lyon], [ibadan], [lyon]]
    assert first.text.endswith("forty minutes. Conclusion: Rosters matter.")
    assert (first.id, first.doi) == ("630011223", "10.5555/asw.2019.33")
    assert second.doi == "10.5555/hl.2018.2"  # of its notes


def test_ieee_writes_all_keywords_in_one_field() -> None:
    talk, article = documents(EXAMPLES / "ieee.ris")
    assert talk.keywords[1:] == ("Queueing analysis", "Reinforcement learning")
    assert (talk.year, article.year) == (2020, 2017)
    assert article.venue == "Transactions on Quiet Machines"


def test_endnote_writes_keywords_and_addresses_a_line_each() -> None:
    article, thesis = documents(EXAMPLES / "endnote.ris")
    assert article.keywords[1:] == ("Temperature", "Yeasts, dried")
    *_, nobody = article.authors
    assert (nobody.name, len(nobody.affiliations)) == ("", 2)
    assert article.title == "How warm should a dough be?"
    assert (thesis.title, names(thesis)) == (
        *("Rye and the long winter", ["Hällström, Åsa"]),
    )


def test_lines_above_the_records_of_jstor_are_no_record() -> None:
    (article,) = documents(EXAMPLES / "jstor.ris")
    assert (article.year, article.venue) == (1998, "The Salt Review")
    assert article.authors[0].affiliations == ()


@pytest.mark.parametrize(
    ("lines", "year"),
    [
        (("Y1  - 2019///",), 2019),
        (("PY  - ", "DA  - 2018/05/01/"), 2018),
        (("Y2  - 2001",), 2001),  # of old, a second date
        (("UR  - http://x.example", "Y2  - 2001/01/01/"), None),  # of access
    ],
)
def test_the_year_stands_in_many_places(
    lines: tuple[str, ...], year: int | None, tmp_path: Path
) -> None:
    assert read_fields(tmp_path, *lines).year == year


def test_further_authors_of_an_article_are_authors(tmp_path: Path) -> None:
    document = read_fields(tmp_path, "A1  - Lee, Ann", "A2  - Li, Bo", "A3  - Mo, Cy")
    assert names(document) == ["Lee, Ann", "Li, Bo", "Mo, Cy"]


@pytest.mark.parametrize(
    "lines",
    [("AU  - Lee, Ann", "AU  - Li, Bo"), ("AU  - Lee, Ann; Li, Bo",)],
)
def test_one_address_is_that_of_all(lines: tuple[str, ...], tmp_path: Path) -> None:
    document = read_fields(tmp_path, *lines, "AD  - University of Oslo")
    assert names(document) == ["Lee, Ann", "Li, Bo"]
    assert [len(author.affiliations) for author in document.authors] == [1, 1]


def test_html_in_a_field_is_read(tmp_path: Path) -> None:
    document = read_fields(tmp_path, "AB  - <p>H<sub>2</sub>O &amp; wind.</p>")
    assert document.text == "A\nH2O & wind."
