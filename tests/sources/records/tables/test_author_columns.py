import pytest

from kg.sources.records.tables.author_columns import RowCells, authors_of
from kg.sources.records.tables.table_columns import read_heading


def row(**cells):
    names = [name.replace("_", " ") for name in cells]
    values = list(cells.values())
    return RowCells(values, read_heading(names, [values]))


def stated(complaints=None, **cells):
    authors, places = authors_of(row(**cells), [] if complaints is None else complaints)
    people = [(a.name, [place.raw for place in a.affiliations]) for a in authors]
    return people, [place.raw for place in places]


@pytest.mark.parametrize(
    ("cells", "people"),
    [
        ({"Authors": "Ann Lee; Bo Li", "Affiliations": "Oslo U; Kyoto U"},
         [("Ann Lee", ["Oslo U"]), ("Bo Li", ["Kyoto U"])]),
        ({"Title": "A", "EID": "1", "Authors": "Lee A.; Li B.",
          "Author full names": "Lee, Ann (571); Li, Bo (572)",
          "Authors with affiliations": "Lee A., Oslo U, Oslo; Li B., Kyoto U"},
         [("Lee, Ann", ["Oslo U, Oslo"]), ("Li, Bo", ["Kyoto U"])]),
        ({"PT": "J", "TI": "A", "AU": "Lee, A; Li, B", "AF": "Lee, Ann; Li, Bo",
          "C1": "[Lee, Ann; Li, Bo] Oslo U; [Li, Bo] Kyoto U"},
         [("Lee, Ann", ["Oslo U"]), ("Li, Bo", ["Oslo U", "Kyoto U"])]),
        ({"Author_1": "Ann Lee", "Affiliation_1": "Oslo U", "Author_2": "",
          "Affiliation_2": "", "Author_3": "Bo Li", "Affiliation_3": ""},
         [("Ann Lee", ["Oslo U"]), ("Bo Li", [])]),
        ({"First_Name": "Ann", "Last_Name": "Lee"}, [("Lee, Ann", [])]),
        ({"Speaker": "Ann Lee"}, [("Ann Lee", [])]),
        ({"Authors": "Ann Lee", "Group_Authors": "ATLAS"},
         [("Ann Lee", []), ("ATLAS", [])]),
        ({"Title": "A"}, []),
    ],
)  # fmt: skip
def test_authors_are_stated_in_many_ways(cells, people):
    assert stated(**cells)[0] == people


def test_places_of_nobody_in_particular_are_given_apart():
    assert stated(Authors="Ann Lee; Bo Li; Cy Roe", Affiliations="Oslo U; Kyoto U") == (
        [("Ann Lee", []), ("Bo Li", []), ("Cy Roe", [])],
        ["Oslo U", "Kyoto U"],
    )


def test_orcids_are_given_in_order_or_left_out_and_told():
    orcid = "0000-0002-1825-0097"
    complaints = []
    cells = {"Authors": "Ann Lee; Bo Li", "ORCID": f"{orcid}; {orcid}"}
    (lee, li), _ = authors_of(row(**cells), complaints)
    assert (lee.orcid, li.orcid, complaints) == (orcid, orcid, [])
    authors, _ = authors_of(row(Authors="Ann Lee; Bo Li", ORCID=orcid), complaints)
    assert [author.orcid for author in authors] == [None, None]
    assert complaints == [
        "1 ORCIDs for 2 authors are left out: whose is whose cannot be told"
    ]


def test_the_first_cell_with_a_value_is_asked():
    cells = row(Journal="", Source="Mills", Keywords="a; b")
    assert cells.first("venue") == "Mills"
    assert cells.items("keywords") == ["a", "b"]
    assert cells.first("title") == ""
    assert cells.names("authors") == []


def test_lists_with_empty_items_are_one_an_author():
    orcid = "0000-0002-1825-0097"
    cells = {
        "Authors": "Ann Lee|Bo Li|Cy Roe",
        "ORCID": f"|{orcid}|",
        "Affiliations": "X||Y",
    }
    authors, _ = authors_of(row(**cells), [])
    assert [author.orcid for author in authors] == [None, orcid, None]
    assert [len(author.affiliations) for author in authors] == [1, 0, 1]


def test_marks_of_footnotes_are_no_part_of_a_place():
    people, _ = stated(Authors="Ann Lee; Bo Li", Affiliations="1 Oslo U; (2) Kyoto U")
    assert people == [("Ann Lee", ["Oslo U"]), ("Bo Li", ["Kyoto U"])]
