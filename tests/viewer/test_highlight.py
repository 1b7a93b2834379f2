"""Marks in a text: each mention shown once, nothing shown that is obeyed."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.records import Document, Extraction, Mention, Section
from kg.viewer.highlight import location, mark_mentions, plain_lines, split_at_marks

TEXT = "On the Adam Smith model\nby Eve Adams"


def _document(text=TEXT, **fields):
    fields = {"first_line": 3, "last_line": 4} | fields
    return Document("d", "talks.txt", text, (Section(0, len(text), "body"),), **fields)


def _mention(start, end, kind="method", score=0.5, field="text", text=TEXT):
    words = text[start:end]
    return Mention(start, end, kind, words, words, score=score, field=field)


def _marked(*mentions, **fields):
    return mark_mentions(Extraction(_document(**fields), mentions))


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, "talks.txt:4-5"),
        ({"last_line": 3}, "talks.txt:4"),
        ({"first_line": None, "last_line": None, "record_line": 7}, "talks.txt:7"),
        ({"first_line": None, "last_line": None}, "talks.txt:d"),
    ],
)
def test_a_place_is_told_as_editors_count(fields, words):
    assert location(_document(**fields)) == words


def test_a_document_in_plain_text():
    marked = _marked(
        _mention(7, 23, score=0.91),
        _mention(27, 36, "person", 1.0),
        _mention(0, 9, "person", 1.0, field="authors.0", text="Eve Adams"),
        title="On the Adam\nSmith model",
    )
    assert list(plain_lines(marked)) == [
        "talks.txt:4-5  On the Adam Smith model",
        "On the [Adam Smith model|method 0.91]",
        "by [Eve Adams|person 1.00]",
        "  authors.0: [Eve Adams|person 1.00]",
    ]


def test_words_of_a_mark_stay_on_one_line():
    lines = list(plain_lines(_marked(_mention(18, 26))))
    assert lines[1:] == ["On the Adam Smith [model by|method 0.50] Eve Adams"]


def test_of_overlapping_mentions_the_longest_is_marked_and_the_rest_listed():
    inner, outer = _mention(7, 17, "person", 0.99), _mention(7, 23, "method", 0.4)
    marked = _marked(inner, outer)
    assert marked.marks == (outer,)
    assert (
        list(plain_lines(marked))[-1] == "  characters 7-17: [Adam Smith|person 0.99]"
    )


@pytest.mark.parametrize("order", [1, -1])
def test_of_equals_the_most_certain_is_marked_whatever_the_order(order):
    one, other = _mention(7, 17, "person", 0.3), _mention(7, 17, "method", 0.6)
    assert _marked(*[one, other][::order]).marks == (other,)


@pytest.mark.parametrize(("start", "end"), [(5, 5), (30, 99), (-4, 3)])
def test_what_cannot_be_marked_is_listed(start, end):
    odd = _mention(start, end)
    assert _marked(odd).marks == ()
    assert _marked(odd).unmarked == (odd,)


@pytest.mark.parametrize(
    "harmful", ["\x1b", "\x07", "\x00", "\x9b", "\u202e", "\u2066", "\ud800"]
)
def test_what_a_terminal_would_obey_is_not_shown(harmful):
    text = f"Ada{harmful} Byron"
    field = _mention(0, len(text), "person", field="authors.0", text=text)
    marked = _marked(field, _mention(0, 4, text=text), text=text, title=text)
    shown = "\n".join(plain_lines(marked))
    assert harmful not in shown
    assert shown.count("\ufffd") == 3
    assert shown.encode("utf-8")


@given(
    st.text(max_size=30),
    st.lists(
        st.tuples(st.integers(0, 30), st.integers(0, 30), st.floats(0, 1)), max_size=8
    ),
)
def test_each_mention_is_shown_once_and_the_text_whole(text, places):
    mentions = {
        _mention(start, end, score=score, text=text) for start, end, score in places
    }
    marked = _marked(*mentions, text=text)
    assert sorted([*marked.marks, *marked.unmarked]) == sorted(mentions)
    assert "".join(words for words, _ in split_at_marks(marked)) == marked.text
    ends = [(m.start, m.end) for m in marked.marks]
    assert all(a[1] <= b[0] for a, b in pairwise(ends))
