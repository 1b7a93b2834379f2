import shutil

import duckdb
import pytest

import kg
from kg.errors import StoreError
from kg.files.output_names import STORE_FILE
from kg.store.connection import create_store
from kg.store.derive import derive_tables
from kg.store.integrity import TABLES, find_faults

_TYPES = """
SELECT table_name, column_name, data_type = 'VARCHAR' FROM duckdb_columns()
WHERE NOT internal
"""


def test_the_tables_are_those_of_a_build(tmp_path):
    with create_store(tmp_path / STORE_FILE) as made:
        derive_tables(made)
        rows = made.execute(_TYPES).fetchall()
    stated = {
        (table, column, number < 0)
        for table, columns in TABLES.items()
        for number, names in zip((-1, 1, -1, 1), columns, strict=True)
        for column in names.split()
    }
    assert set(rows) == stated


def test_a_store_as_a_build_leaves_it_has_no_faults(connection):
    assert find_faults(connection) == []


@pytest.mark.parametrize(
    ("edit", "fault"),
    [
        ("DROP TABLE names", "names is not there"),
        ("ALTER TABLE nodes DROP COLUMN kind", "nodes has no column kind of texts"),
        (
            "ALTER TABLE edges ALTER weight TYPE VARCHAR",
            "edges has no column weight of numbers",
        ),
        ("UPDATE nodes SET name = NULL", "nodes has no name in 9 rows"),
        (
            "UPDATE mentions SET end_offset = 10000",
            "there are mentions in no document, or outside of its text",
        ),
        (
            "UPDATE mentions SET document = 7",
            "there are mentions in no document, or outside of its text",
        ),
        ("UPDATE edges SET kind = 'orbit'", "there are edges of no kind"),
        ("UPDATE edges SET weight = -1", "there are edges without a weight"),
        (
            "UPDATE edges SET source = 'nobody'",
            "there are edges whose source is no id of nodes",
        ),
        ("UPDATE nodes SET aliases = '{'", "there are nodes whose aliases are no list"),
        (
            "UPDATE nodes SET aliases = '[1]'",
            "there are nodes whose aliases are no list",
        ),
        (
            "UPDATE documents SET sections = '[[1]]'",
            "there are documents whose lists are none",
        ),
        ("UPDATE merges SET score = 'NaN'", "there are scores that are no number"),
        ("INSERT INTO nodes FROM nodes", "there are nodes with one id twice"),
        (
            "UPDATE documents SET work = 'work:mine'",
            "there are documents whose work is no work of sizes",
        ),
        (
            "UPDATE nodes SET documents = 0",
            "there are nodes of no document that a document names",
        ),
        (
            "DELETE FROM documents WHERE number = 0",
            "there are documents without a number of their own, from 0 on",
        ),
    ],
)
def test_what_was_edited_is_found(connection, edit, fault):
    connection.execute(edit)
    assert fault in find_faults(connection)


@pytest.mark.parametrize(
    "edit",
    [
        "CREATE TABLE mine (a INTEGER)",
        "ALTER TABLE nodes ADD COLUMN mine INTEGER",
        "ALTER TABLE nodes RENAME TO kept; CREATE VIEW nodes AS FROM kept",
    ],
)
def test_what_was_added_is_no_fault(connection, edit):
    connection.execute(edit)
    assert find_faults(connection) == []


def test_a_store_that_was_edited_is_not_opened(small_store, tmp_path):
    shutil.copy(small_store / STORE_FILE, tmp_path / STORE_FILE)
    with duckdb.connect(str(tmp_path / STORE_FILE)) as store:
        store.execute("UPDATE nodes SET name = NULL; UPDATE merges SET a = NULL")
    with pytest.raises(
        StoreError, match=r"kg\.duckdb: .*build it again \(.* has no .*, and . more\)"
    ):
        kg.open_store(tmp_path)
