import pytest

from kg.errors import OutputError
from kg.files.leftovers import temporary_name
from kg.files.replacing import put_in_place
from kg.files.staging import plan_setting_aside, replace_keeping, staging_folder


def test_files_are_put_in_place_together(tmp_path):
    out = tmp_path / "deep" / "out"
    with staging_folder(out) as made:
        (made / "a.txt").write_text("new")
        assert not (out / "a.txt").exists()
        put_in_place(made)
    assert (out / "a.txt").read_text() == "new"
    assert [path.name for path in out.iterdir()] == ["a.txt"]


def test_an_error_leaves_what_stood_there(tmp_path):
    out = tmp_path / "out"
    out.mkdir()
    (out / "a.txt").write_text("old")

    def fail():
        with staging_folder(out) as made:
            (made / "a.txt").write_text("half")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert (out / "a.txt").read_text() == "old"
    assert [path.name for path in out.iterdir()] == ["a.txt"]


def test_an_error_leaves_no_new_folder(tmp_path):
    def fail():
        with staging_folder(tmp_path / "out"):
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_is_an_error(tmp_path):
    with pytest.raises(OutputError, match="No space"), staging_folder(tmp_path):
        raise OSError(28, "No space left on device")


def test_two_at_once_do_not_meet(tmp_path):
    with staging_folder(tmp_path) as one, staging_folder(tmp_path) as other:
        (one / "a.txt").write_text("1")
        (other / "a.txt").write_text("2")
        put_in_place(other)
        put_in_place(one)
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_other_files_of_the_folder_stay(tmp_path):
    (tmp_path / "decisions.csv").write_text("mine")
    with staging_folder(tmp_path) as made:
        (made / "b.txt").write_text("new")
        put_in_place(made)
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "b.txt",
        "decisions.csv",
    ]


def test_a_file_in_place_of_the_folder_is_an_error(tmp_path):
    out = tmp_path / "out"
    out.write_text("a file")
    with pytest.raises(OutputError, match="is a file"), staging_folder(out):
        pass
    assert out.read_text() == "a file"


def test_a_folder_that_cannot_be_made_is_an_error(tmp_path):
    (tmp_path / "file").write_text("")
    with (
        pytest.raises(OutputError, match="cannot be written"),
        staging_folder(tmp_path / "file" / "out"),
    ):
        pass


def test_a_folder_without_permission_is_an_error(tmp_path, monkeypatch):
    # Permission bits do not stop root, so the system's answer is given here.
    def refuse(*_, **__):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("kg.files.staging.locked_folder", refuse)
    with pytest.raises(OutputError, match="Permission"), staging_folder(tmp_path):
        pass


def _set_aside(path):
    with staging_folder(path.parent) as made:
        put_in_place(made, plan_setting_aside([path]))


def test_a_changed_file_is_kept_under_the_first_free_name(tmp_path):
    for number in range(3):
        (tmp_path / "a.csv").write_text(str(number))
        _set_aside(tmp_path / "a.csv")
    kept = {path.name: path.read_text() for path in tmp_path.iterdir()}
    assert kept == {"a.csv.edited": "0", "a.csv.edited-2": "1", "a.csv.edited-3": "2"}


def test_a_link_that_leads_nowhere_takes_a_name_too(tmp_path):
    (tmp_path / "a.csv").write_text("mine")
    (tmp_path / "a.csv.edited").symlink_to(tmp_path / "nowhere")
    _set_aside(tmp_path / "a.csv")
    assert (tmp_path / "a.csv.edited-2").read_text() == "mine"


def test_a_store_takes_its_log_along_to_a_free_name(tmp_path):
    for number in range(2):
        (tmp_path / "kg.duckdb").write_text(f"store {number}")
        (tmp_path / "kg.duckdb.wal").write_text(f"log {number}")
        _set_aside(tmp_path / "kg.duckdb")
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {
        "kg.duckdb.edited": "store 0",
        "kg.duckdb.edited.wal": "log 0",
        "kg.duckdb.edited-2": "store 1",
        "kg.duckdb.edited-2.wal": "log 1",
    }


def test_a_store_takes_no_name_that_a_log_of_another_waits_for(tmp_path):
    (tmp_path / "kg.duckdb").write_text("mine")
    (tmp_path / "kg.duckdb.edited.wal").write_text("another's")
    _set_aside(tmp_path / "kg.duckdb")
    assert (tmp_path / "kg.duckdb.edited-2").read_text() == "mine"


def test_a_file_that_is_replaced_is_kept_unless_nothing_is_lost(tmp_path):
    for name, content in {"a": "old", "b": "new", "c": "", "d": "stays"}.items():
        (tmp_path / name).write_text(content)

    def write(folder):
        for name in "abce":
            (folder / name).write_text("new")

    kept = replace_keeping(tmp_path, write)
    assert kept == {tmp_path / "a": tmp_path / "a.edited"}
    assert (tmp_path / "a.edited").read_text() == "old"
    assert {(tmp_path / name).read_text() for name in "abce"} == {"new"}
    assert (tmp_path / "d").read_text() == "stays"


def test_without_a_last_word_nothing_is_put_in_place(tmp_path):
    with staging_folder(tmp_path / "out") as made:
        (made / "a.txt").write_text("new")
    assert list(tmp_path.iterdir()) == []


def test_of_two_builds_at_once_the_second_is_refused(tmp_path):
    with staging_folder(tmp_path, of_build=True) as made:
        with (
            pytest.raises(OutputError, match="another build is going on there"),
            staging_folder(tmp_path, of_build=True),
        ):
            pass
        with staging_folder(tmp_path) as export:
            (export / "b.txt").write_text("an export")
            put_in_place(export)
        (made / "a.txt").write_text("new")
        put_in_place(made)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "b.txt"]


def test_what_a_dead_process_left_is_removed(tmp_path):
    sort, _, start, rest = temporary_name().rsplit("-", 3)
    (tmp_path / f"{sort}-{2**30}-{start}-{rest}" / "new").mkdir(parents=True)
    with staging_folder(tmp_path):
        pass
    assert list(tmp_path.iterdir()) == []


def test_what_is_no_folder_of_kg_stays(tmp_path):
    (tmp_path / ".partial-mine").mkdir()
    with staging_folder(tmp_path):
        pass
    assert [path.name for path in tmp_path.iterdir()] == [".partial-mine"]
