import pytest

from kg.institutions.ror.index import index_registry
from kg.institutions.ror.name_alignment import align_name
from kg.institutions.ror.name_constraints import is_of_another, specific_words
from kg.institutions.ror.normalization import name_key
from kg.institutions.ror.parsed_affiliation import parse_affiliation
from kg.institutions.ror.registry_record import Organisation

UK = "United Kingdom"
INDEX = index_registry(
    [
        Organisation("rye", "University of Rye", ("U of R",), city="Rye", country=UK),
        Organisation("hythe", "Hythe State University", city="Hythe", country=UK),
        Organisation("oats", "Oats Sourdough Institute", city="Hythe", country=UK),
        Organisation("crewe", "Crewe University", city="Crewe", country=UK),
        Organisation("health", "Crewe Medical University", city="Crewe", country=UK),
    ]
)


def aligned(text, name):
    parsed = parse_affiliation(text, INDEX)
    return align_name(INDEX.name(INDEX.exact(name_key(name))), parsed, INDEX), parsed


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Zzyzx Institute, Rye, UK", "University of Rye"),
        ("Zzyzx Corp., Rye", "University of Rye"),
        ("Rye Institute", "University of Rye"),
        ("Rye Satellite Center, Rye", "University of Rye"),
        ("Q&R", "U of R"),
        ("Zzyzx University Crewe", "Crewe University"),
        ("Zzyzx Medical University Rye", "University of Rye"),
        ("Crewe University", "Crewe Medical University"),
        ("Oats Hospital Institute", "Oats Sourdough Institute"),
        ("Crewe Agrarian University", "Crewe Medical University"),
        ("Oats Rhubarb Institute", "Oats Sourdough Institute"),
        ("Hythe State University of Finance, Hythe", "Hythe State University"),
        ("Hythe State Medical University, Hythe", "Hythe State University"),
    ],
)
def test_words_of_another(text, name):
    assert is_of_another(*aligned(text, name))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("School of Baking, Rye, UK", "University of Rye"),
        ("University Crewe", "Crewe University"),
        ("Zzyzx University Rye", "University of Rye"),
        ("Zzyzx, University of Crewe", "Crewe University"),
        ("State University Crewe", "Crewe University"),
        ("Crewe Medical College University", "Crewe Medical University"),
        ("Oats ofSourdough Institute", "Oats Sourdough Institute"),
        ("Dept. of Physics; Rye University; Rye UK", "University of Rye"),
        ("Zzyzx Institute, University of Rye, Rye", "University of Rye"),
        ("U of R", "U of R"),
        ("Hythe State University of Hythe", "Hythe State University"),
        ("Medical School, Hythe State University", "Hythe State University"),
        ("Oats Institute, Hythe", "Oats Sourdough Institute"),
    ],
)
def test_words_of_its_own(text, name):
    assert not is_of_another(*aligned(text, name))


def test_words_that_say_which():
    assert specific_words(
        *aligned("Hythe State University", "Hythe State University")
    ) == [0]
