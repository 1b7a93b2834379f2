import pytest

from kg.records import PersonFacts
from kg.resolution.person_ids import (
    ORCID,
    explain_differing_ids,
    record_ids,
    record_rors,
)
from tests.resolution.builders import page, person, record

X, Y = "0000-0001-0000-0017", "0000-0002-0000-0022"


def ids_of(extraction, position=0):
    return record_ids(extraction.document, extraction.mentions[position])


def test_an_author_of_a_record_has_its_orcid_and_others_have_none():
    made = record(1, ("Maria Silva", X), "Jo Klee")
    assert ids_of(made) == {(ORCID, X)}
    assert ids_of(made, 1) == frozenset()
    assert ids_of(page(2, person("Maria Silva"))) == frozenset()
    assert ids_of(page(2, person("Maria Silva", "cited"), authors=())) == frozenset()


def test_an_author_line_of_a_page_may_have_orcids():
    made = page(2, person("Maria Silva")._replace(facts=PersonFacts(X)))
    assert ids_of(made) == {(ORCID, X)}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Wei Wang 0001", {("number of wei wang", "0001")}),
        ("Wei Wang", set()),
        ("Wei Wang 12", set()),
    ],
)
def test_a_curated_number_behind_a_name_is_an_identifier_of_that_name(name, expected):
    assert ids_of(record(1, name)) == expected


def test_the_institutions_of_a_record_have_ror_ids():
    made = record(1, ("Maria Silva", None, "05dxps055"), "Jo Klee")
    rors = [record_rors(made.document, mention) for mention in made.mentions]
    assert rors == [{"ROR 05dxps055"}, set()]


def test_what_differs_is_explained_and_what_is_shared_is_not():
    assert X in explain_differing_ids({(ORCID, X)}, {(ORCID, Y)})
    assert explain_differing_ids({(ORCID, X)}, {(ORCID, X), (ORCID, Y)}) is None
    assert explain_differing_ids({(ORCID, X)}, {("number of wei wang", "1")}) is None
    assert explain_differing_ids({(ORCID, X)}, set()) is None
