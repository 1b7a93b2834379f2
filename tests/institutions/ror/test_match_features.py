import pytest

from kg.institutions.ror.index import index_registry
from kg.institutions.ror.match_features import (
    acronym_features,
    name_features,
    organisation_features,
    rival_features,
)
from kg.institutions.ror.name_alignment import align_name
from kg.institutions.ror.normalization import name_key
from kg.institutions.ror.parsed_affiliation import parse_affiliation
from kg.institutions.ror.registry_record import Organisation

NAMES = ["University of Rye", "Rye University of Food and Health", "Hythe Hospital"]
INDEX = index_registry(
    [
        Organisation(
            name, name, city=name.split()[-1], country="France", types=("education",)
        )
        for name in NAMES
    ]
)


def aligned(text, name):
    parsed = parse_affiliation(text, INDEX)
    return align_name(INDEX.name(INDEX.exact(name_key(name))), parsed, INDEX), parsed


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("University of Rye", {"exact": 1.0, "whole": 1.0, "part": 1.0, "breaks": 0.0}),
        ("Baking Research, Univ. of Rye", {"exact": 1.0, "whole": 0.0, "late": 0.5}),
        ("Univ. of Rye, Oats", {"exact": 1.0, "late": 0.0, "left_weight": None}),
        ("Dept. Univ. of Rye", {"left_bare": 1.0, "left_unit": 1.0}),
        ("Rye, Zzyzx", {"full": 0.0, "one_found": 1.0, "missing_sort": 1.0}),
    ],
)
def test_a_name_where_it_stands(text, expected):
    found = name_features(*aligned(text, NAMES[0]), INDEX)
    assert {key: found.get(key) for key in expected} == expected


def test_a_name_beside_a_longer_one():
    text = "Rye University of Food and Health"
    short, _ = aligned(text, NAMES[0])
    long, _ = aligned(text, NAMES[1])
    beside = rival_features(short, [short, long])
    assert beside["held"] == beside["held_exact"] == 1.0
    assert beside["shared_weight_ahead"] < 0
    assert rival_features(long, [short, long])["held"] == 0.0


def test_an_acronym_where_it_stands():
    parsed = parse_affiliation("Dept. of Oats, URYE, France", INDEX)
    found = acronym_features(2, (0, 1), parsed)
    assert found["acronym_clear"] == found["acronym_ends"] == 1.0
    assert found["acronym_alone"] == 0.0
    assert found["acronym_shared"] > 0


def test_an_organisation_and_the_places_of_the_text():
    parsed = parse_affiliation("University of Rye, Rye, France", INDEX)
    own = organisation_features(0, (0,), parsed, INDEX)
    assert own["country"] == own["city"] == own["is_education"] == 1.0
    assert organisation_features(2, (2,), parsed, INDEX)["other_city"] == 1.0
    abroad = parse_affiliation("University of Rye, Spain", INDEX)
    assert organisation_features(0, (0,), abroad, INDEX)["other_country"] == 1.0
