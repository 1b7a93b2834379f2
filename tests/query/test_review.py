from pathlib import Path

import pytest

from kg.extraction.extract import extract
from kg.files.output_names import STORE_FILE
from kg.query.review import as_csv, least_certain
from kg.resolution.decisions_file import parse_decisions
from kg.resolution.resolve import resolve
from kg.sources.corpus import read_documents
from kg.store.connection import create_store
from kg.store.write import write_extractions, write_resolution

EXAMPLES = Path(__file__).parents[2] / "examples"


def _note(connection, *rows):
    """Put merges of people into a store instead of its own: a, b, score, verdict."""
    connection.execute("DELETE FROM merges")
    for a, b, score, verdict in rows:
        connection.execute(
            "INSERT INTO merges VALUES ('person:x', 'person', ?, ?, 'r', 'Why.', ?, ?)",
            [a, b, score, verdict],
        )


def test_doubt_comes_first_and_more_works_weigh_more(connection):
    _note(
        connection,
        ("Ada Byron", "Carl Gauss", 0.7, "same"),  # two works each
        ("Ada Byron", "A. Byron", 0.7, "same"),  # nobody's: one work
        ("Carl Gauss", "C. Gauß", 0.45, "apart"),
        ("Ada Byron", "Ada B.", 0.995, "same"),  # no doubt
    )
    rows = least_certain(connection)
    assert [(row.b, row.verdict, row.works) for row in rows] == [
        ("Carl Gauss", "merge", 2),
        ("C. Gauß", "apart", 1),
        ("A. Byron", "merge", 1),
    ]
    assert least_certain(connection, limit=1) == rows[:1]


def test_decisions_and_what_one_document_says_are_no_question(connection):
    _note(connection, ("Ada Byron", "A. Byron", 0.7, "same"))
    for rule in ("decision", "surname in its document", "abbreviation unclear"):
        connection.execute("UPDATE merges SET rule = ?", [rule])
        assert least_certain(connection) == []


def test_the_list_is_a_file_of_decisions(connection):
    _note(
        connection,
        ('Ada "the" Byron, Lady', "A. Byron", 0.7, "same"),
        ("=SUM(A1)", "-1 Gauss", 0.3, "apart"),
    )
    text = as_csv(least_certain(connection))
    assert "'=SUM" in text  # no spreadsheet may compute it
    read = parse_decisions(text)
    assert {(d.kind, d.a, d.b, d.verdict) for d in read} == {
        ("person", 'Ada "the" Byron, Lady', "A. Byron", "merge"),
        ("person", "=SUM(A1)", "-1 Gauss", "apart"),
    }
    assert all("likely one" in decision.note for decision in read)


@pytest.fixture(scope="module")
def examples():
    documents, _ = read_documents([EXAMPLES])
    return list(extract(documents, jobs=1))


def test_obeyed_as_it_stands_it_changes_nothing(examples, tmp_path):
    before = resolve(examples)
    with create_store(tmp_path / STORE_FILE) as made:
        write_extractions(made, examples)
        write_resolution(made, before)
        rows = least_certain(made, limit=1000)
    assert rows
    after = resolve(examples, decisions=parse_decisions(as_csv(rows)))
    assert after.entities == before.entities
    assert after.mentions == before.mentions
