import pytest

from kg.sources.page_joins import find_joins, largest_gain

TEXT = "We ask how long a walk on a growing graph needs until every vertex was seen."
HEADED = ["On walks", "Lee, Ann, Chu, Bo", TEXT]


@pytest.mark.parametrize("rule", ["---", "=====", "* * *", "\f", "\fSeite 2"])
def test_a_rule_may_be_a_join(rule):
    assert find_joins([TEXT, rule, TEXT]) == {2: True}


def test_rules_between_all_texts_are_none():
    assert find_joins([TEXT, "---"] * 9) == {}


def test_the_widest_gap_may_be_one():
    assert find_joins([TEXT, "", TEXT, "", "", "", TEXT]) == {6: True}


def test_the_heads_of_texts_change_at_a_join():
    assert find_joins([TEXT] * 8 + HEADED * 8) == {8: False}
    assert find_joins(HEADED * 8 + [TEXT] * 8) == {24: False}


@pytest.mark.parametrize("page", [[TEXT] * 20, HEADED * 20, [], [TEXT]])
def test_a_page_of_one_kind_has_none(page):
    assert find_joins(page) == {}


def test_gain_is_largest_where_values_change():
    assert largest_gain("aaabbbbb")[1] == 3
    assert largest_gain("ababab")[0] < 1
    assert largest_gain("") == (0.0, 0)
