import os

import pytest

from kg.sources.input_files import find_files, printable, printable_name


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
    assert names([folder])[0] == ["a.bib", "b.txt", "c.txt"]
    found, (reason,) = names([out])
    assert not found
    assert "what a build of kg left" in reason


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (lambda path: None, "no such file"),
        (lambda path: path.symlink_to("nowhere"), "leads nowhere"),
        (lambda path: path.symlink_to(path), "cannot be read"),
        (os.mkfifo, "neither a file nor a folder"),
        (os.mkdir, "without any file"),
    ],
)
def test_a_path_to_nothing_says_why(tmp_path, make, reason):
    path = tmp_path / "odd"
    make(path)
    files, (remark,) = find_files([path, path])
    assert files == []
    assert remark.lost
    assert reason in remark.reason


def test_names_can_be_written(tmp_path):
    name = os.fsdecode(b"caf\xe9.txt")
    assert printable(name) == printable_name(tmp_path / name) == "caf\ufffd.txt"
