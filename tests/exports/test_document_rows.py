from kg.exports.document_rows import document_rows
from kg.store.connection import connect


def rows(store):
    with connect(store) as connection:
        return {row.id: row for row in document_rows(connection)}


def test_documents_come_work_by_work(small_store):
    found = rows(small_store)
    assert [row.work for row in found.values()] == [
        "work:cards",
        "work:least-squares",
        "work:looms",
    ]
    assert found["doc:0"].year == 1830
    assert found["doc:0"].abstract.startswith("Ada Byron (Analytical")
    assert (found["doc:0"].source, found["doc:0"].line) == ("talks.txt", 1)


def test_authors_of_a_page_are_the_nodes_that_it_names(small_store):
    (ada,) = rows(small_store)["doc:0"].authors
    assert (ada.name, ada.id) == ("Ada Byron", "person:ada-byron")
    assert ada.places == ("Analytical Engine Laboratory",)
    assert [a.name for a in rows(small_store)["doc:1"].authors] == [
        "Ada Byron",
        "Carl Gauss",
    ]


def test_authors_of_a_record_are_called_as_their_nodes_are(small_store):
    (gauss,) = rows(small_store)["doc:2"].authors
    assert (gauss.name, gauss.id) == ("Carl Gauss", "person:carl-gauss")
    assert gauss.family == "Gauss"
