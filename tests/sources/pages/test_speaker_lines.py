import pytest

from kg.sources.pages.speaker_lines import (
    is_announced_later,
    names_speaker_with_place,
    speaker_start,
)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Ann Lee, University of Cambridge", True),
        ("Ann Lee (TU Munich)", True),
        ("Ann Lee – Universidad de Chile", True),
        ("Ann B. Lee, Institute of Mathematics, Academy of Sciences", True),
        ("Ann Lee", False),
        ("Deep Learning – a survey", False),
        ("Lund University, Faculty of Law, Sweden", False),
        ("Random Walks, and why they return", False),
        ("Lee, University of Cambridge", False),
        ("We ask, at the University of Cambridge, how mills turn", False),
        ("", False),
    ],
)
def test_a_name_before_an_institution_is_a_speaker(line, names):
    assert names_speaker_with_place(line) is names


@pytest.mark.parametrize(
    "text",
    ["TBA", "t.b.d.", "(To be announced)", "Title to be confirmed", "—", "", "N.N.",
     "à venir", "Wird noch bekannt gegeben.", "por confirmar",
     "Abstract is to follow"],
)  # fmt: skip
def test_what_is_to_be_announced_is_told(text):
    assert is_announced_later(text)


@pytest.mark.parametrize("text", ["To be or not to be", "Mills", "TBA models"])
def test_what_says_something_is_not(text):
    assert not is_announced_later(text)


@pytest.mark.parametrize(
    ("line", "speaker"),
    [
        ("October 3: David Lee (MIT)", "David Lee (MIT)"),
        ("Tue 12.03., 14:00 – David Lee", "David Lee"),
        ("10:15 - 11:00 Maria Roe", "Maria Roe"),
        ("3 May\tMaria Roe, Lund University", "Maria Roe, Lund University"),
        ("1 Lund University, Sweden", None),
        ("12:00 Lunch Break", None),
        ("Lecture: Random Walks", None),
        ("Maria Roe", None),
        ("", None),
    ],
)
def test_a_speaker_behind_a_date(line, speaker):
    start = speaker_start(line)
    assert (line[start:] if start else None) == speaker
