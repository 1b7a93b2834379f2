from kg.institutions.ror.affiliation_parts import Stretch
from kg.institutions.ror.index import index_registry
from kg.institutions.ror.leftover_features import (
    leftover_features,
    shared_word_features,
)
from kg.institutions.ror.name_alignment import align_name
from kg.institutions.ror.normalization import name_key
from kg.institutions.ror.parsed_affiliation import parse_affiliation
from kg.institutions.ror.registry_record import Organisation

NAMES = ["University of Rye", "Rye State Institute of Sourdough"]
INDEX = index_registry([Organisation(name, name, city="Rye") for name in NAMES])


def leftover(text, start, end):
    return leftover_features(Stretch(start, end), parse_affiliation(text, INDEX))


def shared(text, name):
    parsed = parse_affiliation(text, INDEX)
    found = align_name(INDEX.name(INDEX.exact(name_key(name))), parsed, INDEX)
    return shared_word_features(found, parsed)


def test_a_named_organisation_in_front():
    found = leftover("Zzyzx Hospital, University of Rye", 2, 4)
    assert found["rest_hospital"] == 1.0
    assert found["before_named"] == found["rest_named"] == INDEX.unknown / 10
    assert found["after_named"] == found["part_head"] == 0.0


def test_departments_and_addresses_explain_themselves():
    found = leftover("Department, University of Rye, 7 Rye", 1, 3)
    assert found["rest_heavy"] == found["rest_named"] == 0.0
    assert not any(key.startswith("rest_") and found[key] for key in found)


def test_another_head_in_the_same_part():
    found = leftover("University of Rye Hospital; Zzyzx Company", 0, 2)
    assert found["part_head"] == found["rest_hospital"] == found["rest_company"] == 1.0
    assert found["after_named"] > 0
    assert "rest_university" not in leftover("University of Rye, University", 0, 2)


def test_words_shared_and_lacking():
    whole = shared("University of Rye", NAMES[0])
    assert (whole["extra"], whole["missing_generic"], whole["missing_specific"]) == (
        0,
        0,
        0,
    )
    assert whole["only_place"] == 1.0
    part = shared("Rye Medical Institute", NAMES[1])
    assert part["extra_generic"] == part["missing_generic"] == 1 / 3
    assert part["missing_specific"] == 1 / 3


def test_only_words_for_kinds():
    assert shared("State Institute of Zzyzx", NAMES[1])["no_specific"] == 1.0
