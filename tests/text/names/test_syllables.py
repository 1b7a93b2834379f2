import pytest

from kg.text.names.syllables import split_syllables


@pytest.mark.parametrize(
    ("word", "ways"),
    [
        ("wei", {("wei",)}),
        ("weimin", {("wei", "min")}),
        ("zhuangzhi", {("zhuang", "zhi")}),
        ("lian", {("lian",), ("li", "an")}),
        ("mia", {("mi", "a")}),  # "mia" is no syllable
        ("robert", set()),
        ("", set()),
    ],
)
def test_words_of_one_or_two_syllables_of_mandarin(word, ways):
    assert split_syllables(word) == ways


@pytest.mark.parametrize("word", ["kyungsu", "hyeon", "jiyeon", "seokhwan", "minho"])
def test_syllables_of_korean(word):
    assert split_syllables(word, "korean")


def test_a_long_word_takes_no_time():
    assert not split_syllables("an" * 2000)
