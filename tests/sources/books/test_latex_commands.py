import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.sources.books.latex_commands import read_commands, without_comments

NAMES = frozenset(["title", "author"])


def commands(text):
    return [(c.name, c.arguments) for c in read_commands(text, NAMES)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (r"\title{On mills}", [("title", ("On mills",))]),
        (r"\title*[short]{On {\em mills}}", [("title", (r"On {\em mills}",))]),
        (r"\begin{talk}{On mills}{Ann Lee} x \end{talk}",
         [("begin talk", ("On mills", "Ann Lee")), ("end talk", ())]),
        ("\\title\n {a}\n\n{b}", [("title", ("a",))]),
        (r"\titles{a} \emph{b}", []),
        (r"\title{a \} b}", [("title", (r"a \} b",))]),
        (r"\title{never closed", [("title", ())]),
        (r"\begin", []),
    ],
)  # fmt: skip
def test_commands_and_their_arguments(text, found):
    assert commands(text) == found


def test_comments_go_and_lines_stay():
    assert without_comments("a % b\n5\\% c\n%d") == "a \n5\\% c\n"


@given(st.text(alphabet="\\{}[]titleaun \n", max_size=80))
def test_any_text_is_read_in_order(text):
    places = [command.start for command in read_commands(text, NAMES)]
    assert places == sorted(places)


@pytest.mark.parametrize(
    "part", ["\\title{", "\\title[", "{", "\\begin{", "\\title{}{}"]
)
def test_hostile_repetitions_are_read(part):
    assert len(list(read_commands(part * 50_000, NAMES))) <= 50_000
