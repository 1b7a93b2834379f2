"""Marked documents on terminals that know colours, and on those that do not."""

import re

import pytest

from kg.cli.console import choose_progress, print_note, print_remarks, show, show_marked
from kg.cli.streams import printable_streams
from kg.query.answers import DocumentEvidence, Expert, Quote, Step
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
    with printable_streams():
        print_remarks([Remark("a.bib", 3, "broken\x1b"), Remark("b.txt", None, "odd")])
    assert capsys.readouterr() == ("", "a.bib:3: broken\ufffd\nb.txt: odd\n")


def test_a_remark_on_a_file_of_any_name_is_one_line(capsys):
    print_remarks([Remark("a\x1b.bib\nerror: b", 3, "broken")])
    assert capsys.readouterr().err == "a\ufffd.bib error: b:3: broken\n"


def test_a_quiet_note_is_none(capsys):
    print_note("odd", quiet=True)
    print_note("said")
    assert capsys.readouterr() == ("", "said\n")


def test_rows_in_words_have_no_none_and_joined_lists(capsys):
    rows = [Step("e", "n", "work", None, ("d1", "d2"))]
    show(rows, "{name}|{edge}|{documents}", as_json=False, quiet=False)
    assert capsys.readouterr().out == "n||d1, d2\n"


@pytest.mark.parametrize(
    ("first_line", "quote", "line"),
    [
        (4, Quote(3, 6, "Ada", line=7), "s.txt:8|said"),
        (4, Quote(0, 3, "Ada", field="authors.0"), "s.txt:5|said"),
        (None, Quote(0, 3, "Ada", field="authors.0"), "s.txt:d|said"),
    ],
)
def test_evidence_says_where_it_stands(capsys, first_line, quote, line):
    row = DocumentEvidence("d", "s.txt", first_line, None, None, (quote,), "said")
    show([row], "{place}|{sentence}", as_json=False, quiet=False)
    assert capsys.readouterr().out == f"{line}\n"


def test_evidence_without_a_sentence_quotes_its_fields(capsys):
    quotes = (
        Quote(0, 3, "Ada", field="authors.0"),
        Quote(None, None, "T", field="title"),
    )
    row = DocumentEvidence("d", "s", None, None, None, quotes, None)
    show([row], "{sentence}", as_json=False, quiet=False)
    assert capsys.readouterr().out == "authors.0: Ada; title: T\n"


def test_json_is_one_value_with_letters_as_they_are(capsys):
    show([Expert("e", "Núñez", 0.5, ())], "", as_json=True, quiet=False)
    assert '"name": "Núñez"' in capsys.readouterr().out


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"quiet": True, "verbose": False}, ""),
        ({"quiet": False, "verbose": False}, ""),
        ({"quiet": False, "verbose": True}, "stage: 3\n"),
    ],
)
def test_stages_pass_unchanged_however_they_are_shown(capsys, options, said):
    progress = choose_progress(**options)
    assert list(progress("stage", iter("abc"), 3)) == ["a", "b", "c"]
    assert capsys.readouterr() == ("", said)


def test_a_stage_of_nothing_is_counted(capsys):
    assert list(choose_progress(quiet=False, verbose=True)("stage", [], 0)) == []
    assert capsys.readouterr().err == "stage: 0\n"
