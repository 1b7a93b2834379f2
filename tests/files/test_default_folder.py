import os
from pathlib import Path

import pytest

from kg.errors import OutputError
from kg.files.default_folder import default_folder, free_folder, note_inputs


@pytest.mark.parametrize(
    ("first", "folder"),
    [
        ("papers.jsonl", "papers"),
        ("pile/papers.jsonl.gz", "papers"),
        ("2101.00001.txt", "2101.00001"),
        ("-", "stdin"),
        ("/", "build"),
        (".hidden.bib", "hidden"),
    ],
)
def test_outputs_are_called_as_the_first_input(first, folder):
    assert default_folder(Path(first)) == Path("outputs") / folder


def test_a_folder_gives_its_whole_name(tmp_path, monkeypatch):
    (tmp_path / "v1.2").mkdir()
    monkeypatch.chdir(tmp_path / "v1.2")
    assert default_folder(Path()) == Path("outputs/v1.2")
    assert default_folder(tmp_path / "v1.2") == Path("outputs/v1.2")


def test_a_folder_for_outputs_has_a_name_that_can_be_written():
    odd = Path(os.fsdecode(b"caf\xe9.jsonl"))
    assert default_folder(odd) == Path("outputs/caf\ufffd")


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A project, in it, with a.bib and a build of that where it goes by default."""
    root = tmp_path / "project"
    (root / "outputs" / "a").mkdir(parents=True)
    (root / "outputs" / "a" / "kg.duckdb").write_text("")
    monkeypatch.chdir(root)
    note_inputs(Path("outputs/a"), [Path("a.bib")])
    return root


def test_the_same_inputs_have_their_folder_again(project):
    for inputs in (["a.bib"], ["a.bib", "a.bib"], ["./a.bib"], [project / "a.bib"]):
        assert free_folder([Path(each) for each in inputs]) == Path("outputs/a")


@pytest.mark.parametrize("inputs", [["b/a.bib"], ["a.bib", "b.bib"], ["a.jsonl"]])
def test_other_inputs_do_not(project, inputs):
    with pytest.raises(OutputError, match="outputs/a: holds a build"):
        free_folder([Path(each) for each in inputs])


def test_the_order_of_inputs_is_nothing(project):
    paths = [Path("a.bib"), Path("c.bib"), Path("b.bib")]
    note_inputs(Path("outputs/a"), paths)
    assert free_folder([paths[0], *reversed(paths)]) == Path("outputs/a")


def test_inputs_are_known_where_the_project_is_now(project, tmp_path, monkeypatch):
    moved = project.rename(tmp_path / "moved")
    monkeypatch.chdir(moved)
    assert free_folder([Path("a.bib")]) == Path("outputs/a")


def test_a_folder_is_noted_from_wherever_it_was_built(project, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    note_inputs(project / "outputs" / "a", [project / "b" / "a.bib"])
    monkeypatch.chdir(project)
    assert free_folder([Path("b/a.bib")]) == Path("outputs/a")


def test_standard_input_is_never_known(project):
    folder = free_folder([Path("-")])
    assert folder == Path("outputs/stdin")
    folder.mkdir()
    (folder / "kg.duckdb").write_text("")
    note_inputs(folder, [Path("-")])
    with pytest.raises(OutputError, match="name another folder with --out"):
        free_folder([Path("-")])


@pytest.mark.parametrize("note", [None, b"", b"\xff", b"0" * 64])
def test_a_build_without_its_note_is_perhaps_of_others(project, note):
    (project / "outputs" / ".a.inputs").unlink()
    if note is not None:
        (project / "outputs" / ".a.inputs").write_bytes(note)
    with pytest.raises(OutputError, match="not known to be of the same inputs"):
        free_folder([Path("a.bib")])


def test_a_note_shows_no_path_and_none_is_made_of_other_folders(project):
    assert "a.bib" not in (project / "outputs" / ".a.inputs").read_text()
    note_inputs(Path("elsewhere/a"), [Path("a.bib")])
    note_inputs(Path("outputs/x"), [Path("a.bib")])
    notes = [path.name for path in project.rglob(".*")]
    assert notes == [".a.inputs"]
