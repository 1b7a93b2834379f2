from pathlib import Path

from kg.records import Document
from kg.sources.readers import read

EXAMPLES = Path(__file__).parents[4] / "pipelines" / "readers" / "examples"


def documents(name: str) -> list[Document]:
    return [item for item in read([EXAMPLES / name]) if isinstance(item, Document)]


def names(document: Document) -> list[str]:
    return [author.name for author in document.authors]


def test_a_tag_is_a_name_in_two_languages() -> None:
    flood, hills = documents("cnki.txt")
    assert (names(flood), flood.venue) == (["郑强", "蒋敏"], "水文")
    assert flood.keywords == ("洪水预报", "集合", "淮河")
    assert (flood.year, flood.doi) == (2016, "10.5555/sw.2016.02")
    assert {place.raw for a in flood.authors for place in a.affiliations} == {
        "南京大学地理学院"
    }
    assert (hills.type, hills.year) == ("硕士", 2011)


def test_english_records_are_written_alike() -> None:
    (dams,) = documents("cnki-english.txt")
    assert names(dams) == ["Guo Lin", "Ma Rui"]


def test_links_and_ids_have_tags_that_are_not_chinese() -> None:
    (journal,) = documents("cnki-links.txt")
    assert journal.doi == "10.5555/kx.2019.07"
