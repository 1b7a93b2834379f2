from kg.sources.records.bibtex_entry import BibtexEntry
from kg.sources.records.bibtex_volumes import Volumes

VOLUME = {"title": "Looms 2018", "year": "2018", "publisher": "Quay"}


def entry(
    key: str, line: int, kind: str = "inproceedings", **fields: str
) -> BibtexEntry:
    return BibtexEntry(key, kind, line, fields)


def read(*entries: BibtexEntry) -> list[tuple[str, str | None, str | None]]:
    volumes = Volumes()
    found = [whole for each in entries for whole in volumes.take(each)]
    found += volumes.rest()
    return [(e.key, e.fields.get("booktitle"), e.fields.get("year")) for e in found]


def test_papers_take_what_they_lack_from_a_volume_below() -> None:
    papers = (
        entry("a", 1, crossref="Vol"),
        entry("b", 2, crossref="{vol}", year="2019", booktitle="Mine"),
    )
    assert read(*papers, entry("vol", 3, "proceedings", **VOLUME)) == [
        *(("a", "Looms 2018", "2018"), ("b", "Mine", "2019"), ("vol", None, "2018")),
    ]


def test_a_volume_may_stand_above() -> None:
    found = read(entry("vol", 1, "book", **VOLUME), entry("a", 2, crossref="vol"))
    assert found[1] == ("a", "Looms 2018", "2018")


def test_a_volume_may_be_of_a_volume() -> None:
    found = read(
        entry("a", 1, crossref="vol"),
        entry("vol", 2, "inbook", title="Looms", crossref="all"),
        entry("all", 3, "mvbook", year="2001"),
    )
    assert found[0] == ("a", "Looms", "2001")
    assert [key for key, *_ in found] == ["a", "vol", "all"]


def test_papers_of_no_volume_come_at_the_end_as_they_are() -> None:
    found = read(
        entry("a", 1, crossref="no"), entry("b", 2), entry("c", 3, crossref="a")
    )
    assert found == [("b", None, None), ("a", None, None), ("c", None, None)]
    # Nor do two that refer to each other hold each other for ever.
    assert len(read(entry("a", 1, crossref="b"), entry("b", 2, crossref="a"))) == 2
