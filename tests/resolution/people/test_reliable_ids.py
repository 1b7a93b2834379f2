import pytest

from kg.resolution.people.name_comparison_form import name_form
from kg.resolution.people.profiles import Profile, build_profiles
from kg.resolution.people.reliable_ids import can_be_one, find_reliable_ids
from kg.resolution.person_ids import ORCID
from kg.text.names.name_parts import parse_name
from tests.resolution.builders import record

X, Y = "0000-0001-0000-0017", "0000-0002-0000-0022"


def reliable(*records):
    return find_reliable_ids(build_profiles(records, range(len(records))))


def test_without_identifiers_there_is_nothing_to_rely_on_or_doubt():
    found = find_reliable_ids({("Maria Silva", 1): Profile(works={1})})
    assert (found.of, found.doubts) == ({}, [])


def test_one_orcid_of_like_names_is_relied_on():
    found = reliable(
        record(1, ("Eva Brandl", X)), record(2, ("Eva Huber", X), ("Jo Klee", Y))
    )
    assert found.of == {
        ("Eva Brandl", 0): {(ORCID, X)},
        ("Eva Huber", 1): {(ORCID, X)},
        ("Jo Klee", 1): {(ORCID, Y)},
    }
    assert not found.doubts


def test_an_orcid_of_two_authors_of_one_record_is_a_slip_there_alone():
    found = reliable(
        record(1, ("Maria Silva", X), ("Maria Klee", X)), record(2, ("Maria Silva", X))
    )
    assert found.of == {("Maria Silva", 1): {(ORCID, X)}}
    assert {doubt.unit for doubt in found.doubts} == {
        ("Maria Silva", 0),
        ("Maria Klee", 0),
    }
    assert all("two authors" in doubt.reason for doubt in found.doubts)


def test_an_author_whom_a_record_lists_twice_is_one():
    found = reliable(record(1, ("John Kowalski", X), ("J. Kowalski", X)))
    assert len(found.of) == 2
    assert found.doubts == []


def test_of_unlike_names_those_of_most_works_keep_an_orcid():
    silva = [record(n, ("Maria Silva", X)) for n in range(3)]
    found = reliable(*silva, record(3, ("Jo Klee", X)))
    assert found.of.keys() == {("Maria Silva", n) for n in range(3)}
    (doubt,) = found.doubts
    assert doubt.unit == ("Jo Klee", 3)
    assert X in doubt.reason


def test_of_two_unlike_names_neither_keeps_an_orcid():
    found = reliable(record(1, ("Maria Silva", X)), record(2, ("Jo Klee", X)))
    assert not found.of
    assert len(found.doubts) == 2


def test_no_orcid_by_its_check_digit_tells_apart_but_for_a_slip():
    real, slip, made_up = (
        *("0000-0002-1825-0097", "0000-0002-1825-0079"),
        "0000-0003-1111-2222",
    )
    found = reliable(
        *(record(n, ("Maria Silva", o)) for n, o in enumerate((real, slip, made_up)))
    )
    assert found.of == {
        ("Maria Silva", 0): {(ORCID, real)},
        ("Maria Silva", 2): {(ORCID, made_up)},
    }
    (doubt,) = found.doubts
    assert (doubt.orcid, "slip" in doubt.reason) == (slip, True)


def test_two_orcids_of_one_name_in_one_work_are_doubtful():
    records = [record(1, ("Maria Silva", X)), record(2, ("Maria Silva", Y))]
    found = find_reliable_ids(build_profiles(records, [7, 7]))
    assert not found.of
    assert {doubt.orcid for doubt in found.doubts} == {X, Y}


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("Eva Brandl", "Eva Huber", True),
        ("Wei Zhang", "David Zhang", True),
        ("M. Silva", "Maria Silva", True),
        ("Zhang Wei", "Wei Zhang", True),
        ("Maria Silva", "Jo Klee", False),
        ("E. Brandl", "E. Huber", False),
    ],
)
def test_names_of_one_life(a, b, expected):
    forms = [name_form(parse_name(name)) for name in (a, b)]
    assert can_be_one(*forms) is can_be_one(*reversed(forms)) is expected
