from pathlib import Path

import pytest

from kg.cli.outputs import (
    free_path,
    is_stdout,
    print_pieces,
    refuse_existing,
    write_file,
    write_files,
)
from kg.errors import OutputError


def test_only_a_dash_is_standard_output():
    assert is_stdout(Path("-"))
    assert not is_stdout(Path("./-x"))


def test_pieces_are_printed_as_they_are(capsys):
    print_pieces(["a", "b\n"])
    assert capsys.readouterr().out == "ab\n"


@pytest.mark.parametrize(("quiet", "said"), [(True, ""), (False, "x.txt.edited")])
def test_what_was_kept_is_said(tmp_path, capsys, quiet, said):
    path = tmp_path / "x.txt"
    path.write_text("mine")
    write_file(path, lambda made: made.write_text("new"), quiet=quiet)
    assert said in capsys.readouterr().err
    assert path.read_text() == "new"


def test_an_error_leaves_what_stood_there(tmp_path):
    path = tmp_path / "x.txt"
    path.write_text("mine")

    def fail(folder):
        (folder / "x.txt").write_text("half")
        raise OutputError("full")

    with pytest.raises(OutputError, match="full"):
        write_files(tmp_path, fail, quiet=True)
    assert [each.read_text() for each in tmp_path.iterdir()] == ["mine"]


def test_a_link_that_leads_nowhere_is_not_replaced_either(tmp_path):
    (tmp_path / "x").symlink_to("nowhere")
    with pytest.raises(OutputError, match="do so"):
        refuse_existing(tmp_path / "x", advice="do so")
    refuse_existing(tmp_path / "y", advice="do so")


def test_a_name_of_ours_is_given_while_it_is_free(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    path = free_path("all.svg", option="--out")
    assert path == Path("all.svg")
    path.touch()
    with pytest.raises(OutputError, match=r"name it with --out all\.svg, or another"):
        free_path("all.svg", option="--out")
