import dataclasses

import pytest

from kg.content_hash import content_hash
from kg.records import Affiliation, Author, Document, SubjectHeading


def test_content_hash_knows_content_not_place(extractions):
    document = extractions[0].document
    moved = dataclasses.replace(document, source="other.txt", first_line=9, last_line=9)
    other = dataclasses.replace(document, year=1831)
    assert content_hash(moved) == content_hash(document)
    assert content_hash(other) != content_hash(document)


@pytest.mark.parametrize(
    "change",
    [
        {"ids": (("pmid", "1"),)},
        {"references": ("10.1/x",)},
        {"type": "article"},
        {"language": "en"},
        {"authors": (Author("Ada", unchecked_orcid="0000-0002-1825-0098"),)},
        {"subjects": (SubjectHeading("mesh", "Rye"),)},
        {"authors": (Author("Ada", is_group=True),)},
        {"authors": (Author("Ada", orcid="0000-0002-1825-0097"),)},
        {"authors": (Author("Ada", (Affiliation("MIT"),)),)},
        {"authors": (Author("Ada", (Affiliation("MIT", ror="042nb2s44"),)),)},
        {"authors": (Author("Ada", (Affiliation("MIT", country="US"),)),)},
    ],
)
def test_content_hash_covers_every_field(change):
    plain = Document("d", "s", "Text", (), authors=(Author("Ada"),))
    bare = dataclasses.replace(plain, authors=(Author("Ada", (Affiliation("MIT"),)),))
    hashes = {content_hash(plain), content_hash(bare)}
    changed = content_hash(dataclasses.replace(plain, **change))
    assert (changed in hashes) is (change == {"authors": bare.authors})


def test_a_document_without_the_later_fields_keeps_its_hash():
    document = Document("d", "s", "Text", (), title="T", authors=(Author("Ada"),))
    assert content_hash(document)[:12] == "be29c8fed7ba"
