"""Roles of a document's terms: title, prose, keywords, others' sentences."""

from hypothesis import given
from hypothesis import strategies as st

from kg.extraction.passages import find_passages
from kg.extraction.term_roles import give_roles, read_roles
from kg.records import Document, Mention, Section

TITLE = "Rye on thin soils"
ABSTRACT = "Rye is old. We use ring counts. Bio: Ada Holm studies combs."


def _document(text):
    split = len(TITLE)
    sections = (Section(0, split, "title"), Section(split + 1, len(text), "body"))
    return Document("d", "s", text, sections, title=TITLE, keywords=("soil",))


def _term(text, surface, kind="concept", begin=0):
    start = text.index(surface, begin)
    return Mention(start, start + len(surface), kind, surface, surface)


def test_each_part_of_a_document_has_its_rule():
    text = f"{TITLE}\n{ABSTRACT}"
    document = _document(text)
    terms = [
        _term(text, "Rye"),
        _term(text, "Rye", begin=5),
        _term(text, "ring counts", "method"),
        _term(text, "combs", "method"),
        Mention(0, 4, "concept", "soil", "soil", field="keywords.0"),
    ]
    found = give_roles(document, find_passages(document), terms)
    assert [term.role for term in found] == [
        *("about", "about", "uses", "mentioned", "about")
    ]
    assert [term._replace(role=None) for term in found] == terms


@given(st.text("we use, by.via;:the our newing-’ ", max_size=60), st.booleans())
def test_any_words_are_read(text, title):
    terms = [Mention(0, 1, "concept", text[:1], "x")] if text else []
    roles = read_roles(text, 0, len(text), terms, title=title)
    assert {*roles.values()} <= {"about", "uses"}
