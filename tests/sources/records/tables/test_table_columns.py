import pytest

from kg.sources.records.tables.table_columns import (
    count_known,
    names_a_record,
    read_heading,
)


@pytest.mark.parametrize(
    ("names", "dialect"),
    [
        (["Authors", "Title", "EID"], "Scopus"),
        (["PT", "AU", "TI"], "Web of Science, two letters"),
        (["Article Title", "UT (Unique WOS ID)"], "Web of Science, full headings"),
        (["Publication ID", "Title", "PubYear"], "Dimensions"),
        (["id", "display_name", "doi"], "OpenAlex"),
        (["PMID", "Title", "Citation"], "PubMed"),
        (["Cites", "Title", "GSRank"], "Publish or Perish"),
        (["id", "submitter", "title", "abstract"], "arXiv"),
        (["Title", "Authors"], ""),
    ],
)
def test_a_dialect_is_told_by_its_headings(names, dialect):
    assert read_heading(names, []).dialect == dialect


def test_of_several_headings_of_a_role_the_one_listed_first_is_asked_first():
    columns = read_heading(["Source", "Journal", "Title"], [])
    assert columns.places["venue"] == (1, 0)


@pytest.mark.parametrize(
    "names",
    [
        ["Title", "Author 1", "Affiliation 1", "Author 2", "Affiliation 2"],
        ["title", "author1_name", "author1_affiliation", "author2_name",
         "author2_affiliation"],
        ["title", "authors/1/name", "authors/1/affiliation", "authors/2/name",
         "authors/2/affiliation"],
    ],
)  # fmt: skip
def test_columns_may_stand_for_a_person_each(names):
    people = read_heading(names, []).people
    assert people == {
        1: {"authors": 1, "affiliations": 2},
        2: {"authors": 3, "affiliations": 4},
    }


def test_columns_that_no_role_is_for_are_known_by_their_places():
    columns = read_heading(["Title", "Colour", "EID", "Link"], [])
    assert [columns.names[place] for place in columns.unread] == ["Colour", "Link"]


def test_headings_are_counted_and_tell_tables_of_records():
    assert count_known(["Title", "Colour", "PY"]) == 2
    assert names_a_record(["Colour", "Resumen"])
    assert not names_a_record(["Year", "Authors"])
    assert not read_heading(["Year", "Authors"], []).is_of_records


def test_a_longer_heading_stands_behind_a_plain_one():
    columns = read_heading(["Title of the paper", "Title"], [])
    assert columns.places["title"] == (1, 0)
