import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extraction.abbreviations.long_forms import (
    CERTAIN,
    long_form_before,
    long_form_start,
)


def _before(text, short, **options):
    start = text.index(f"({short}") + 1
    pair = long_form_before(text, start - 1, (start, start + len(short)), **options)
    return pair and text[pair[2] : pair[3]]


@pytest.mark.parametrize(
    ("text", "short", "long_form"),
    [
        ("we use optimal transport (OT)", "OT", "optimal transport"),
        ("It fails. Optimal transport (OT)", "OT", "Optimal transport"),
        ("the corrected QT interval (QTc)", "QTc", "corrected QT interval"),
        ("a 2,6-diaminopurine (DAP)", "DAP", "2,6-diaminopurine"),
        ("variational inference (VI)", "VI", "variational inference"),
        ("the fourth type (IV)", "IV", None),
        ("we saw deep nets (XYZ)", "XYZ", None),
    ],
)
def test_the_long_form_before_a_bracket(text, short, long_form):
    assert _before(text, short) == long_form


def test_a_long_form_does_not_cross_a_sentences_end():
    assert _before("optimal. Transport (OT)", "OT") is None


def test_it_begins_no_earlier_than_allowed():
    assert _before("optimal transport (OT)", "OT", reach=8) is None


def test_a_bound_makes_it_stricter():
    text = "optional transportation (OTP)"
    assert _before(text, "OTP") is not None
    assert _before(text, "OTP", bound=CERTAIN) is None


def test_the_start_is_an_offset_into_the_text():
    text = "see local flow nets"
    assert long_form_start(text, 0, len(text), "LFN") == text.index("local")
    assert long_form_start(text, 0, len(text), "LFX") is None
    assert long_form_start("", 0, 0, "LFN") is None


@given(st.text(alphabet="local fwnetsLFN-., ", max_size=50))
def test_a_start_lies_within_and_begins_a_word(text):
    start = long_form_start(text, 0, len(text), "LFN")
    assert start is None or text[start].isalnum()
