from kg.files.earlier_ids import NO_BUILD, EarlierBuild


def test_where_there_was_no_build_no_id_was_used():
    assert (NO_BUILD.former, NO_BUILD.entities) == ({}, {})
    assert list(NO_BUILD.places_of(["person:a"])) == []


def test_a_build_that_only_has_former_ids_knows_no_place():
    before = EarlierBuild({"person:a": "person:b"})
    assert list(before.places_of(before.former)) == []
