import pytest

from kg.sources.records.tables.cell_lists import (
    find_name_separator,
    find_separator,
    find_term_separator,
    read_printed_list,
    split_glued,
    split_list,
    split_names,
    split_places,
)


@pytest.mark.parametrize(
    ("cells", "separator"),
    [
        (["a; b", "c, d"], ";"),
        (["a|b"], "|"),
        (["a;"], ";"),
        (["a\nb"], "\n"),
        (["a//b"], "//"),
        (["a", ""], ""),
        (["['a; b']"], ""),
    ],
)
def test_separators_are_told_by_the_column(cells, separator):
    assert find_separator(cells) == separator


@pytest.mark.parametrize(
    ("cells", "names"),
    [
        (["Lee, Ann; Li, Bo", "Roe, Cy"], [["Lee, Ann", "Li, Bo"], ["Roe, Cy"]]),
        (["Lee, A., Li, B.C."], [["Lee, A.", "Li, B.C."]]),
        (["Lee A., Li B.C.", "Roe C."], [["Lee A.", "Li B.C."], ["Roe C."]]),
        (["van Eck NJ, Waltman L"], [["van Eck NJ", "Waltman L"]]),
        (["Ann Lee and Bo Li", "Cy Roe"], [["Ann Lee", "Bo Li"], ["Cy Roe"]]),
        (["Lee, Ann and Li, Bo"], [["Lee, Ann", "Li, Bo"]]),
        (["Ann Lee, Bo Li & Cy Roe"], [["Ann Lee", "Bo Li", "Cy Roe"]]),
        (["Ann Lee; Bo Li; and Cy Roe"], [["Ann Lee", "Bo Li", "Cy Roe"]]),
        (["['Ann Lee', \"Bo O'Li\"]"], [["Ann Lee", "Bo O'Li"]]),
        (["Ann Lee\nBo Li"], [["Ann Lee", "Bo Li"]]),
        (["李娜;王小明", "张宇"], [["李娜", "王小明"], ["张宇"]]),
    ],
)
def test_names_are_split_as_their_column_is_written(cells, names):
    separator = find_name_separator(cells)
    assert [split_names(cell, separator) for cell in cells] == names


def test_items_are_trimmed_and_never_empty():
    assert split_list(" mills ;; wind\n mills;", ";") == ["mills", "wind mills"]


@pytest.mark.parametrize(
    ("cell", "items"),
    [
        ("[]", []),
        ('["a", "b"]', ["a", "b"]),
        ("['a' 'b']", ["a", "b"]),
        ("[{'name': 'Ann Lee', 'id': 7}, {'name': 'Bo Li'}]", ["Ann Lee", "Bo Li"]),
        ('[["Lee", "Ann", ""], ["ATLAS", "", ""]]', ["Lee, Ann", "ATLAS"]),
        ("[No abstract]", None),
        ("mills", None),
    ],
)
def test_printed_lists_are_read(cell, items):
    assert read_printed_list(cell) == items


def test_names_behind_each_other_are_parted_at_capitals():
    assert split_glued("Ann-Li LeeÉva MacLeodBo O'Neil") == [
        "Ann-Li Lee",
        "Éva MacLeod",
        "Bo O'Neil",
    ]


def test_empty_items_stay_where_places_count():
    assert split_places("a||b", "|") == ["a", "", "b"]
    assert split_list("a||b", "|") == ["a", "b"]


def test_terms_may_be_parted_by_commas():
    assert find_term_separator(["mills, wind", "water"]) == ","
    assert find_term_separator(["mills, old; wind"]) == ";"
    assert find_term_separator(["mills"]) == ""


def test_slashes_of_addresses_part_nothing():
    assert find_separator(["https://a.org/b"]) == ""
