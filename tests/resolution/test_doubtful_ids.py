from kg.files.earlier_ids import NO_BUILD, EarlierBuild, KnownEntity
from kg.records import Document, Entity, Extraction, Mention, Resolution
from kg.resolution.doubtful_ids import doubtful_ids, plain_before


def _doubtful(before, now):
    """Ask of ids before, each with a name and a document, and now, by documents."""
    extractions = [
        Extraction(
            Document(document, "f", "W", ()), (Mention(0, 1, "person", "W", "W"),), ()
        )
        for document in now
    ]
    resolution = Resolution(
        tuple(Entity(name, "person", "Wei Wang") for name in sorted({*now.values()})),
        tuple((name,) for name in now.values()),
        ("work:w",) * len(now),
        ((),) * len(now),
    )
    entities = {name: KnownEntity(*known) for name, known in before.items()}
    build = EarlierBuild({}, entities)
    return sorted(doubtful_ids(build, plain_before(build), extractions, resolution))


def test_an_id_that_still_stands_where_it_stood_is_in_no_doubt():
    before = {"person:wei-wang": ("Wei Wang", "a"), "work:w": ("W", "a")}
    assert _doubtful(before, {"a": "person:wei-wang"}) == []
    assert list(doubtful_ids(NO_BUILD, {}, [], Resolution((), (), (), ()))) == []


def test_an_id_that_is_gone_or_stands_elsewhere_is():
    before = {"person:wei-wang": ("Wei Wang", "a"), "person:x": ("X", None)}
    now = {"a": "person:ada-byron", "b": "person:wei-wang"}
    assert _doubtful(before, now) == ["person:wei-wang", "person:x"]


def test_ids_of_homonyms_are_whether_there_were_or_are_several():
    one = {"person:wei-wang": ("Wei Wang", "a")}
    two = {**one, "person:wei-wang-2": ("Wei Wang", "b")}
    homonyms = {"a": "person:wei-wang", "b": "person:wei-wang-2"}
    assert _doubtful(one, homonyms) == ["person:wei-wang"]
    assert _doubtful(two, homonyms) == sorted(two)
    assert _doubtful(two, {"a": "person:wei-wang", "b": "person:wei-wang"}) == sorted(
        two
    )


def test_ids_of_the_build_before_are_known_without_their_numbers():
    entities = {"person:wei-wang-2": KnownEntity("Wei Wang")}
    assert plain_before(EarlierBuild({}, entities)) == {
        "person:wei-wang-2": "person:wei-wang"
    }
