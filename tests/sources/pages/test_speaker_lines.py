import pytest

from kg.sources.pages.speaker_lines import is_announced_later, names_speaker_with_place


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Ann Lee, University of Cambridge", True),
        ("Ann Lee (TU Munich)", True),
        ("Ann Lee – Universidad de Chile", True),
        ("Ann B. Lee, Institute of Mathematics, Academy of Sciences", True),
        ("Ann Lee", False),
        ("Deep Learning – a survey", False),
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
