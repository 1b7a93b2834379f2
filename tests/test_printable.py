import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.printable import (
    printable,
    printable_json,
    printable_line,
    printable_message,
)

# What a terminal obeys, and what turns text around, by name.
HARMFUL = {
    "title": "\x1b]0;OWNED\x07",
    "colour": "\x1b[31m",
    "return": "safe\rforged",
    "backspace": "a\b\b",
    "C1 control sequence": "\x9b2J",
    "C1 command": "\x9d0;OWNED\x9c",
    "next line": "\x85",
    "right to left": "\u202egpj.exe",
    "isolate": "\u2066\u2069",
    "mark": "\u200e\u200f\u061c",
    "delete": "\x7f",
    "NUL": "\0",
    "surrogate": "\udc9b",
}
SHOWN = "tab\tline\nZoë 张\u200d\u200c\u0301\u3000🧪"


@pytest.mark.parametrize("text", HARMFUL.values(), ids=HARMFUL)
def test_nothing_harmful_is_left(text):
    signs = {sign for sign in text if not sign.isprintable()}
    shown = printable(text)
    assert not signs & set(shown)
    assert len(shown) == len(text)
    assert not signs & set(printable_json([text]))


def test_words_and_their_marks_stay():
    assert printable(SHOWN) == SHOWN
    assert printable_line(SHOWN) == SHOWN.replace("\t", " ").replace("\n", " ")


@pytest.mark.parametrize("text", HARMFUL.values(), ids=HARMFUL)
def test_a_message_shows_its_place_on_one_line(text):
    name = f"a\n{text}"
    place = printable_line(name)
    assert printable_message(name, 3, text) == f"{place}:3: {printable(text)}"
    assert printable_message(name, None, "odd") == f"{place}: odd"
    assert "\n" not in place


@given(st.text(st.characters()))
def test_json_is_read_back_as_it_was(text):
    shown = printable_json({text: [text]}, indent=2)
    assert printable(shown) == shown
    assert json.loads(shown) == {text: [text]}
