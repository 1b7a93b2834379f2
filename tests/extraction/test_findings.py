import pytest
import spacy

from kg.extraction.findings import as_extraction, attach_findings, findings_of
from kg.records import Document, Link, Mention, Section, Work

TEXT = "Ana Cruz (MIT) studies trees."
DOCUMENT = Document("d", "a.txt", TEXT, (Section(0, len(TEXT), "body"),))
PERSON = Mention(0, 8, "person", "Ana Cruz", "Ana Cruz")
PLACE = Mention(10, 13, "institution", "MIT", "MIT")
TERM = Mention(23, 28, "concept", "trees", "trees")
KEYWORD = Mention(0, 5, "concept", "trees", "trees", field="keywords.0")
LINK = Link("affiliation", PERSON, PLACE, 0, 14)


@pytest.fixture
def doc():
    doc = spacy.blank("en").make_doc(TEXT)
    attach_findings(doc, DOCUMENT)
    return doc


def test_a_doc_carries_its_document_and_nothing_found(doc):
    found = findings_of(doc)
    assert found.document is DOCUMENT
    assert as_extraction(found).mentions == ()


def test_a_doc_without_a_document_has_no_findings():
    with pytest.raises(KeyError):
        findings_of(spacy.blank("en").make_doc(TEXT))


def test_what_is_found_is_listed_once_in_order_of_place(doc):
    found = findings_of(doc)
    found.terms = [KEYWORD, TERM, TERM]
    found.people = [PERSON]
    found.institutions = [PLACE]
    found.links = [LINK, LINK]
    extraction = as_extraction(found)
    assert extraction.mentions == (PERSON, PLACE, TERM, KEYWORD)
    assert extraction.links == (LINK,)


def test_the_ends_of_links_are_mentions(doc):
    findings_of(doc).links = [LINK]
    assert as_extraction(findings_of(doc)).mentions == (PERSON, PLACE)


def test_works_stay_in_the_order_they_were_found(doc):
    works = [Work(5, 9, title="Trees"), Work(0, 3, title="Graphs")]
    findings_of(doc).works = works
    assert as_extraction(findings_of(doc)).works == tuple(works)
