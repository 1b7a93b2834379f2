"""Lines that list people, and lines that only look so."""

import pytest

from kg.text.names.name_lines import lists_people, lower_case_words

PAGE = lower_case_words(
    "Where vision meets language, games are played by images and a pattern of behavior "
    "is found; the economic side of computing is a matter of signal and speech."
)


@pytest.mark.parametrize(
    "line",
    [
        "Özkan, Elif, van der Berg, Jan",
        "Ana Lima and Rui Costa",
        "王, 伟, 李, 娜",
        "Young, Ada, Price, Tom",
        "Lima, A. B., Costa, R.",
        "OKORO, ADA, LIMA, RUI",
    ],
)
def test_lists_of_people(line):
    assert lists_people(line, small=PAGE)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Elif Özkan",
        "Games and Economic Behavior",
        "Computing, Vision, Language",
        "IEEE Signal and Speech Letters",
        "How reefs recover, and why",
    ],
)
def test_other_lines(line):
    assert not lists_people(line, small=PAGE)


def test_small_words_are_whole_words():
    assert lower_case_words("An eel, eels and McCoys in 3d") == {"eel", "eels", "and"}
