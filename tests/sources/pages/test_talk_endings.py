"""Lines behind abstracts: what the model sees of them."""

import pytest

from kg.sources.pages.cue_words import load_model
from kg.sources.pages.talk_endings import is_tail, tail_cues

MODEL = load_model()


def test_names_and_numbers_are_placeholders():
    cues = tail_cues("This is with Ana Lima, in 2019, see arxiv.org/abs/1.", MODEL.idf)
    assert {"with #name", "in #year", "see #link"} <= cues
    assert not {"ana", "lima", "2019"} & cues


def test_other_names_make_no_difference():
    lines = ("I am a student at Porto.", "I am a student at Kyoto.")
    one, other = (tail_cues(line, MODEL.idf) for line in lines)
    assert one == other


@pytest.mark.parametrize(
    "line",
    [
        "",
        "   ",
        "Old glass",
        "Ana Lima (Porto)",
        "How reefs recover from the heat of summers",
        "珊瑚礁在海水变暖时会白化。我们研究了十二个珊瑚礁的恢复情况。" * 9,
        "x" * 2_000_000,
        "Ana is a professor at Porto. " * 100_000,
    ],
    ids=lambda line: line[:12],
)
def test_titles_names_and_long_lines_are_none(line):
    assert not is_tail(line, MODEL)
