from pathlib import Path

import duckdb
import pytest

from kg.errors import StoreError
from kg.records import (
    Affiliation,
    Author,
    Document,
    Extraction,
    Mention,
    Remark,
    Resolution,
    Section,
)
from kg.store import write as store
from kg.store.read import read_extractions


def test_extractions_come_back_as_they_went_in(connection, extractions):
    assert list(read_extractions(connection)) == extractions


def test_a_record_with_every_field_comes_back(tmp_path):
    text = "Títle\nAbstract with “quotes”, \x01 and 数学."
    document = Document(
        "x-1",
        "a.jsonl",
        text,
        (Section(0, 5, "title"), Section(6, len(text), "body")),
        record_line=7,
        title="Títle",
        venue="J. of =cmd()",
        year=1999,
        doi="10.1/x",
        authors=(
            Author(
                "Doe, J.",
                (Affiliation("MIT"), Affiliation("EPFL", "02s376052", "CH")),
                "0000-0002-1825-0097",
            ),
            Author("Roe, R."),
        ),
        keywords=("a; b", "c"),
        msc=("65K10",),
        ids=(("arxiv", "2101.00001"), ("pmid", "12")),
        references=("10.1/y", "A book"),
        type="article",
        language="en",
    )
    mention = Mention(0, 3, "institution", "MIT", "MIT", field="affiliations.0.0")
    with store.create(tmp_path / "x.duckdb") as made:
        store.write_extractions(made, [Extraction(document, (mention,))])
        assert list(read_extractions(made)) == [Extraction(document, (mention,))]


def test_an_empty_resolution_is_written(tmp_path):
    with store.create(tmp_path / "x.duckdb") as made:
        store.write_extractions(made, [])
        store.write_resolution(made, Resolution((), (), (), ()))
        store.derive(made)
        assert made.execute("SELECT COUNT(*) FROM edges").fetchone() == (0,)


def test_relations_can_be_derived_again(connection):
    everything = "SELECT * FROM edges ORDER BY ALL"
    before = connection.execute(everything).fetchall()
    store.derive(connection)
    assert before
    assert connection.execute(everything).fetchall() == before


def test_remarks_are_kept(tmp_path):
    with store.create(tmp_path / "x.duckdb") as made:
        store.write_remarks(
            made, [Remark("a.bib", 3, "broken"), Remark("b", None, "?")]
        )
        rows = made.execute("SELECT * FROM rejects ORDER BY source").fetchall()
    assert rows == [("a.bib", 3, "broken", True), ("b", None, "?", True)]


def test_a_missing_store_says_how_to_make_one(tmp_path):
    with pytest.raises(StoreError, match="kg build"):
        store.connect(tmp_path)


def test_a_file_that_is_no_store_is_refused(tmp_path):
    (tmp_path / store.FILE).write_bytes(b"not a database at all" * 1000)
    with pytest.raises(StoreError, match="no store of kg"):
        store.connect(tmp_path)


def test_a_store_of_another_version_is_refused(tmp_path):
    with store.create(tmp_path / store.FILE) as made:
        made.execute("UPDATE runs SET value = '0'")
    with pytest.raises(StoreError, match="another version"):
        store.connect(tmp_path)


def test_a_store_that_cannot_be_made_is_an_error(tmp_path):
    with pytest.raises(StoreError, match="cannot make"):
        store.create(tmp_path / "missing" / "kg.duckdb")


def test_an_opened_store_cannot_be_changed(tmp_path):
    store.create(tmp_path / store.FILE).close()
    with store.connect(Path(tmp_path)) as opened, pytest.raises(duckdb.Error):
        opened.execute("DELETE FROM runs")
