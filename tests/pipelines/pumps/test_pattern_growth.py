import re

import pytest

from pipelines.pumps import pattern_growth
from pipelines.pumps.found_patterns import FoundPattern
from pipelines.pumps.pattern_growth import (
    SUPER_LINEAR,
    growth_on,
    package_patterns,
    scan,
    worst_growth,
)
from pipelines.pumps.pumped_strings import Pump


def _growth(pattern, *methods):
    known = frozenset(methods or ("search",))
    return worst_growth(FoundPattern("here", re.compile(pattern), known)).ratio


@pytest.mark.parametrize(
    "slow",
    [
        r"\s+$",  # square
        r"[(\[]([A-Za-z]*[A-Z][A-Za-z-]*[A-Z][A-Za-z]*?)s?[)\]]",  # cubic
        r"(?:both|all|both)+x",  # exponential
    ],
)
def test_a_slow_pattern_is_told(slow):
    assert _growth(slow) > SUPER_LINEAR


def test_a_pattern_that_is_never_searched_for_is_not_tried_everywhere():
    assert _growth(r"\s+x", "match") < SUPER_LINEAR < _growth(r"\s+x", "search")


def test_a_string_that_takes_no_time_is_not_measured():
    found = FoundPattern("here", re.compile("a"))
    assert growth_on(found, Pump("", "b", "")).seconds == (0.0,)
    scan(FoundPattern("here", re.compile(b"a")), "aé")


def test_every_pattern_of_the_package_takes_linear_time():
    patterns = package_patterns()
    assert len(patterns) > 400
    suspects = [
        each for each in patterns if worst_growth(each, most=40).ratio > SUPER_LINEAR
    ]
    # What another process has disturbed once is asked again.
    slow = [each for each in suspects if worst_growth(each).ratio > SUPER_LINEAR]
    assert [each.where for each in slow] == []


def test_the_table_has_the_slow_ones_and_their_count(monkeypatch, capsys):
    slow = FoundPattern("here", re.compile(r"\s+$"), frozenset({"search"}))
    monkeypatch.setattr(pattern_growth, "package_patterns", lambda: [slow])
    pattern_growth.main(all_patterns=False)
    first, last = capsys.readouterr().out.splitlines()
    assert "here" in first
    assert last == "1 of 1 patterns are super-linear on some string"
