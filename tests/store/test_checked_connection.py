import shutil

import duckdb
import pytest

import kg
from kg.errors import OutputError, StoreError
from kg.files.output_names import STORE_FILE
from kg.store.checked_connection import connection_within, explained_writing
from kg.store.connection import connect


@pytest.fixture
def folder(tmp_path, small_store):
    shutil.copy(small_store / STORE_FILE, tmp_path / STORE_FILE)
    return tmp_path


def _change(folder, *statements):
    with duckdb.connect(str(folder / STORE_FILE)) as store:
        for statement in statements:
            store.execute(statement)


def test_a_question_is_answered_as_by_a_connection(folder):
    with connect(folder) as store:
        assert store.execute("SELECT COUNT(*) FROM documents").fetchall() == [(3,)]
        assert [name for name, *_ in store.description] == ["count_star()"]


@pytest.mark.parametrize(
    "statement", ["DROP TABLE names", "ALTER TABLE nodes RENAME COLUMN id TO other"]
)
def test_what_is_missing_in_a_store_is_told_of_with_its_file(folder, statement):
    _change(folder, statement)
    with (
        pytest.raises(StoreError, match=r"kg\.duckdb: is damaged.*build it again"),
        kg.open_store(folder) as store,
    ):
        store.neighbours("Ada Byron")


def test_a_block_that_the_disk_lost_is_told_of_with_its_file(folder):
    _change(folder, "UPDATE documents SET text = repeat(hash(number)::VARCHAR, 20000)")
    whole = (folder / STORE_FILE).read_bytes()
    told = 0
    # Blocks are 256 kB behind three heads of 4 kB; not each is read for each question.
    for start in range(3 * 4096, len(whole), 1 << 18):
        middle = start + 5000
        damaged = whole[:middle] + bytes(64) + whole[middle + 64 :]
        (folder / STORE_FILE).write_bytes(damaged)
        try:
            with kg.open_store(folder) as store:
                store.documents()
        except StoreError as error:
            told += "build it again" in str(error) and "\n" not in str(error)
    assert told > 0


def test_who_writes_sql_sees_the_errors_of_it(folder):
    with kg.open_store(folder) as store, pytest.raises(duckdb.CatalogException):
        store.connection.execute("SELECT * FROM nothing")


def test_a_connection_of_its_own_is_within_itself():
    with duckdb.connect() as connection:
        assert connection_within(connection) is connection


def test_a_disk_that_is_full_is_an_error_of_the_folder(tmp_path):
    with (
        pytest.raises(OutputError, match=f"{tmp_path}: cannot be written: no space"),
        explained_writing(tmp_path),
    ):
        raise duckdb.IOException("no space\nmore")


def test_memory_that_does_not_suffice_is_no_damage(folder):
    with connect(folder) as store, pytest.raises(StoreError, match="memory does not"):
        store._call(_run_out_of_memory)


def _run_out_of_memory():
    raise duckdb.OutOfMemoryException("failed to allocate")


def test_memory_that_does_not_suffice_to_write_is_said(tmp_path):
    with (
        pytest.raises(OutputError, match="memory does not suffice to write it"),
        explained_writing(tmp_path),
    ):
        raise duckdb.OutOfMemoryException("failed to allocate")
