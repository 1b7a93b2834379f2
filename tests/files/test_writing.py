import pytest

from kg.errors import OutputError
from kg.files.writing import CHUNK, write_text


def test_pieces_are_joined_and_folders_made(tmp_path):
    path = tmp_path / "deep" / "x.txt"
    write_text(path, ("é\n" for _ in range(CHUNK + 1)))
    assert path.read_bytes() == "é\n".encode() * (CHUNK + 1)
    assert list(path.parent.iterdir()) == [path]


def test_an_error_while_pieces_are_made_leaves_the_old_file(tmp_path):
    path = tmp_path / "x.txt"
    path.write_text("old")

    def pieces():
        yield "new"
        raise RuntimeError

    with pytest.raises(RuntimeError):
        write_text(path, pieces())
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_a_file_is_an_error_that_says_what_to_do(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="choose another folder"):
        write_text(tmp_path / "file" / "x.txt", ["x"])
