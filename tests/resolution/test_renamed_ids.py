from kg.records import Entity, Merge, Resolution
from kg.resolution.renamed_ids import rename_ids


def test_whatever_has_an_id_has_the_other_and_stands_in_its_place():
    entities = (
        Entity("concept:a", "concept", "A"),
        Entity("concept:b", "concept", "B"),
    )
    merges = tuple(
        Merge(entity.id, "concept", entity.name, "x", "rule", "reason")
        for entity in entities
    )
    given = Resolution(
        entities,
        mentions=(("concept:a", None), ("concept:b",)),
        documents=("work:d", "work:d"),
        works=(("concept:a",), ()),
        merges=merges,
        broader=(("concept:a", "concept:b"),),
        part_of=(("concept:b", "concept:a"),),
        unknown=frozenset({("term", "concept:a")}),
    )
    made = rename_ids(given, {"concept:a": "concept:z"})
    assert [entity.id for entity in made.entities] == ["concept:b", "concept:z"]
    assert made.mentions == (("concept:z", None), ("concept:b",))
    assert made.documents == given.documents
    assert made.works == (("concept:z",), ())
    assert [merge.entity for merge in made.merges] == ["concept:b", "concept:z"]
    assert made.broader == (("concept:z", "concept:b"),)
    assert made.part_of == (("concept:b", "concept:z"),)
    assert made.unknown == given.unknown
    assert made.kept_ids == (("concept:z", "concept:a"),)
