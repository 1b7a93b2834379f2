import os
from pathlib import Path

import duckdb
import pytest

from kg.errors import StoreError
from kg.files.output_names import STORE_FILE
from kg.store.checked_connection import connection_within
from kg.store.connection import (
    STORE_VERSION,
    connect,
    create_store,
    read_store_version,
)
from kg.store.derive import derive_tables


def make_store(path):
    """Make a store as of a build that found nothing."""
    with create_store(path) as made:
        derive_tables(made)


def test_a_missing_store_says_how_to_make_one(tmp_path):
    with pytest.raises(StoreError, match="kg build"):
        connect(tmp_path)


def test_a_file_that_is_no_store_is_refused(tmp_path):
    (tmp_path / STORE_FILE).write_bytes(b"not a database at all" * 1000)
    with pytest.raises(StoreError, match="no store of kg"):
        connect(tmp_path)


def test_a_folder_whose_name_is_not_utf_8_has_no_store(tmp_path):
    with pytest.raises(StoreError, match="not UTF-8"):
        connect(tmp_path / os.fsdecode(b"caf\xe9"))


def test_a_store_of_another_version_is_refused(tmp_path):
    with create_store(tmp_path / STORE_FILE) as made:
        made.execute("UPDATE runs SET value = '0'")
    with pytest.raises(StoreError, match="another version"):
        connect(tmp_path)


def test_a_store_that_cannot_be_made_is_an_error(tmp_path):
    with pytest.raises(StoreError, match="cannot make"):
        create_store(tmp_path / "missing" / "kg.duckdb")


def test_an_opened_store_cannot_be_changed(tmp_path):
    make_store(tmp_path / STORE_FILE)
    with connect(Path(tmp_path)) as opened, pytest.raises(duckdb.Error):
        connection_within(opened).execute("DELETE FROM runs")


def test_a_folder_with_a_quote_in_its_name_is_opened(tmp_path):
    folder = tmp_path / "Bob's; DROP"
    folder.mkdir()
    make_store(folder / STORE_FILE)
    with connect(folder) as opened:
        assert read_store_version(opened) == STORE_VERSION


def test_a_file_is_read_as_it_is_now_though_an_older_one_is_open(tmp_path):
    make_store(tmp_path / STORE_FILE)
    with connect(tmp_path) as before:
        with create_store(tmp_path / "new.duckdb") as made:
            derive_tables(made)
            made.execute("INSERT INTO runs VALUES ('x', '1')")
        (tmp_path / "new.duckdb").replace(tmp_path / STORE_FILE)
        with connect(tmp_path) as now:
            counts = [
                s.execute("SELECT COUNT(*) FROM runs").fetchone() for s in (before, now)
            ]
    assert counts == [(1,), (2,)]


def test_memory_that_does_not_suffice_to_open_a_store_is_no_damage(
    tmp_path, monkeypatch
):
    create_store(tmp_path / STORE_FILE).close()

    def run_out(_):
        raise duckdb.OutOfMemoryException("Allocation failure")

    monkeypatch.setattr("kg.store.connection.attach_database", run_out)
    with pytest.raises(StoreError, match=r"kg\.duckdb: memory does not suffice"):
        connect(tmp_path)
