import dataclasses

from kg.records import content_hash


def test_content_hash_knows_content_not_place(extractions):
    document = extractions[0].document
    moved = dataclasses.replace(document, source="other.txt", first_line=9, last_line=9)
    other = dataclasses.replace(document, year=1831)
    assert content_hash(moved) == content_hash(document)
    assert content_hash(other) != content_hash(document)
