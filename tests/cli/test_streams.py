import sys

import typer

from kg.cli.streams import controlled_stream, printable_streams


def test_whatever_is_printed_is_only_shown(capsys):
    with printable_streams():
        typer.echo("a\x1b]0;b\x07\tc")
        typer.echo("\u202ed", err=True)
        sys.stderr.writelines(["e\r", "f"])
    assert capsys.readouterr() == ("a\ufffd]0;b\ufffd\tc\n", "\ufffdd\ne\ufffdf")


def test_colours_are_written_past_it(capsys):
    with printable_streams():
        controlled_stream(sys.stdout).write("\x1b[31m")
        assert not sys.stdout.isatty()
    controlled_stream(sys.stdout).write("\x1b[0m")
    assert capsys.readouterr().out == "\x1b[31m\x1b[0m"


def test_streams_are_as_before_behind_it(monkeypatch):
    before = sys.stdout
    monkeypatch.setattr(sys, "stderr", None)  # closed by whoever started us
    with printable_streams():
        assert sys.stdout is not before
        assert sys.stderr is None
    assert sys.stdout is before
