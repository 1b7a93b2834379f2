import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.records import InstitutionFacts
from kg.resolution.institution_misprints import Slip, find_misprints, is_slip


def found(*clusters, facts=None):
    names = {number: names for number, (names, _) in enumerate(clusters)}
    counts = {number: count for number, (_, count) in enumerate(clusters)}
    return list(find_misprints(names, counts, facts or {}))


def in_city(city):
    return InstitutionFacts(None, "ES", city, None, None)


RIGHT = (["University of Extremadura"], 3)
WRONG = (["University of Extemadura"], 1)


def test_a_rare_word_beside_a_common_one():
    assert found(RIGHT, WRONG) == [Slip(1, 0)]


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (["University of Jiangxi"], ["University of Jiangsu"]),  # another letter
        (["University of Shanxi"], ["University of Shaanxi"]),  # both are places
        (["University of Extremadura"], ["College of Extemadura"]),
        (["Bexley University"], ["Bexey University"]),  # too short to tell
    ],
)
def test_names_that_are_right_as_they_are(right, wrong):
    assert found((right, 9), (wrong, 1)) == []


def test_one_that_is_not_much_rarer():
    assert found(RIGHT, (["University of Extemadura"], 2)) == []


def test_a_word_that_others_have_too():
    assert found(RIGHT, WRONG, (["Extemadura Research"], 1)) == []


def test_a_slip_of_either_of_two():
    assert found(RIGHT, (["University of Extemmadura"], 3), WRONG) == []


def test_different_cities():
    facts = {0: in_city("Badajoz"), 1: in_city("Madrid")}
    assert found(RIGHT, WRONG, facts=facts) == []
    assert found(RIGHT, WRONG, facts=facts | {1: in_city(None)}) == [Slip(1, 0)]


def test_another_letter_in_one_city():
    right, wrong = (["Chungnam Fog University"], 3), (["Chungnan Fog University"], 1)
    facts = {0: in_city("Bartown"), 1: in_city("Bartown")}
    assert found(right, wrong, facts=facts) == [Slip(1, 0)]
    assert found(right, wrong, facts=facts | {1: in_city("Footown")}) == []
    assert found(right, wrong) == []


def test_a_name_of_our_table_needs_no_majority():
    facts = {0: in_city("Bartown"), 1: in_city("Footown")}
    right, wrong = (["University of Vilnius"], 1), (["University of Vilnuis"], 9)
    assert found(right, wrong, facts=facts) == [Slip(1, 0)]


WORDS = st.text("abc", min_size=1, max_size=6)


@given(WORDS, WORDS)
def test_slips_go_both_ways(one, other):
    assert is_slip(one, other) == is_slip(other, one)


@given(WORDS, st.data())
def test_each_letter_left_out_but_the_first_is_a_slip(word, data):
    at = data.draw(st.integers(1, len(word)))
    assert is_slip(word, f"{word[:at]}x{word[at:]}")
