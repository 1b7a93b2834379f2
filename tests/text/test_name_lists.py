import pytest

from kg.text.name_lists import list_end, list_start


@pytest.mark.parametrize(
    ("before", "rest"),
    [
        ("We test on Abc, Def-2 and ", "We test on "),
        ("On the Old Rye (OR), the Abc, and the ", "On the "),
        ("We test on ", "We test on "),
        ("We, and ", "We, and "[:0]),
        ("the rye and ", "the rye and "),
        ("", ""),
    ],
)
def test_a_list_begins_with_its_first_name(before, rest):
    assert before[: list_start(before)] == rest


@pytest.mark.parametrize(
    ("behind", "rest"),
    [
        (", Abc (A) and Def corpora", " corpora"),
        (" (X) and Abc data", " data"),
        (" and rye", " and rye"),
        ("", ""),
    ],
)
def test_a_list_ends_with_its_last_name(behind, rest):
    assert behind[list_end(behind) :] == rest
