from kg.query.evidence import why_edge
from kg.records import (
    Remark,
    Resolution,
)
from kg.resolution.resolve import resolve
from kg.store.connection import create_store
from kg.store.derive import derive_tables
from kg.store.integrity import find_faults
from kg.store.read import read_extractions
from kg.store.write import write_extractions, write_remarks, write_resolution
from tests.resolution.builders import page


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


def test_references_of_records_to_works_of_the_corpus_are_citations(tmp_path):
    lichen = page(1, title="Growth of lichen on old walls", doi="10.5555/lichen")
    slates = page(
        2, title="Slates and tiles", references=("Rye 1990", "10.5555/lichen")
    )
    with create_store(tmp_path / "x.duckdb") as made:
        write_extractions(made, [lichen, slates])
        write_resolution(made, resolve([lichen, slates]))
        derive_tables(made)
        edges = made.execute(
            "SELECT source, target FROM edges WHERE kind = 'citation'"
        ).fetchall()
        assert edges == [
            ("work:slates-and-tiles", "work:growth-of-lichen-on-old-walls")
        ]
        (row,) = why_edge(made, *edges[0])
        assert [(q.field, q.surface) for q in row.quotes if q.field != "title"] == [
            ("references", "10.5555/lichen")
        ]
        assert find_faults(made) == []
        assert list(read_extractions(made)) == [lichen, slates]


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
