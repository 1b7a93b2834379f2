from kg.records import (
    Affiliation,
    Author,
    Document,
    Extraction,
    InstitutionFacts,
    Mention,
    PersonFacts,
    Section,
)
from kg.store.connection import create_store
from kg.store.read import read_extractions
from kg.store.write import write_extractions


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
    with create_store(tmp_path / "x.duckdb") as made:
        write_extractions(made, [Extraction(document, (mention,))])
        assert list(read_extractions(made)) == [Extraction(document, (mention,))]


def test_what_a_text_tells_of_people_and_institutions_comes_back(tmp_path):
    text = "Ana Cruz, MIT"
    known = InstitutionFacts(country="US", ancestors=("042nb2s44",))
    mentions = (
        Mention(0, 8, "person", "Ana Cruz", "Ana Cruz", "author")._replace(
            facts=PersonFacts("0000-0002-1825-0097")
        ),
        Mention(10, 13, "institution", "MIT", "MIT", facts=known),
    )
    said = Extraction(Document("a", "a.txt", text, ()), mentions)
    with create_store(tmp_path / "x.duckdb") as made:
        write_extractions(made, [said])
        assert list(read_extractions(made)) == [said]


def test_only_the_documents_asked_for_are_read(connection, extractions):
    found = list(read_extractions(connection, documents=[2, 0]))
    assert found == [extractions[0], extractions[2]]
    assert list(read_extractions(connection, documents=[])) == []
