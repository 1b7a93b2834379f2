from dataclasses import replace

from kg.exports.corpus_records import corpus_records, merge_documents
from kg.exports.document_rows import DocumentRow, RowAuthor
from kg.store.connection import connect

ORCID = "0000-0002-1825-0097"
LEE = RowAuthor("Ann Lee", "person:ann-lee")
ROW = DocumentRow(
    work="work:mills",
    id="a",
    source="a.bib",
    line=3,
    title="On mills",
    abstract="",
    venue="",
    year=2000,
    doi="10.48550/arxiv.0001.00001",
    authors=(LEE, RowAuthor("Bo Li", "person:bo-li")),
    keywords=("mill", "wind"),
    subjects=(),
    ids=(("arxiv", "0001.00001"),),
    references=(),
    type="preprint",
    language="",
)
PUBLISHED = replace(
    ROW,
    id="b",
    source="b.ris",
    line=9,
    title="Of mills",
    abstract="They turn.",
    venue="Mills Today",
    year=2001,
    doi="10.1234/m",
    authors=(RowAuthor("Ann Lee", "person:ann-lee", ORCID, ("Oslo U",), "Lee"),),
    keywords=("Wind", "corn"),
    ids=(("pmid", "7"),),
    type="article",
)


def test_each_field_is_of_the_best_document_that_states_it():
    (record,) = merge_documents([ROW, PUBLISHED])
    assert (record.title, record.year, record.venue) == (
        "Of mills",
        2001,
        "Mills Today",
    )
    assert (record.doi, record.type) == ("10.1234/m", "article")
    assert record.documents == (("b", "b.ris", 9), ("a", "a.bib", 3))


def test_lists_are_those_of_all_documents():
    (record,) = merge_documents([ROW, PUBLISHED])
    assert record.keywords == ("Wind", "corn", "mill")
    assert record.ids == (("arxiv", "0001.00001"), ("pmid", "7"))


def test_most_authors_are_taken_with_what_others_know_of_them():
    (record,) = merge_documents([ROW, PUBLISHED])
    lee, li = record.authors
    assert (lee.name, lee.orcid, lee.places, lee.family) == (
        "Ann Lee",
        ORCID,
        ("Oslo U",),
        "Lee",
    )
    assert (li.name, li.orcid) == ("Bo Li", "")


def test_the_origin_of_each_field_is_kept():
    (record,) = merge_documents([ROW, PUBLISHED])
    assert record.origins == {
        "abstract": ("b",),
        "authors": ("a",),
        "doi": ("b",),
        "ids": ("b", "a"),
        "keywords": ("b", "a"),
        "title": ("b",),
        "type": ("b",),
        "venue": ("b",),
        "year": ("b",),
    }


def test_a_store_has_a_record_a_work(small_store):
    with connect(small_store) as connection:
        records = list(corpus_records(connection))
    assert [record.id for record in records] == [
        "work:cards",
        "work:least-squares",
        "work:looms",
    ]
    assert [record.year for record in records] == [1840, None, 1830]
