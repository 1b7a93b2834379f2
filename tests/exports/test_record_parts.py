from dataclasses import replace

import pytest

from kg.exports.corpus_records import CorpusRecord
from kg.exports.document_rows import RowAuthor
from kg.exports.record_parts import (
    document_words,
    id_of,
    kind_of,
    name_parts,
    orcid_words,
    origin_words,
)

RECORD = CorpusRecord(
    *("work:a", "A", "", (), "", None, "", (("pmid", "7"),), (), (), ()),
    *("", "", (), {}),
)


@pytest.mark.parametrize(
    ("author", "parts"),
    [
        (RowAuthor("Ann Lee"), ("Lee", "Ann", False)),
        (RowAuthor("Juan R. de la Vega"), ("de la Vega", "Juan R.", False)),
        (
            RowAuthor("Ana Ruiz García", family="Ruiz García"),
            ("Ruiz García", "Ana", False),
        ),
        (RowAuthor("Kern, Uwe"), ("Kern", "Uwe", False)),
        (RowAuthor("Plato"), ("Plato", "", False)),
        (RowAuthor("The ATLAS Collaboration"), ("The ATLAS Collaboration", "", True)),
    ],
)
def test_names_are_parted_before_the_family_s(author, parts):
    assert name_parts(author) == parts


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Conference Paper", "paper"),
        ("journal-article", "article"),
        ("Book chapter", "chapter"),
        ("Doctoral thesis", "thesis"),
        ("posted-content", "preprint"),
        ("Review", "article"),
        ("", "other"),
    ],
)
def test_kinds_are_told_by_the_words_of_databases(words, kind):
    assert kind_of(replace(RECORD, type=words)) == kind


def test_what_has_a_venue_and_no_type_is_an_article():
    assert kind_of(replace(RECORD, venue="Mills")) == "article"


def test_orcids_stand_behind_the_names_of_those_who_have_one():
    authors = (
        RowAuthor("Ann Lee", orcid="1"),
        RowAuthor("Bo Li"),
        RowAuthor("Cy Roe", orcid="2"),
    )
    assert orcid_words(replace(RECORD, authors=authors)) == "Lee, Ann/1; Roe, Cy/2"
    assert orcid_words(RECORD) == ""


def test_origins_are_said_in_words():
    documents = (("a", "a.bib", 3), ("b", "b.txt", None))
    record = replace(RECORD, documents=documents, origins={"title": ("a",)})
    assert document_words(record) == "a (a.bib:3); b (b.txt)"
    assert origin_words(record) == "title from a"
    assert (id_of(record, "pmid"), id_of(record, "s2")) == ("7", "")


def test_of_many_documents_some_are_named():
    record = replace(RECORD, origins={"title": tuple(f"d{n}" for n in range(30))})
    assert origin_words(record).endswith("d19, 10 more")
