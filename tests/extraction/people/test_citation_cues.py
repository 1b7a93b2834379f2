import re

import pytest

from kg.extraction.people import citation_cues as cues


@pytest.mark.parametrize(
    ("pattern", "holds", "fails"),
    [
        (cues.ET_AL, ", et al.", " and others"),
        (cues.YEAR, " (2019)", " 20190"),
        (cues.YEAR, " (ICML 2019)", " (see below)"),
        (cues.YEAR_IN_PARENTHESES, " [2019a]", " 2019"),
        (cues.SHORT_YEAR, ", 20]", ", 20 of"),
        (cues.NUMBER_IN_BRACKETS, " [12]", " (12)"),
        (cues.VERB, " recently proposed", " of course"),
        (cues.POSSESSIVE, "'s idea", " is"),
        (cues.NO_TERM, ", and", " kernel"),
        (cues.HUMAN_VERB, " proved that", " found in"),
        (cues.ABBREVIATED, " (LCT)", " (see)"),
    ],
)
def test_what_stands_behind_a_name(pattern, holds, fails):
    assert pattern.match(holds)
    assert not pattern.match(fails)


@pytest.mark.parametrize(
    ("pattern", "holds", "fails"),
    [
        (cues.BRACKET, "as in [", "as in "),
        (cues.CITED_IN, "(see ", "the "),
        (cues.BY, "introduced by ", "stands by "),
        (cues.DUE, "is due to ", "led to "),
        (cues.OF, "the work of ", "the city of "),
        (cues.RESULT_OF, "a theorem of ", "a day of "),
        (cues.FOLLOWING, "Following ", "followed "),
        (cues.STYLE, "in the spirit of ", "in the midst of "),
        (cues.THEOREM_BY, "a theorem by ", "stands by "),
        (cues.LED_TO, "by ", "the "),
    ],
)
def test_what_stands_before_a_name(pattern, holds, fails):
    assert pattern.search(holds)
    assert not pattern.search(fails)


@pytest.mark.parametrize(
    "group",
    [
        "Kowalski",
        "A. Kowalski and B. Novak",
        "Kowalski, Novak & van der Berg",
        "Li–Roe",
    ],
)
def test_groups_of_names(group):
    assert cues.GROUP.fullmatch(group)


def test_groups_do_not_begin_within_a_word_or_link():
    assert cues.GROUP.search("x@Kowalski") is None


@pytest.mark.parametrize("name", ["A. Kowalski", "A. B. van Dijk"])
def test_names_with_initials(name):
    assert cues.INITIALLED.match(name)
    assert re.search(cues.SEVERAL, name)
