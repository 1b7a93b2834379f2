import pytest

from kg.records import Link
from kg.resolution.resolve import resolve
from tests.resolution.builders import named, page, place, together


@pytest.mark.parametrize(
    ("a", "b", "one"),
    [
        ("University of Ulm", "The University of Ulm", True),
        ("École Normale Supérieure", "Ecole Normale Superieure", True),
        ("UC, Santa Cruz", "UC at Santa Cruz", True),
        (
            "Center for Signal & Image Processing",
            "Center for Signal and Image Processing",
            True,
        ),
        ("University of Ulm", "University of Umeå", False),
        ("Washington University", "University of Washington", False),
    ],
)
def test_institutions_join_by_their_normal_name(a, b, one):
    assert together(resolve([page(1, place(a)), page(2, place(b))])) is one


def test_an_institutions_surfaces_are_its_other_names():
    (entity,) = [
        e
        for e in resolve([page(1, place("University of Ulm", "Uni Ulm"))]).entities
        if e.kind == "institution"
    ]
    assert entity.aliases == ("Uni Ulm",)


def test_an_acronym_that_the_corpus_explains_is_its_institution():
    full, cut = place("Ulm Institute of Kernels"), place("UIK")
    link = Link("abbreviation", cut, full)
    resolution = resolve([page(1, full, cut, links=[link]), page(2, cut)])
    assert named(resolution)[1] == ["Ulm Institute of Kernels"]
