"""Marked documents on terminals that know colours, and on those that do not."""

import re

import pytest

from kg.cli.console import complain, show_marked
from kg.records import Document, Extraction, Mention, Remark, Section
from kg.viewer.highlight import mark_mentions

TEXT = "We use [bold]least squares[/bold] and so on, :smile: on lines that are too long"


@pytest.fixture
def marked():
    document = Document("d", "t.txt", TEXT, (Section(0, len(TEXT), "body"),), 0, 0)
    start = TEXT.index("least")
    words = "least squares"
    author = Mention(0, 3, "person", "A\x1bB", "AB", field="authors.0")
    squares = Mention(start, start + 13, "method", words, words, score=0.876)
    return mark_mentions(Extraction(document, (squares, author)))


@pytest.fixture
def coloured(monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.setenv("COLUMNS", "50")
    monkeypatch.delenv("NO_COLOR", raising=False)


def test_a_terminal_gets_colours_and_wrapped_lines(coloured, marked, capsys):
    show_marked([marked])
    shown = capsys.readouterr().out
    assert "48;2;0;158;115mleast squares\x1b[0m" in shown  # the green of methods
    plain = re.sub(r"\x1b\[[0-9;]*m", "", shown)
    assert "least squares method 0.88" in " ".join(plain.split())
    assert "[bold]" in plain
    assert ":smile:" in plain
    assert "\x1b" not in plain
    assert max(map(len, plain.splitlines())) <= 50
    legend = plain.split("\n")[0].split()
    assert legend == ["person", "institution", "method", "concept"]


@pytest.mark.parametrize(
    "setting", [("NO_COLOR", "1"), ("TERM", "dumb"), ("FORCE_COLOR", "")]
)
def test_without_colours_mentions_are_bracketed(
    coloured, marked, monkeypatch, capsys, setting
):
    monkeypatch.setenv(*setting)
    show_marked([marked])
    lines = capsys.readouterr().out.splitlines()
    assert "\x1b" not in "".join(lines)
    assert lines[2:] == [
        "t.txt:1",
        TEXT.replace("least squares", "[least squares|method 0.88]"),
        "  authors.0: [A\ufffdB|person 1.00]",
    ]


def test_remarks_go_to_standard_error(capsys):
    complain([Remark("a.bib", 3, "broken\x1b"), Remark("b.txt", None, "odd")])
    assert capsys.readouterr() == ("", "a.bib:3: broken\ufffd\nb.txt: odd\n")
