from kg.institutions.ror.affiliation_parts import Stretch
from kg.institutions.ror.candidate_generation import collect_evidence
from kg.institutions.ror.index import index_registry
from kg.institutions.ror.parsed_affiliation import parse_affiliation
from kg.institutions.ror.registry_record import Organisation

UK = "United Kingdom"
TOWNS = ("Alford", "Bexhill", "Crewe", "Exmoor", "Falmouth", "Girton", "Hythe")
INDEX = index_registry(
    [
        Organisation("rye", "University of Rye", acronyms=("URYE",), country=UK),
        Organisation(
            *("lab", "Sourdough Observatory"),
            country=UK,
            relations=(("parent", "rye"),),
        ),
        Organisation("other", "Unified Rye Yeast Experts", acronyms=("URYE",)),
        *(Organisation(town, f"University of {town}", country=UK) for town in TOWNS),
    ]
)


def evidence(text):
    return {
        (INDEX.organisation(each.organisation).id, each.stretch): each.features
        for each in collect_evidence(parse_affiliation(text, INDEX), INDEX)
    }


def test_a_name_in_full_where_it_stands():
    found = evidence("Dept. of Baking, Univ. of Rye, UK")
    features = found["rye", Stretch(2, 4)]
    assert features["exact"] == features["main"] == features["country"] == 1.0
    assert features["rank"] == 0


def test_parts_and_what_they_belong_to_speak_for_each_other():
    found = evidence("Sourdough Observatory, University of Rye, UK")
    assert found["lab", Stretch(0, 2)]["parent_named"] == 1.0
    assert found["rye", Stretch(2, 4)]["child_named"] == 1.0
    assert evidence("University of Rye")["rye", Stretch(0, 2)]["child_named"] == 0.0


def test_an_acronym_with_the_name_beside_it():
    found = evidence("University of Rye (URYE)")
    place = Stretch(2, 3)
    assert found["rye", place]["acronym_named"] == 1.0
    assert found["other", place]["acronym_named"] == 0.0
    assert found["rye", Stretch(0, 2)]["acronym_too"] == 1.0


def test_who_is_elsewhere_is_no_candidate():
    assert evidence("URYE, UK").keys() == {
        ("rye", Stretch(0, 1)),
        ("other", Stretch(0, 1)),
    }
    assert ("rye", Stretch(0, 1)) not in evidence("URYE, France")


def test_nothing_named_gives_no_evidence():
    assert evidence("") == evidence("Zzyzx Road 5") == {}
