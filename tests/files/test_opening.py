import gzip
import io

import pytest

from kg.errors import SourceError
from kg.files.opening import (
    STDIN,
    binary_stdin,
    open_bytes,
    open_data,
    open_file,
    open_stdin,
    open_text,
    read_text,
)

TEXT = "Les réseaux étudiés\nconvergent très vite, même sans régularité.\n"


@pytest.fixture
def path(tmp_path):
    return tmp_path / "x.txt"


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_a_file_and_its_bytes_are_read_the_same(path, pack):
    path.write_bytes(pack(TEXT.encode()))
    file = open_file(path, name="x", max_bytes=999)
    assert (file.text(), file.name) == (TEXT, "x")
    data = open_bytes(path, max_bytes=999)
    assert data == path.read_bytes()
    assert open_data(data, name="x").text() == TEXT
    assert read_text(data, max_bytes=999) == (TEXT, (), True)


def test_a_folder_and_a_large_file_are_refused(path):
    path.write_text(TEXT)
    with pytest.raises(SourceError, match="neither a file"):
        open_file(path.parent, name="x", max_bytes=999)
    with pytest.raises(SourceError, match="larger than 9 bytes"):
        open_bytes(path, max_bytes=9)


def test_a_missing_file_is_refused(path):
    with pytest.raises(SourceError, match="no such file"):
        open_file(path, name="x", max_bytes=999)


def test_a_file_that_cannot_be_read_is_refused(path, monkeypatch):
    path.write_text("x")

    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(type(path), "open", refuse)
    with pytest.raises(SourceError, match="permission denied"):
        open_file(path, name="x", max_bytes=99).text()


def test_plain_text_is_no_markup():
    with pytest.raises(SourceError, match="HTML"):
        read_text(b"<!DOCTYPE html><p>x", max_bytes=999)


def test_text_in_memory_is_never_taken_for_another_encoding():
    assert open_text("PK\x03\x04\0é", name="x").text() == "PK\x03\x04\0é"


def test_standard_input_is_a_file_that_can_be_read_twice(monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    with open_stdin(max_bytes=999) as file:
        assert file.head().text == file.text() == TEXT
        assert file.name == STDIN


def test_a_closed_standard_input_is_refused(monkeypatch):
    monkeypatch.setattr("sys.stdin", None)
    with pytest.raises(SourceError, match="closed"), open_stdin(max_bytes=9):
        pass
    with pytest.raises(SourceError, match="closed"):
        binary_stdin()


def test_a_standard_input_that_cannot_be_read_is_refused(monkeypatch):
    class Folder(io.RawIOBase):
        def read(self, *_):
            raise IsADirectoryError(21, "Is a directory")

    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(Folder()))
    with (
        pytest.raises(SourceError, match="cannot be read: is a directory"),
        open_stdin(max_bytes=9),
    ):
        pass
