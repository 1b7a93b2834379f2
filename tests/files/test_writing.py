import pytest

from kg.errors import OutputError
from kg.files.writing import CHUNK, sync_file, sync_folder, write_text


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


def test_a_planted_link_is_not_followed(tmp_path, monkeypatch):
    monkeypatch.setattr("kg.files.writing.temporary_name", lambda: ".guessed")
    (tmp_path / ".guessed").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(OutputError, match="File exists"):
        write_text(tmp_path / "x.txt", ["x"])
    assert not (tmp_path / "elsewhere").exists()


def test_what_is_written_is_on_the_disk_before_its_name(tmp_path, monkeypatch):
    synced = []
    monkeypatch.setattr("os.fsync", lambda _: synced.append((tmp_path / "x").exists()))
    write_text(tmp_path / "x", ["x"])
    sync_file(tmp_path / "x")
    sync_folder(tmp_path)
    assert synced == [False, True, True]
