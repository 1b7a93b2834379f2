from kg.records import (
    Remark,
    Resolution,
)
from kg.store.connection import create_store
from kg.store.derive import derive_tables
from kg.store.read import read_extractions
from kg.store.write import write_extractions, write_remarks, write_resolution


def test_everything_written_is_read_again(tmp_path, extractions):
    with create_store(tmp_path / "x.duckdb") as made:
        write_extractions(made, extractions)
        assert list(read_extractions(made)) == extractions


def test_the_entity_of_each_mention_and_the_work_of_each_document_is_named(
    tmp_path, extractions, resolution
):
    with create_store(tmp_path / "x.duckdb") as made:
        write_extractions(made, extractions)
        write_resolution(made, resolution)
        mentions = made.execute(
            "SELECT entity FROM mentions ORDER BY document, number"
        ).fetchall()
        documents = made.execute("SELECT work FROM documents ORDER BY number")
        assert [entity for (entity,) in mentions] == [
            entity for named in resolution.mentions for entity in named
        ]
        assert tuple(work for (work,) in documents.fetchall()) == resolution.documents
        works = made.execute("SELECT entity FROM works").fetchall()
        assert works == [("work:arxiv-1801-00001",)]


def test_an_empty_resolution_is_written(tmp_path):
    with create_store(tmp_path / "x.duckdb") as made:
        write_extractions(made, [])
        write_resolution(made, Resolution((), (), (), ()))
        derive_tables(made)
        assert made.execute("SELECT COUNT(*) FROM edges").fetchone() == (0,)


def test_remarks_are_kept(tmp_path):
    with create_store(tmp_path / "x.duckdb") as made:
        write_remarks(made, [Remark("a.bib", 3, "broken"), Remark("b", None, "?")])
        rows = made.execute("SELECT * FROM rejects ORDER BY source").fetchall()
    assert rows == [("a.bib", 3, "broken", True), ("b", None, "?", True)]
