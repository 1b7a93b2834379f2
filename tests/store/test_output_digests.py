import shutil

import duckdb
import pytest

from kg.errors import OutputError
from kg.records import Remark
from kg.store.output_digests import (
    find_changed_outputs,
    record_outputs,
    refuse_foreign_files,
)

NAMES = ("kg.duckdb", "nodes.csv", "edges.csv")


@pytest.fixture
def out(small_store, tmp_path):
    """A folder as a build leaves it, with two outputs beside the store."""
    folder = tmp_path / "out"
    folder.mkdir()
    shutil.copy(small_store / "kg.duckdb", folder / "kg.duckdb")
    for name in NAMES[1:]:
        (folder / name).write_text(f"Id of {name}", encoding="utf-8")
    record_outputs(folder)
    return folder


def _change(out, statement):
    with duckdb.connect(str(out / "kg.duckdb")) as store:
        store.execute(statement)


def _changed(out):
    return [path.name for path in find_changed_outputs(out, NAMES)]


def test_what_nobody_touched_is_as_it_was_left(out):
    refuse_foreign_files(out, NAMES)
    assert _changed(out) == []


def test_a_change_of_one_byte_is_found(out):
    with (out / "nodes.csv").open("a") as file:
        file.write("\n")
    assert _changed(out) == ["nodes.csv"]


def test_a_file_written_again_with_the_same_bytes_is_unchanged(out):
    text = (out / "nodes.csv").read_text()
    (out / "nodes.csv").write_text(text)
    assert _changed(out) == []


def test_a_file_that_is_gone_is_nothing_to_keep(out):
    (out / "nodes.csv").unlink()
    assert _changed(out) == []


def test_what_stands_in_place_of_a_file_is_a_change(out):
    (out / "nodes.csv").unlink()
    (out / "nodes.csv").mkdir()
    (out / "edges.csv").unlink()
    (out / "edges.csv").symlink_to(out / "nowhere")
    assert _changed(out) == ["nodes.csv", "edges.csv"]


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TABLE mine (x INTEGER)",
        "CREATE VIEW mine AS SELECT * FROM nodes",
        "UPDATE nodes SET name = 'Augusta King' WHERE name = 'Ada Byron'",
        "DELETE FROM mentions WHERE number = 0",
    ],
)
def test_a_change_in_the_store_is_found(out, statement):
    _change(out, statement)
    assert _changed(out) == ["kg.duckdb"]


def test_a_store_of_another_duckdb_is_known_by_its_rows(out, monkeypatch):
    monkeypatch.setattr("kg.store.output_digests.duckdb.__version__", "0.0")
    assert _changed(out) == []
    _change(out, "DELETE FROM mentions WHERE number = 0")
    assert _changed(out) == ["kg.duckdb"]


def test_outputs_that_no_build_noted_are_not_known_to_be_its(out):
    _change(out, "DELETE FROM outputs WHERE name = 'nodes.csv'")
    assert _changed(out) == ["nodes.csv"]
    _change(out, "DROP TABLE outputs")
    assert _changed(out) == list(NAMES)


def test_remarks_are_added_to_the_store(out):
    record_outputs(out, [Remark("nodes.csv", None, "was changed", lost=False)])
    with duckdb.connect(str(out / "kg.duckdb")) as store:
        rows = store.execute("SELECT * FROM rejects").fetchall()
    assert rows == [("nodes.csv", None, "was changed", False)]
    assert _changed(out) == []


def test_a_folder_of_other_files_is_free(tmp_path):
    (tmp_path / "decisions.csv").write_text("mine")
    refuse_foreign_files(tmp_path, NAMES)
    refuse_foreign_files(tmp_path / "missing", NAMES)
    assert find_changed_outputs(tmp_path, NAMES) == []


def test_a_file_of_an_outputs_name_in_a_folder_of_no_build_is_refused(tmp_path):
    (tmp_path / "nodes.csv").write_text("mine")
    with pytest.raises(OutputError, match=r"nodes\.csv.*no kg\.duckdb.*--out"):
        refuse_foreign_files(tmp_path, NAMES)


@pytest.mark.parametrize("content", [b"", b"no store"])
def test_a_store_that_is_none_is_refused(tmp_path, content):
    (tmp_path / "kg.duckdb").write_bytes(content)
    with pytest.raises(OutputError, match="cannot be read as a store"):
        refuse_foreign_files(tmp_path, NAMES)


def test_a_database_of_somebody_else_is_refused(tmp_path):
    with duckdb.connect(str(tmp_path / "kg.duckdb")) as other:
        other.execute("CREATE TABLE runs (name VARCHAR, value VARCHAR)")
    with pytest.raises(OutputError, match="is no store of kg"):
        refuse_foreign_files(tmp_path, NAMES)
