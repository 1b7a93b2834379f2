from pathlib import Path

from kg.records import Document
from kg.sources.readers import read

EXAMPLES = Path(__file__).parents[4] / "pipelines" / "readers" / "examples"


def documents(name: str) -> list[Document]:
    return [item for item in read([EXAMPLES / name]) if isinstance(item, Document)]


def names(document: Document) -> list[str]:
    return [author.name for author in document.authors]


def test_endnote_writes_paragraphs_and_keywords_a_line_each() -> None:
    roofs, slate = documents("endnote.enw")
    assert names(roofs) == ["Nygård, Ola", "Petrov, Ivan", "Roof Research Council"]
    assert roofs.text.endswith("in eleven storms. A bucket model explains the weights.")
    assert roofs.keywords == ("green roofs", "runoff", "storm water")
    assert (roofs.year, roofs.doi, roofs.venue) == (
        2014,
        "10.5555/rw.2014.201",
        "Roofs & Walls",
    )
    assert roofs.type == "Journal Article"
    assert {len(author.affiliations) for author in roofs.authors} == {1}
    assert (slate.venue, names(slate)) == ("Stones of the north", ["Morgan, Carys"])


def test_bibliographies_of_troff_have_no_types() -> None:
    loom, yarn = documents("refer.txt")
    assert (names(loom), loom.year) == (["A. B. Weaver", "C. Dyer"], 1979)
    assert loom.keywords == ("loom", "weaving", "macros")
    assert (yarn.title, yarn.year) == ("Yarn counts", 1981)


def test_google_scholar_writes_a_record_a_file() -> None:
    (bridges,) = documents("scholar.enw")
    assert names(bridges) == ["Okello, James", "Fischer, Anja"]
