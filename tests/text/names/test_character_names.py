import pytest

from kg.text.names.character_names import (
    are_several_names,
    is_character_name,
    join_character_name,
    split_character_name,
)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("陈, 思远", "陈思远"),
        ("陈，思远", "陈思远"),
        ("陈 思远", "陈思远"),
        ("思远 陈", "陈思远"),
        ("思远, 陈", "思远陈"),  # a comma is believed
        ("陈思远", "陈思远"),
        ("诸葛 明", "诸葛明"),
        ("최, 서연", "최서연"),
        ("서연 최", "최서연"),
        ("佐藤 健一", "佐藤健一"),
        ("五十嵐 さくら", "五十嵐さくら"),
    ],
)
def test_a_name_in_characters_has_its_family_name_first(written, name):
    assert is_character_name(written)
    assert join_character_name(written) == name


@pytest.mark.parametrize(
    "text",
    [
        "", "陈", "Chen", "Chen 思远", "陈思远 李文博", "陈思远, 李文博",
        "陈思远, 李文博, 何一鸣",
        "一二三四五六七八", "玛丽·居里",
    ],
)  # fmt: skip
def test_other_texts_are_no_name_in_characters(text):
    assert not is_character_name(text)


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("陈思远", ("陈", "思远")),
        ("陈远", ("陈", "远")),
        ("诸葛明", ("诸葛", "明")),
        ("남궁민", ("남궁", "민")),
        ("佐藤健一", ("佐藤", "健一")),
        ("思远 陈", ("陈", "思远")),
    ],
)
def test_characters_tell_where_a_family_name_ends(name, parts):
    assert split_character_name(name) == parts


def test_a_list_of_whole_names_is_told_from_one_name():
    assert are_several_names("陈思远、李文博；何一鸣")
    assert not are_several_names("诸葛 明")
    assert not are_several_names("陈思远")


def test_letters_of_hangul_that_are_taken_apart_are_the_same_name():
    apart = "\u1111\u1161\u11ab, \u1109\u1165"
    assert join_character_name(apart) == "판서"
