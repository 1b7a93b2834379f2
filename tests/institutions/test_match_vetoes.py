import pytest

from kg.institutions.match_vetoes import lacks_place, names_award
from kg.institutions.ror.affiliation_parts import Span
from kg.institutions.ror.index import index_registry
from kg.institutions.ror.registry_matches import Match, RegistryMatcher
from kg.institutions.ror.registry_record import Organisation

NATIONAL = Organisation(
    "n", "Universidad Nacional", city="Heredia", country="Costa Rica"
)
TIDES = Organisation("t", "Universidad de Mareas", city="Heredia", country="Costa Rica")


@pytest.mark.parametrize(
    ("text", "name", "award"),
    [
        ("Stanford Graduate Fellowship", "Stanford", True),
        ("Royal Society Wolfson Award, London", "Royal Society", True),
        ("Fulbright Scholar", "Fulbright Scholar", True),
        ("Canada Research Chair in Tides", "Canada Research Chair", True),
        ("Marie Curie Fellow, Univ. of Rye", "Univ. of Rye", False),
        ("Marie Curie Fellow at Univ. of Rye", "Univ. of Rye", False),
        ("Univ. of Rye and Marie Curie Fellow", "Univ. of Rye", False),
        ("Harvard Society of Fellows", "Harvard", False),
        ("Medal Institute, Rye", "Medal Institute", False),
    ],
)
def test_an_award_is_no_institution(text, name, award):
    start = text.index(name)
    assert names_award(text, Span(start, start + len(name))) is award


@pytest.mark.parametrize(
    ("text", "organisation", "lacks"),
    [
        ("Universidad Nacional", NATIONAL, True),
        ("National University", NATIONAL, True),
        ("Universidad Nacional, Peru", NATIONAL, True),
        ("Universidad Nacional, Heredia", NATIONAL, False),
        ("National University, Costa Rica", NATIONAL, False),
        ("Universidad de Mareas", TIDES, False),
    ],
)
def test_a_generic_name_needs_the_place(text, organisation, lacks):
    matcher = RegistryMatcher(index_registry([NATIONAL, TIDES]))
    span = Span(0, len(text.partition(",")[0]))
    assert lacks_place(text, Match(organisation, 0.9, span), matcher) is lacks
