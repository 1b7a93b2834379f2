import os
import subprocess
import sys

import pytest

from kg.files import leftovers
from kg.files.leftovers import other_build, remove_leftovers, temporary_name

NAME = "from kg.files.leftovers import temporary_name; print(temporary_name(of_build=True))"


def _name_of_a_dead_process():
    command = [sys.executable, "-c", NAME]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_a_name_is_hidden_and_never_the_same():
    names = {temporary_name() for _ in range(100)}
    assert len(names) == 100
    assert all(name.startswith(f".partial-{os.getpid()}-") for name in names)


def test_what_dead_processes_left_is_removed_and_nothing_else(tmp_path):
    dead = tmp_path / _name_of_a_dead_process()
    (dead / "new").mkdir(parents=True)
    (dead / "new" / "half.txt").write_text("half")
    (tmp_path / _name_of_a_dead_process()).write_text("a file")
    stay = [temporary_name(), temporary_name(of_build=True), ".partial-mine", "a.txt"]
    for name in stay:
        (tmp_path / name).write_text("stays")
    remove_leftovers(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == set(stay)


def test_a_number_that_is_used_again_is_another_process(tmp_path):
    number = os.getpid()
    (tmp_path / f".partial-build-{number}-1-0123456789abcdef").mkdir()
    assert other_build(tmp_path) is None
    remove_leftovers(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_link_of_such_a_name_is_removed_and_not_followed(tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "a.txt").write_text("mine")
    (tmp_path / _name_of_a_dead_process()).symlink_to(tmp_path / "mine")
    remove_leftovers(tmp_path)
    assert [path.name for path in tmp_path.rglob("*")] == ["mine", "a.txt"]


def test_a_process_that_ended_and_is_not_buried_is_dead(tmp_path):
    with subprocess.Popen(
        [sys.executable, "-c", NAME.replace("))", "), flush=True); input()")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as child:
        (tmp_path / child.stdout.readline().strip()).mkdir()
        assert other_build(tmp_path) == child.pid
        child.kill()
        os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOWAIT)  # and not buried
        assert other_build(tmp_path) is None


def test_of_exports_a_build_knows_nothing(tmp_path):
    (tmp_path / temporary_name()).mkdir()
    assert other_build(tmp_path) is None


@pytest.mark.skipif(os.name == "nt", reason="signals")
def test_without_a_list_of_processes_the_number_alone_tells(tmp_path, monkeypatch):
    monkeypatch.setattr(leftovers, "_PROCESSES", tmp_path / "none")
    live, dead = temporary_name(of_build=True), _name_of_a_dead_process()
    (tmp_path / live).mkdir()
    (tmp_path / f"{dead.rpartition('-')[0].rpartition('-')[0]}-0-{'0' * 16}").mkdir()
    assert other_build(tmp_path) == os.getpid()
    remove_leftovers(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == [live]
