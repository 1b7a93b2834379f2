from pathlib import Path

from kg.records import Document
from kg.sources.readers import read

EXAMPLES = Path(__file__).parents[4] / "pipelines" / "readers" / "examples"


def documents(name: str) -> list[Document]:
    return [item for item in read([EXAMPLES / name]) if isinstance(item, Document)]


def test_a_workplace_is_that_of_the_author_above() -> None:
    parking, ferries = documents("repec.rdf")
    places = [[place.raw for place in a.affiliations] for a in parking.authors]
    assert places == [["University of Basel"], ["Charles University, Prague", "CERGE"]]
    assert parking.keywords == ("parking", "auctions", "towns")
    assert (parking.id, parking.year) == ("RePEc:xxx:wpaper:12-06", 2012)
    assert parking.text.endswith("We use tickets of nine towns and an auction model.")
    assert (ferries.venue, ferries.year) == ("Journal of Waiting", 2015)


def test_tags_may_be_written_small() -> None:
    (bread,) = documents("repec-old.rdf")
    assert (bread.title, bread.year) == ("Bread prices and bells", 1998)
    assert [author.name for author in bread.authors] == ["Inga Duran"]


def test_editors_and_templates_of_books_are_told_apart() -> None:
    (chapter,) = documents("repec-chapter.rdf")
    assert [author.name for author in chapter.authors] == ["Olga Petri"]
    assert (chapter.venue, chapter.year) == ("Essays on toll roads", 2003)
