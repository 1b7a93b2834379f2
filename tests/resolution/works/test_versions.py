from dataclasses import replace

import pytest

from kg.resolution.works.near_duplicates import hash_texts
from kg.resolution.works.versions import (
    are_two_publications,
    is_preprint,
    published_dois,
    years_waited,
)
from kg.resolution.works.work_records import WorkRecord

(NOTHING,) = hash_texts([""])
BARE = WorkRecord("h", "l", "Rye", None, frozenset(), (), NOTHING)


def of(*identifiers):
    return replace(BARE, identifiers=identifiers)


@pytest.mark.parametrize(
    ("identifiers", "preprint"),
    [
        (("arxiv:2101.00001",), True),
        (("doi:10.1101/2020.01.01.123456",), True),
        (("doi:10.2139/ssrn.1234567",), True),
        (("doi:10.26434/chemrxiv-2021-x",), True),
        (("arxiv:2101.00001", "doi:10.1000/a"), False),  # it says where it came out
        (("doi:10.1000/a",), False),
        (("pmid:1",), False),
        ((), False),
    ],
)
def test_a_preprint_has_its_number_and_no_publication(identifiers, preprint):
    assert is_preprint(of(*identifiers)) is preprint
    assert years_waited(of(*identifiers), of("doi:10.1000/b")) == 3 * preprint


def test_two_publications_have_dois_of_which_none_is_shared():
    assert are_two_publications(["doi:10.1000/a"], ["doi:10.1000/b", "pmid:1"])
    assert not are_two_publications(["doi:10.1000/a"], ["doi:10.1000/a", "doi:10.1/b"])
    assert not are_two_publications(["doi:10.1000/a"], ["doi:10.5281/zenodo.77"])
    assert not are_two_publications(["doi:10.1000/a"], ["pmid:1"])
    assert published_dois(["doi:10.2307/77"]) == frozenset()
