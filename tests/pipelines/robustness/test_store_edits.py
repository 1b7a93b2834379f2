import duckdb

from kg.files.output_names import STORE_FILE
from pipelines.robustness.store_edits import all_edits, choose_edits


def test_every_column_of_every_table_is_edited(connection):
    edited = {statement for _, statement in all_edits(connection)}
    assert "DROP TABLE nodes" in edited
    assert 'ALTER TABLE documents DROP COLUMN "references"' in edited
    assert 'UPDATE edges SET "weight" = NULL WHERE rowid = 1' in edited
    assert len(edited) > 1000


def test_nearly_all_edits_can_be_done(small_store, tmp_path):
    whole = (small_store / STORE_FILE).read_bytes()
    with duckdb.connect(str(small_store / STORE_FILE), read_only=True) as connection:
        edits = choose_edits(connection, count=2)
    failed = 0
    for _, statement in edits:
        (tmp_path / "edited.duckdb").write_bytes(whole)
        with duckdb.connect(str(tmp_path / "edited.duckdb")) as edited:
            try:
                edited.execute(statement)
            except duckdb.Error:
                failed += 1
    assert failed < len(edits) / 5


def test_the_same_edits_are_chosen_each_time(connection):
    chosen = choose_edits(connection, count=2)
    assert chosen == choose_edits(connection, count=2)
    assert max(sum(sort == one for sort, _ in chosen) for one, _ in chosen) == 2
