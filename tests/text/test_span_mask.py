import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.text.span_mask import SpanMask

SPANS = st.lists(
    st.tuples(st.integers(0, 30), st.integers(0, 30)).map(sorted), max_size=6
)


def test_a_span_is_added_once():
    mask = SpanMask(0, 10)
    assert mask.add(2, 5)
    assert not mask.add(4, 6)
    assert mask.add(5, 6)


@pytest.mark.parametrize(
    ("span", "touches", "covers"),
    [
        ((2, 4), True, True),
        ((1, 3), True, False),
        ((4, 6), False, False),
        ((3, 3), False, True),
    ],
)
def test_what_touches_and_what_covers(span, touches, covers):
    mask = SpanMask(0, 10, [(2, 4)])
    assert mask.touches(*span) is touches
    assert mask.covers(*span) is covers


def test_what_lies_outside_is_neither_covered_nor_added():
    mask = SpanMask(5, 10, [(0, 7)])
    assert mask.covers(5, 7)
    assert not mask.covers(4, 7)
    assert not mask.touches(0, 5)


def test_a_released_span_is_free():
    mask = SpanMask(0, 10, [(0, 10)])
    mask.release(3, 5)
    assert not mask.touches(3, 5)
    assert mask.covers(0, 3)
    assert mask.add(3, 5)


@given(SPANS, SPANS)
def test_a_mask_is_a_set_of_characters(marked, released):
    mask = SpanMask(0, 30, marked)
    for span in released:
        mask.release(*span)
    characters = {c for a, b in marked for c in range(a, b)}
    characters -= {c for a, b in released for c in range(a, b)}
    for place in range(30):
        assert mask.touches(place, place + 1) is (place in characters)
