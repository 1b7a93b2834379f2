import pytest

from kg.records import SubjectHeading
from kg.sources.records.tables.author_columns import RowCells
from kg.sources.records.tables.row_values import values_of_row, without_placeholders
from kg.sources.records.tables.table_columns import read_heading


def values(**cells):
    names = [name.replace("_", " ") for name in cells]
    stated = list(cells.values())
    return values_of_row(RowCells(stated, read_heading(names, [stated])))


@pytest.mark.parametrize(
    "cell",
    [
        "[No abstract available]",
        "No abstract available.",
        "n/a",
        "NaN",
        "-",
        "None",
        "",
    ],
)
def test_what_says_that_there_is_nothing_is_nothing(cell):
    assert without_placeholders([cell]) == [""]


def test_words_stay():
    cells = ["None of the mills turns", "No title fits", "0"]
    assert without_placeholders(cells) == cells


def test_a_row_states_its_record():
    found = values(
        Title="On mills",
        Date="May 2001",
        Journal="Mills",
        Author_Keywords="mill; wind",
        Index_Keywords="Corn; Rye",
        PMID="123",
        References="10.1/a; 10.1/b",
        Language="English",
    )
    assert (found.title, found.year, found.venue) == ("On mills", "May 2001", "Mills")
    assert found.keywords == ["mill", "wind"]
    assert found.subjects == [
        SubjectHeading("index keywords", "Corn"),
        SubjectHeading("index keywords", "Rye"),
    ]
    assert (found.ids, found.references) == ([("pmid", "123")], ["10.1/a", "10.1/b"])
    assert found.language == "English"


def test_an_address_may_hold_the_doi_or_the_number():
    assert values(Title="A", URL="https://doi.org/10.1234/a").doi == "10.1234/a"
    found = values(Title="A", URL="https://arxiv.org/abs/2101.00001v2")
    assert found.ids == [("arxiv", "2101.00001")]


def test_a_key_that_is_an_address_is_its_last_part():
    assert values(id="https://openalex.org/W12", display_name="A").id == "W12"
    assert values(key="https://x.org/a b", title="A").id == "https://x.org/a b"


def test_ids_may_be_printed_as_an_object():
    found = values(
        Title="A", External_Ids="{'DOI': '10.1234/a', 'ArXiv': '2101.00001'}"
    )
    assert found.doi == "10.1234/a"
    assert ("arxiv", "2101.00001") in found.ids
    assert values(Title="A", External_Ids="x").doi == ""
