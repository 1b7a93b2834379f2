import re

import pytest

from pipelines.pumps.pumped_strings import Pump, make_pumps


@pytest.mark.parametrize(
    ("pattern", "repeated"),
    [
        (r"\s*$", " "),
        (r"[(\[]([A-Za-z]*[A-Z][A-Za-z]*)[)]", "A"),
        (r"(?:both|also)+x", "both"),
        (r"(?:['ʼ]\w{2,})*", "ʼaa"),
        (r"\d{1,9}z", "0"),
        (r"(?P<a>x)+?(?>y*)", "x"),
        (rb"[\x80-\xff]+a", "\x80"),
    ],
)
def test_what_a_pattern_repeats_is_repeated(pattern, repeated):
    assert repeated in {pump.again for pump in make_pumps(re.compile(pattern))}


def test_what_stands_before_is_repeated_too():
    pumps = make_pumps(re.compile(r"hal-[\w-]+\.org"))
    assert any("hal-a" in pump.again for pump in pumps)


def test_of_many_pumps_as_many_as_are_wanted_are_taken_from_all_over():
    pattern = re.compile("|".join(f"{a}[xyz]+q" for a in "abcdefgh"))
    every, some = make_pumps(pattern, 10_000), make_pumps(pattern, 20)
    assert len(some) <= 20 < len(every)
    assert every.index(some[-1]) > len(every) // 2


def test_a_string_has_about_as_many_characters_as_asked():
    assert Pump("(", "ab", "!").string(10) == "(ababababab!"
    assert Pump("", "abc", "").string(1) == "abc"
