from hypothesis import given
from hypothesis import strategies as st

from kg.records import Mention
from kg.text.mentions import mentions_within, up_to_next

PLACES = st.integers(0, 30)


def _mentions(starts):
    return [Mention(n, n + 3, "concept", "abc", "abc") for n in sorted(starts)]


def test_what_begins_at_the_end_is_outside_and_what_ends_behind_it_is_not():
    found = mentions_within(_mentions([0, 2, 4, 6]), 2, 6)
    assert [mention.start for mention in found] == [2, 4]


@given(st.lists(PLACES), PLACES, PLACES)
def test_the_mentions_are_those_that_a_look_at_each_finds(starts, start, end):
    mentions = _mentions(starts)
    expected = [mention for mention in mentions if start <= mention.start < end]
    assert mentions_within(mentions, start, end) == expected


def test_what_is_between_a_mention_and_the_next_is_behind_it():
    first, second = _mentions([0, 4])
    assert list(up_to_next([first, second], 9)) == [(first, 4), (second, 9)]
    assert list(up_to_next([], 9)) == []
