"""A window on a text in pieces."""

import re

import pytest

from kg.sources.records.xml.text_window import TextWindow


def test_offsets_hold_while_the_text_is_read_on():
    window = TextWindow(["one\ntw", "o\nfo", "ur"])
    start, found = window.find(re.compile("fou+r"), 0, 100)
    assert (start, found[0], window.line) == (8, "four", 1)
    assert (window.take(8), window.line, window.peek(0, 4)) == (
        "one\ntwo\n",
        3,
        "four",
    )


def test_no_more_is_read_than_asked():
    window = TextWindow(["a" * 10, "b" * 10, "c"])
    assert window.find(re.compile("c"), 0, 5) is None
    assert len(window) == 10
    assert window.find_mark("c", 0, 15) is None
    assert len(window) == 20
    assert window.find_mark("c", 0, 20) == 21


@pytest.mark.parametrize("size", [1, 2, 3, 7])
def test_a_mark_may_be_cut(size):
    text = "one --> two --> three"
    window = TextWindow(text[n : n + size] for n in range(0, len(text), size))
    assert window.find_mark("-->", 0, 100) == 7
    assert window.find_mark("-->", 7, 100) == 15
    window.take(10)
    assert window.find_mark("-->", 0, 100) == 5
    assert window.find_mark("-->", 5, 100) is None
    assert window.find_mark("-->", 6, 100) is None


def test_the_last_of_a_mark():
    window = TextWindow(["<a><b>"])
    window.read_on()
    assert (window.rfind(">", 5), window.rfind("c", 5), window.read_on()) == (
        2,
        -1,
        False,
    )
