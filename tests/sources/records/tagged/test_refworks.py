from pathlib import Path

from kg.records import Document
from kg.sources.readers import read

EXAMPLES = Path(__file__).parents[4] / "pipelines" / "readers" / "examples"


def documents(name: str) -> list[Document]:
    return [item for item in read([EXAMPLES / name]) if isinstance(item, Document)]


def names(document: Document) -> list[str]:
    return [author.name for author in document.authors]


def test_refworks_writes_an_author_a_line() -> None:
    marsh, birds = documents("refworks.txt")
    assert names(marsh) == ["Silva,Ana", "Costa,Bruno"]
    assert {len(author.affiliations) for author in marsh.authors} == {1}
    assert (marsh.year, marsh.doi) == (2013, "10.5555/salt.2013.11")
    assert marsh.keywords == ("salt marsh", "tillage")
    assert (birds.venue, names(birds)) == ("Handbook of marshes", ["Costa,Bruno"])


def test_cnki_writes_all_authors_in_a_line() -> None:
    (silt,) = documents("cnki-refworks.txt")
    assert names(silt)[:3] == ["周明", "孙丽", "吴刚"]
    assert silt.keywords == ("泥沙", "淤积", "数值模拟")
    *_, nobody = silt.authors
    assert [place.raw for place in nobody.affiliations] == [
        "河海大学水文学院",
        "武汉大学",
    ]


def test_a_value_goes_on_in_a_line_that_is_not_set_in() -> None:
    (frogs,) = documents("highwire.refworks.txt")
    assert frogs.text.endswith("Frogs shift their calls to higher notes.")
    assert (frogs.venue, frogs.year) == ("Amphibian Ears", 2016)
