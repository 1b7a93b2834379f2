import os
from pathlib import Path

import pytest

from kg.errors import SourceError
from kg.sources.input_files import find_files, printable_name


@pytest.fixture
def folder(tmp_path):
    for name in ("b.txt", "a.bib", "sub/c.txt", ".hidden", "README.md", "x.py"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x")
    return tmp_path


def names(paths):
    files, remarks = find_files(paths)
    return [file.name for file in files], [remark.reason for remark in remarks]


def test_a_folder_is_searched_for_what_could_be_data(folder):
    assert names([folder]) == (["a.bib", "b.txt", "c.txt"], [])


def test_settings_that_may_be_data_are_named(folder):
    for name in ("papers.yaml", "sub/talks.toml", ".ci.yml"):
        (folder / name).write_text("x")
    found, reasons = names([folder])
    assert found == ["a.bib", "b.txt", "c.txt"]
    said = " ".join(reasons)
    assert ("papers.yaml;" in said, "talks.toml;" in said, len(reasons)) == (
        True,
        True,
        2,
    )


def test_a_folder_of_settings_alone_has_no_file_to_read(tmp_path):
    for number in range(7):
        (tmp_path / f"{number}.yml").write_text("x")
    found, reasons = names([tmp_path])
    assert (found, len(reasons)) == ([], 2)
    assert "4.yml and 2 more;" in " ".join(reasons)


def test_what_is_named_outright_is_tried(folder):
    assert names([folder / "README.md", folder / ".hidden"])[0] == [
        ".hidden",
        "README.md",
    ]


def test_a_file_stands_once_however_it_is_reached(folder):
    (folder / "z.bib").symlink_to(folder / "a.bib")
    (folder / "sub" / "loop").symlink_to(folder)
    paths = [folder, folder / "a.bib", folder / "sub"]
    assert names(paths) == names(paths[::-1]) == (["a.bib", "b.txt", "c.txt"], [])


def test_what_a_build_left_is_passed_over(folder):
    out = folder / "out"
    out.mkdir()
    (out / "kg.duckdb").write_text("")
    (out / "documents.jsonl").write_text("{}")
    assert names([folder]) == (["a.bib", "b.txt", "c.txt"], [])
    found, (reason,) = names([out])
    assert not found
    assert "what a build of kg left" in reason


def test_what_lies_beside_a_build_is_read_and_said(folder):
    for name in ("kg.duckdb", "kg.duckdb.wal", "nodes.csv", "nodes.csv.edited-2"):
        (folder / name).write_text("x")
    (folder / "decisions.csv").write_text("x")
    files, (remark,) = find_files([folder])
    assert [file.name for file in files] == ["a.bib", "b.txt", "c.txt"]
    assert (remark.source, remark.lost) == (folder.name, False)
    assert "a build of kg" in remark.reason


def test_a_table_beside_no_build_is_read(folder):
    (folder / "nodes.csv").write_text("x")
    assert "nodes.csv" in names([folder])[0]


def test_a_folder_that_cannot_be_listed_costs_only_itself(folder, monkeypatch):
    # Permission bits do not stop root, so the system's answer is given here.
    listed = type(folder).iterdir

    def refuse(path):
        if path.name == "sub":
            raise PermissionError(13, "Permission denied")
        return listed(path)

    monkeypatch.setattr(type(folder), "iterdir", refuse)
    files, (remark,) = find_files([folder])
    assert [file.name for file in files] == ["a.bib", "b.txt"]
    assert (remark.source, remark.lost) == ("sub", True)
    assert names([folder / "sub"]) == ([], ["cannot be listed: permission denied"])


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (lambda path: None, "no such file"),
        (lambda path: path.symlink_to("nowhere"), "leads nowhere"),
        (lambda path: path.symlink_to(path), "cannot be read"),
    ],
)
def test_a_path_to_nothing_is_an_error_that_says_why(folder, make, reason):
    path = folder / "sub" / "odd"
    make(path)
    with pytest.raises(SourceError, match=f"odd: .*{reason}"):
        find_files([folder, path, path])


@pytest.mark.parametrize(
    ("make", "reason"),
    [(os.mkfifo, "neither a file nor a folder"), (os.mkdir, "without any file")],
)
def test_a_path_without_a_file_says_why(folder, make, reason):
    path = folder / "sub" / "odd"
    make(path)
    files, (remark,) = find_files([folder / "a.bib", path, path])
    assert [file.name for file in files] == ["a.bib"]
    assert (remark.source, remark.lost) == (str(path), True)
    assert reason in remark.reason


def test_every_path_to_nothing_is_named():
    with pytest.raises(SourceError, match=r"(?s)one\.bib: no such.*two: no such"):
        find_files([Path("one.bib"), Path("two")])


def test_names_can_be_written(tmp_path):
    assert printable_name(tmp_path / os.fsdecode(b"caf\xe9.txt")) == "caf\ufffd.txt"
