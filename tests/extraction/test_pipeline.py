import pytest
import spacy

from kg.extraction.extract import extract
from kg.extraction.pipeline import COMPONENTS, load_pipeline, run_pipeline
from kg.records import Affiliation, Author, Document, Section

TALK = (
    "In this talk we study stochastic gradient descent (SGD) for deep linear networks. "
    "We prove that SGD converges to a global minimum.\n"
    "Joint work with Ingrid Solberg (ETH Zurich).\n"
    "Bio: Tomoko Hayashi is a postdoc at Kyoto University."
)


@pytest.fixture(scope="module")
def nlp():
    return load_pipeline()


def _document(text, **fields):
    return Document("d", "talks.txt", text, (Section(0, len(text), "body"),), **fields)


@pytest.fixture(scope="module")
def talk(nlp):
    (found,) = run_pipeline(nlp, [_document(TALK, first_line=0, last_line=2)])
    return found


def test_the_pipeline_is_the_tagger_and_our_components(nlp):
    assert isinstance(nlp, spacy.language.Language)
    assert tuple(nlp.pipe_names) == ("kg_tagger", *COMPONENTS)


def test_people_have_roles(talk):
    people = {m.name: m.role for m in talk.mentions if m.kind == "person"}
    assert people == {"Ingrid Solberg": "author", "Tomoko Hayashi": "author"}


def test_affiliations_link_people_to_institutions(talk):
    pairs = {
        (link.source.name, link.target.name)
        for link in talk.links
        if link.kind == "affiliation"
    }
    assert pairs == {
        ("Ingrid Solberg", "ETH Zurich"),
        ("Tomoko Hayashi", "Kyoto University"),
    }


def test_a_labelled_affiliation_is_where_the_speaker_is(nlp):
    text = (
        "Ann Lee\nDept of Physics, TU Munich, Germany\nOn mills\nWe ask how mills turn."
    )
    kinds = ("authors", "affiliation", "title", "body")
    starts = [0, *(n + 1 for n, sign in enumerate(text) if sign == "\n"), len(text) + 1]
    sections = zip(starts, [start - 1 for start in starts[1:]], kinds, strict=False)
    document = Document(
        "d", "x", text, tuple(Section(*section) for section in sections)
    )
    (found,) = run_pipeline(nlp, [document])
    (link,) = (link for link in found.links if link.kind == "affiliation")
    names = (link.source.name, link.target.name)
    assert names == ("Ann Lee", "Technical University of Munich")
    assert [m.name for m in found.mentions if m.kind == "person"] == ["Ann Lee"]


def test_terms_are_found_and_abbreviations_linked(talk):
    terms = {m.surface for m in talk.mentions if m.kind in ("method", "concept")}
    assert {"stochastic gradient descent", "SGD"} <= terms
    pairs = [
        (link.source.surface, link.target.surface)
        for link in talk.links
        if link.kind == "abbreviation"
    ]
    assert pairs == [("SGD", "stochastic gradient descent")]


def test_mentions_are_sorted_disjoint_and_quote_the_text(talk):
    end = 0
    for mention in talk.mentions:
        assert TALK[mention.start : mention.end] == mention.surface
        assert mention.start >= end
        assert 0 <= mention.score <= 1
        end = mention.end


def test_links_join_mentions_of_the_document(talk):
    for link in talk.links:
        assert link.source in talk.mentions
        assert link.target in talk.mentions


def test_a_records_fields_are_run_pipeline(nlp):
    author = Author("Solberg, Ingrid", (Affiliation("ETH Zurich, Switzerland"),))
    record = _document(
        "Deep nets\nWe study them.", authors=(author,), keywords=("nets",)
    )
    (found,) = run_pipeline(nlp, [record])
    fields = {(m.field, m.kind, m.name) for m in found.mentions if m.field != "text"}
    assert fields == {
        ("authors.0", "person", "Ingrid Solberg"),
        ("affiliations.0.0", "institution", "ETH Zurich"),
        ("keywords.0", "concept", "nets"),
    }
    assert [link.kind for link in found.links] == ["affiliation"]


@pytest.mark.parametrize("text", ["", "\n\n", "x", "\x00\x01", "𝔸 " * 50, "é" * 5000])
def test_odd_texts_are_run_pipeline(nlp, text):
    (found,) = run_pipeline(nlp, [_document(text)])
    assert found.document.text == text


def test_company_changes_nothing(nlp):
    """A document is read alone: others in the batch make no difference."""
    documents = [_document(TALK), _document("We use convolutional networks.")]
    together = list(run_pipeline(nlp, documents))
    alone = [next(run_pipeline(nlp, [document])) for document in documents]
    assert [e.mentions for e in together] == [e.mentions for e in alone]


def test_processes_change_nothing(monkeypatch):
    monkeypatch.setattr("kg.extraction.extract.BATCH", 2)
    documents = [_document(f"Talk {n}. {TALK}") for n in range(5)]
    assert list(extract(documents, jobs=2)) == list(extract(documents, jobs=1))


def test_nothing_to_read_gives_nothing():
    assert list(extract([])) == []


def test_each_component_runs_behind_what_it_requires(nlp):
    assert not any(nlp.analyze_pipes()["problems"].values())


def test_a_wrong_order_of_components_is_found():
    nlp = spacy.blank("en")
    nlp.add_pipe("kg_people")
    nlp.add_pipe("kg_passages")
    assert nlp.analyze_pipes()["problems"]["kg_people"] == ["doc._.passages"]
