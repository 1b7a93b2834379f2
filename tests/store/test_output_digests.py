import os
import shutil
import sys
from contextlib import contextmanager
from subprocess import PIPE, Popen

import duckdb
import pytest

from kg.errors import OutputError, StoreError
from kg.files.replacing import put_in_place
from kg.files.staging import plan_setting_aside, staging_folder
from kg.records import Remark
from kg.store.connection import connect
from kg.store.output_digests import (
    find_changed_outputs,
    output_digests,
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


def test_a_file_whose_digest_is_known_is_not_read_again(out):
    known = {"nodes.csv": "0" * 64}
    found = output_digests(out)
    assert output_digests(out, known) == found | known
    record_outputs(out, digests=known)
    assert _changed(out) == ["nodes.csv"]
    record_outputs(out, digests=found)
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
        "CREATE SCHEMA mine",
        "CREATE SCHEMA mine; CREATE TABLE mine.nodes (x INTEGER)",
        "CREATE TABLE t (x INTEGER); CREATE VIEW v AS SELECT * FROM t; DROP TABLE t",
        'CREATE TABLE "a""b" (x INTEGER)',
        "CREATE MACRO mine(x) AS x + 1",
        "CREATE MACRO hash(x) AS 'none'",
        "CREATE SEQUENCE mine",
        "CREATE TYPE mine AS ENUM ('a')",
        "CREATE INDEX mine ON nodes (id)",
        "UPDATE outputs SET digest = 'no JSON'",
        "UPDATE outputs SET digest = '[]'",
        "UPDATE outputs SET digest = NULL",
    ],
)
def test_a_change_in_the_store_is_found(out, statement):
    _change(out, statement)
    refuse_foreign_files(out, NAMES)
    assert "kg.duckdb" in _changed(out)


@pytest.mark.parametrize(
    "statement",
    [
        "DROP TABLE outputs; CREATE VIEW outputs AS SELECT * FROM gone.outputs",
        "DROP TABLE outputs; CREATE TABLE outputs (x INTEGER)",
    ],
)
def test_where_the_notes_are_gone_everything_is_changed(out, statement):
    _change(out, "CREATE SCHEMA gone; CREATE TABLE gone.outputs (x INTEGER)")
    _change(out, statement)
    _change(out, "DROP SCHEMA gone CASCADE")
    assert _changed(out) == list(NAMES)


_WRITES = """
import os, sys, duckdb
store = duckdb.connect(sys.argv[1])
store.execute("CREATE TABLE mine (x INTEGER)")
print("open", flush=True)
sys.stdin.read()
os._exit(0)  # as when it is cut off
"""


@contextmanager
def _other_process(out):
    """Work in the store in another process, which is cut off in the end."""
    command = [sys.executable, "-c", _WRITES, str(out / "kg.duckdb")]
    with Popen(command, stdin=PIPE, stdout=PIPE, text=True) as process:
        process.stdout.readline()
        yield process


def test_the_log_of_one_who_was_cut_off_belongs_to_the_store(out):
    with _other_process(out):
        pass
    assert (out / "kg.duckdb.wal").exists()
    refuse_foreign_files(out, NAMES)
    assert _changed(out) == ["kg.duckdb"]
    with staging_folder(out) as made:
        put_in_place(made, plan_setting_aside([out / "kg.duckdb"]))
    with duckdb.connect(str(out / "kg.duckdb.edited")) as kept:
        assert kept.execute("SELECT COUNT(*) FROM mine").fetchall() == [(0,)]
    assert not (out / "kg.duckdb.wal").exists()


def test_a_log_without_a_store_is_foreign(tmp_path):
    (tmp_path / "kg.duckdb.wal").write_bytes(b"somebody's")
    with pytest.raises(OutputError, match=r"has kg\.duckdb\.wal.*no kg\.duckdb"):
        refuse_foreign_files(tmp_path, NAMES)


def test_a_log_of_another_store_is_named(out):
    (out / "other").mkdir()
    shutil.copy(out / "kg.duckdb", out / "other" / "kg.duckdb")
    with _other_process(out / "other"):
        pass
    (out / "other" / "kg.duckdb.wal").rename(out / "kg.duckdb.wal")
    _change(out / "other", "CREATE TABLE mine (x INTEGER)")
    (out / "kg.duckdb").write_bytes((out / "other" / "kg.duckdb").read_bytes())
    with pytest.raises(OutputError, match=r"kg\.duckdb\.wal.*move"):
        refuse_foreign_files(out, NAMES)


def test_a_store_that_somebody_works_in_is_not_replaced(out):
    with _other_process(out) as process:
        message = f"in process {process.pid}; close it"
        with pytest.raises(OutputError, match=message):
            refuse_foreign_files(out, NAMES)
        with pytest.raises(OutputError, match=message):
            find_changed_outputs(out, NAMES)
        with pytest.raises(StoreError, match=message):
            connect(out)


def test_a_store_that_is_open_for_writing_here_is_told_so(out):
    with duckdb.connect(str(out / "kg.duckdb")) as store:
        store.execute("CREATE TABLE mine (x INTEGER)")
        with pytest.raises(OutputError, match="in this process; close it"):
            refuse_foreign_files(out, NAMES)


def test_a_folder_whose_name_is_not_utf_8_is_refused(tmp_path):
    with pytest.raises(OutputError, match="must be UTF-8"):
        refuse_foreign_files(tmp_path / os.fsdecode(b"caf\xe9"), NAMES)


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
    with pytest.raises(OutputError, match="no store of kg, or damaged"):
        refuse_foreign_files(tmp_path, NAMES)


def test_a_database_of_somebody_else_is_refused(tmp_path):
    with duckdb.connect(str(tmp_path / "kg.duckdb")) as other:
        other.execute("CREATE TABLE runs (name VARCHAR, value VARCHAR)")
    with pytest.raises(OutputError, match="is no store of kg"):
        refuse_foreign_files(tmp_path, NAMES)
