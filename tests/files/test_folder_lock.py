import subprocess
import sys
import threading

import pytest

from kg.files import folder_lock
from kg.files.folder_lock import LOCK, _give_up, locked_folder


def test_nothing_is_left_of_a_lock(tmp_path):
    with locked_folder(tmp_path):
        assert (tmp_path / LOCK).exists()
    assert list(tmp_path.iterdir()) == []


def test_one_at_a_time_holds_a_folder(tmp_path):
    inside, most = [], []

    def work():
        for _ in range(50):
            with locked_folder(tmp_path):
                inside.append(1)
                most.append(len(inside))
                inside.pop()

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == [1] * 200


def test_who_is_killed_holds_nothing(tmp_path):
    code = (
        "import os, sys; from pathlib import Path;"
        "from kg.files.folder_lock import locked_folder\n"
        "with locked_folder(Path(sys.argv[1])): os._exit(9)"
    )
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=False)
    assert done.returncode == 9
    with locked_folder(tmp_path):
        assert (tmp_path / LOCK).exists()


def test_a_planted_link_is_not_followed(tmp_path):
    (tmp_path / LOCK).symlink_to(tmp_path / "elsewhere")
    with pytest.raises(OSError, match="symbolic links"), locked_folder(tmp_path):
        pass
    assert not (tmp_path / "elsewhere").exists()


def test_a_file_of_that_name_with_something_in_it_stays(tmp_path):
    (tmp_path / LOCK).write_text("mine")
    with locked_folder(tmp_path):
        pass
    assert (tmp_path / LOCK).read_text() == "mine"


def test_where_a_file_system_knows_no_locks_work_goes_on(tmp_path, monkeypatch):
    def refuse(handle, operation):
        raise OSError(folder_lock.errno.ENOLCK, "No locks available")

    monkeypatch.setattr("fcntl.flock", refuse)
    with locked_folder(tmp_path):
        assert (tmp_path / LOCK).exists()


@pytest.mark.skipif(sys.platform == "win32", reason="locks of POSIX")
def test_a_lock_that_nobody_holds_is_given_up(tmp_path):
    path = tmp_path / LOCK
    path.touch()
    _give_up([], path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="locks of POSIX")
def test_a_lock_that_another_holds_is_not_given_up(tmp_path):
    with locked_folder(tmp_path):
        with pytest.raises(BlockingIOError):
            _give_up([], tmp_path / LOCK)
        assert (tmp_path / LOCK).exists()
