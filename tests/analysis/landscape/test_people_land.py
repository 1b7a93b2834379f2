import pytest

from kg.analysis.landscape import people_land as module
from kg.analysis.landscape.people_land import people_land
from kg.records import (
    Author,
    Document,
    Entity,
    Extraction,
    Link,
    Mention,
    Resolution,
    Section,
)
from kg.store.connection import create_store
from kg.store.derive import derive_tables
from kg.store.write import write_extractions, write_resolution

GROUPS = (("Ada", "Bo", "Cy", "Di"), ("Eve", "Flo", "Gus", "Hal", "Ida"))
PLACES = ("Lovelace Institute", "Engine Works")


@pytest.fixture
def store(tmp_path):
    """Two groups of co-authors, each at an institution of its own, and a pair."""
    extractions, resolved, works = [], [], []
    entities = {}
    twice = [pair for pair in zip(GROUPS, PLACES, strict=True) for _ in range(2)]
    for number, (names, place) in enumerate([*twice, (("Pat", "Quin"), None)]):
        text = " ".join([*names, *([place] if place else [])])
        found, ids = [], []
        for name in names:
            start = text.index(name)
            found.append(
                Mention(start, start + len(name), "person", name, name, "author")
            )
            ids.append(f"person:{name.lower()}")
            entities[ids[-1]] = Entity(ids[-1], "person", name)
        links = ()
        if place:
            start = text.index(place)
            found.append(Mention(start, len(text), "institution", place, place))
            ids.append(f"institution:{place.lower().replace(' ', '-')}")
            entities[ids[-1]] = Entity(ids[-1], "institution", place)
            links = tuple(
                Link("affiliation", person, found[-1], 0, len(text))
                for person in found[:-1]
            )
        work = f"work:w{number}"
        entities[work] = Entity(work, "work", f"W{number}")
        document = Document(
            f"doc:{number}",
            "x.txt",
            text,
            (Section(0, len(text), "body"),),
            authors=tuple(map(Author, names)),
        )
        extractions.append(Extraction(document, tuple(found), links))
        resolved.append(tuple(ids))
        works.append(work)
    resolution = Resolution(
        entities=tuple(entities[key] for key in sorted(entities)),
        mentions=tuple(resolved),
        documents=tuple(works),
        works=((),) * len(works),
        merges=(),
    )
    with create_store(tmp_path / "kg.duckdb") as connection:
        write_extractions(connection, extractions)
        write_resolution(connection, resolution)
        derive_tables(connection)
        yield connection


def test_communities_of_coauthors_are_named_by_their_institutions(store):
    land = people_land(store)
    assert land.named_by == "institutions"
    assert set(land.names) == {(place,) for place in PLACES}
    assert len(land.nodes) == 9
    assert land.total == 11
    assert land.regions.coarse.tolist() == [1] * 4 + [0] * 5


def test_without_institutions_people_name_them(store, monkeypatch):
    monkeypatch.setattr(module, "_AFFILIATED", "SELECT '' AS p, '' AS i WHERE FALSE")
    land = people_land(store)
    assert land.named_by == "people"
    assert set(land.names) == {("Ada", "Bo"), ("Eve", "Flo")}


def test_small_groups_are_left_out(connection):
    assert people_land(connection).nodes == ()
