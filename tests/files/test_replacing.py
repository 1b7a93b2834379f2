import json
import threading

import pytest

from kg.errors import OutputError
from kg.files import replacing
from kg.files.folder_lock import locked_folder
from kg.files.replacing import put_in_place, recover
from kg.files.staging import staging_folder

OLD = {"a.txt": "old a", "b.txt": "old b", "mine.txt": "mine"}
NEW = {"a.txt": "new a", "b.txt": "new b", "c.txt": "new c", "mine.txt": "mine"}


@pytest.fixture
def folder(tmp_path):
    for name, text in OLD.items():
        (tmp_path / name).write_text(text)
    return tmp_path


def _replace(folder):
    with staging_folder(folder) as made:
        for name in ("a.txt", "b.txt", "c.txt"):
            (made / name).write_text(NEW[name])
        put_in_place(made)


def _texts(folder):
    return {path.name: path.read_text() for path in folder.iterdir()}


class _Killed(BaseException):
    """As nothing in kg awaits it."""


def _stop_renaming_after(monkeypatch, count, error):
    """Let only so many renames succeed; with None for an error, none is undone."""
    rename, done = replacing.rename, []

    def counting(source, target):
        if len(done) == count:
            raise error
        done.append(source)
        rename(source, target)

    monkeypatch.setattr(replacing, "rename", counting)


@pytest.mark.parametrize("count", range(7))
def test_a_folder_that_was_left_at_any_rename_is_put_back(folder, monkeypatch, count):
    # Renames that stay impossible leave what a kill at that moment leaves.
    with monkeypatch.context() as patch:
        _stop_renaming_after(patch, count, _Killed())
        with pytest.raises(_Killed):
            _replace(folder)
    recover(folder)
    assert _texts(folder) == OLD
    _replace(folder)
    assert _texts(folder) == NEW


@pytest.mark.parametrize("count", range(1, 7))
def test_an_error_at_any_rename_puts_everything_back_at_once(
    folder, monkeypatch, count
):
    rename, seen = replacing.rename, []

    def failing_once(source, target):
        seen.append(source)
        if len(seen) == count:
            raise PermissionError(13, "Permission denied")
        rename(source, target)

    monkeypatch.setattr(replacing, "rename", failing_once)
    with pytest.raises(OutputError, match="Permission denied"):
        _replace(folder)
    assert _texts(folder) == OLD


def test_what_is_being_replaced_is_waited_for(folder):
    (folder / ".replacing").mkdir()
    waited = []
    reader = threading.Thread(target=lambda: waited.append(recover(folder)))
    with locked_folder(folder):
        reader.start()
        reader.join(0.05)
        assert waited == []
        (folder / ".replacing").rmdir()
    reader.join()
    assert waited == [None]


def test_a_folder_in_place_of_a_file_is_not_replaced(folder):
    (folder / "c.txt").mkdir()
    (folder / "c.txt" / "mine").write_text("mine")
    with pytest.raises(OutputError, match=r"c\.txt: is a folder; move it elsewhere"):
        _replace(folder)
    assert (folder / "c.txt" / "mine").read_text() == "mine"
    assert (folder / "a.txt").read_text() == "old a"


@pytest.mark.parametrize(
    "plan",
    [
        None,
        "{",
        "[]",
        '{"kept": {}, "old": []}',
        '{"kept": [], "old": [], "new": []}',
        json.dumps({"kept": {}, "old": [], "new": ["../../elsewhere"]}),
        json.dumps({"kept": {"a.txt": "/elsewhere"}, "old": [], "new": []}),
        json.dumps({"kept": {}, "old": ["..", 7], "new": []}),
    ],
)
def test_a_plan_that_kg_did_not_write_moves_nothing(folder, plan):
    (folder / ".replacing").mkdir()
    if plan is not None:
        (folder / ".replacing" / "plan.json").write_text(plan)
    with pytest.raises(OutputError, match="is not as kg leaves it; move it elsewhere"):
        recover(folder)
    assert (folder / "a.txt").read_text() == "old a"


def test_a_link_in_its_place_is_not_followed(folder, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (folder / ".replacing").symlink_to(elsewhere)
    with pytest.raises(OutputError, match="is not as kg leaves it"):
        _replace(folder)
    assert list(elsewhere.iterdir()) == []


def test_what_somebody_made_since_is_not_overwritten(folder, monkeypatch):
    with monkeypatch.context() as patch:
        _stop_renaming_after(patch, 2, _Killed())  # a.txt is set aside
        with pytest.raises(_Killed):
            _replace(folder)
    (folder / "a.txt").write_text("since")
    with pytest.raises(OutputError, match=r"a\.txt: stands where"):
        recover(folder)
    (folder / "a.txt").unlink()
    recover(folder)
    assert _texts(folder) == OLD


def test_where_nothing_can_be_put_back_it_is_said(folder, monkeypatch):
    (folder / ".replacing").mkdir()

    def refuse(folder):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(replacing, "locked_folder", refuse)
    with pytest.raises(OutputError, match="files are of two builds"):
        recover(folder)
