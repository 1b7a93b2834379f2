from kg.sources.records.tables.named_places import (
    places_behind_names,
    places_in_parentheses,
    places_of_brackets,
    values_of_names,
)

NAMES = ["Lee, Ann", "de Graaf, Bo"]
SHORT = ["Lee, A.", "de Graaf, B."]


def test_places_stand_behind_each_name_in_order():
    cell = "Lee, A., Oslo U, Oslo, Norway; de Graaf, B., Kyoto U, Kyoto, Japan"
    expected = [["Oslo U, Oslo, Norway"], ["Kyoto U, Kyoto, Japan"]]
    assert places_behind_names(cell, NAMES, SHORT) == expected
    assert places_behind_names(cell, NAMES, []) == expected


def test_of_another_count_they_are_found_by_the_names():
    cell = "de Graaf B., Kyoto U; Roe C., Rome U; Lee A., Oslo U"
    assert places_behind_names(cell, NAMES, ["Lee A.", "de Graaf B."]) == [
        ["Oslo U"],
        ["Kyoto U"],
    ]


def test_brackets_name_people_in_full_or_short():
    assert places_of_brackets("[Lee, A] Oslo U. [de Graaf, Bo] Rome U.", NAMES, []) == (
        [["Oslo U"], ["Rome U"]],
        [],
    )
    assert places_of_brackets("Oslo U; Rome U.", NAMES, []) == (
        [[], []],
        ["Oslo U", "Rome U"],
    )


def test_an_initial_that_two_authors_have_names_neither():
    names = ["Lee, Ann", "Lee, Amy"]
    assert places_of_brackets("[Lee, A] Oslo U", names, [])[0] == [[], []]


def test_parentheses_may_stand_within():
    cell = "Lee, Ann (Oslo U (Main); Rome U); de Graaf, Bo"
    assert places_in_parentheses(cell, NAMES) == [["Oslo U (Main)", "Rome U"], []]
    assert places_in_parentheses("de Graaf, Bo (Rome U)", NAMES) == [[], ["Rome U"]]


def test_ids_stand_behind_names():
    assert values_of_names("de Graaf, Bo/7; Lee, Ann/8", NAMES, []) == ["8", "7"]
