import pytest

from kg.records import InstitutionFacts, Link
from kg.resolution.resolve import resolve
from tests.resolution.builders import named, page, place, together


@pytest.mark.parametrize(
    ("a", "b", "one"),
    [
        ("University of Ulm", "The University of Ulm", True),
        ("École Normale Supérieure", "Ecole Normale Superieure", True),
        ("UC, Santa Cruz", "UC at Santa Cruz", True),
        ("Yuan Pei Institute", "Yuanpei Institute", True),
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


def test_a_misprint_joins_what_more_write():
    pages = [page(n, place("University of Extremadura")) for n in range(3)]
    wrong = page(3, place("University of Extemadura"))
    assert together(resolve([*pages, wrong]))
    assert not together(resolve([pages[0], wrong]))


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


def located(name, *, ror=None, country=None, parent=None, parent_ror=None):
    facts = InstitutionFacts(ror, country, None, parent, parent_ror)
    return place(name)._replace(facts=facts)


def test_one_id_is_one_institution_whatever_it_is_called():
    a, b = located("Ulm Kernels", ror="0aaaaaa00"), located("UIK", ror="0aaaaaa00")
    assert together(resolve([page(1, a), page(2, b)]))


@pytest.mark.parametrize("name", ["York University", "Volda College"])
def test_two_ids_are_two_institutions_of_one_name(name):
    a, b = located(name, ror="0aaaaaa00"), located(name, ror="0bbbbbb00")
    assert not together(resolve([page(1, a), page(2, b)]))


def test_one_name_in_two_countries_is_two_but_not_of_a_company():
    def joined(name):
        pages = [
            page(1, located(name, country="PE")),
            page(2, located(name, country="KE")),
        ]
        return together(resolve(pages))

    assert not joined("Ministry of Health")
    assert joined("Volda Robotics")


def test_the_order_of_words_parts_only_those_that_are_known_apart():
    assert together(resolve([page(1, place("Volda University")),
                             page(2, place("University of Volda"))]))  # fmt: skip
    assert not together(resolve([page(1, place("York University")),
                                 page(2, place("University of York"))]))  # fmt: skip


def test_a_lab_is_a_part_of_its_university():
    lab = located("Tide Lab", ror="0aaaaaa00", parent="Volda", parent_ror="0bbbbbb00")
    resolution = resolve([page(1, lab), page(2, located("Volda", ror="0bbbbbb00"))])
    assert resolution.part_of == (("institution:tide-lab", "institution:volda"),)
    (entity,) = [e for e in resolution.entities if e.name == "Tide Lab"]
    assert entity.facts.parent == "Volda"
