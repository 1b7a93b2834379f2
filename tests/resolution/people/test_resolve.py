import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.records import Link
from kg.resolution.resolve import resolve
from tests.resolution.builders import page, person, place, prose, together


@pytest.mark.parametrize(
    ("a", "b", "one"),
    [
        ("Samy Jelassi", "Jelassi, Samy", True),
        ("Jérôme Bolte", "Jerome Bolte", True),
        ("Jérôme Bolte", r"J\'er\^ome Bolte", True),
        ("JOAN BRUNA", "Joan Bruna", True),
        ("Jean-Pierre Serre", "Jean Pierre Serre", True),
        ("Xiao-Ming Li", "Xiaoming Li", True),
        ("Carles Domingo-Enrich", "Enrich Carles Domingo", True),
        ("John Smith", "John A. Smith", True),
        ("Andrew Y. Ng", "Andrew Ng", True),
        ("Tuan-Anh Nguyen", "Anh Tuan Nguyen", False),
        ("Jean Serre", "Jean-Pierre Serre", False),
        ("J. Smith", "John Smith", False),
        ("Yang Li", "Li Yang", False),
        ("Cheng Yang", "Cheng Yan", False),
        ("Cheng Yan", "Cheng Yu", False),
        ("John Smith Jr.", "John Smith", False),
        ("John Smith Jr.", "John Smith III", False),
        ("John A. Smith", "John B. Smith", False),
        ("Eldan", "Ronen Eldan", False),
        ("Wei Zhang", "Wei Zhang Li", False),
        ("Thomas Müller", "Thomas Mueller", True),
        ("Detmar Meurers", "W. Detmar Meurers", True),
        ("Bill Smith", "William Smith", False),
        ("Wei Wang", "W. Wang", False),
        ("Gerhard van Huyssteen", "Gerhard Van Huyssteen", True),
        ("Ronen Eldan", "Ronen Eldam", False),
    ],
)
def test_names_alone_make_one_person_or_two(a, b, one):
    resolution = resolve([page(1, person(a)), page(2, person(b))])
    assert together(resolution) is one


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("J. Smith", "John Smith"),
        ("Yang Li", "Li Yang"),
        ("J.-P. Serre", "Jean-Pierre Serre"),
    ],
)
def test_a_shared_co_author_bears_a_name_out(a, b):
    ally = person("Ann Ally")
    resolution = resolve([page(1, person(a), ally), page(2, person(b), ally)])
    assert together(resolution)
    assert any("Ann Ally" in merge.reason for merge in resolution.merges)


@pytest.mark.parametrize(
    ("a", "b"), [("M. Rosner", "Michael Rosner"), ("T. Evans", "Tom Evans")]
)
def test_a_shared_place_bears_a_name_out(a, b):
    assert not together(resolve([page(1, person(a)), page(2, person(b))]))
    there = place("University of Ulm")
    sent = [
        page(n, person(name), there, links=[Link("affiliation", person(name), there)])
        for n, name in enumerate((a, b))
    ]
    resolution = resolve(sent)
    assert together(resolution)
    assert any("university of ulm" in merge.reason for merge in resolution.merges)


def test_an_initial_that_fits_two_people_joins_neither_and_says_so():
    ally = person("Ann Ally")
    resolution = resolve(
        [
            page(1, person("J. Smith"), ally),
            page(2, person("John Smith"), ally),
            page(3, person("Jane Smith"), ally),
        ]
    )
    assert len({row[0] for row in resolution.mentions}) == 3
    assert {(m.rule, m.verdict) for m in resolution.merges if "J. " in m.a} == {
        ("initial unclear", "apart")
    }


def test_two_in_one_author_line_are_two_people():
    team = page(1, person("J. Smith"), person("John Smith"))
    assert not together(resolve([team]), (0, 0), (0, 1))


def test_a_middle_name_that_two_lack_joins_neither():
    pages = [
        page(n, person(name))
        for n, name in enumerate(("John Smith", "John A. Smith", "John B. Smith"))
    ]
    assert len({row[0] for row in resolve(pages).mentions}) == 3


INITIALS = ["J. Smith", "Smith J", "J. A. Smith", "John Smith", "K. Jones", "Jones K"]


LINES = st.lists(
    st.lists(
        st.sampled_from([*INITIALS, "Ann Ally", "Eldan"]), max_size=4, unique=True
    ),
    max_size=7,
)


@settings(max_examples=150, deadline=None)
@given(LINES, st.randoms(use_true_random=False))
def test_every_join_of_two_names_has_a_reason_in_any_order(lines, chance):
    pages = [page(n, *map(person, line)) for n, line in enumerate(lines)]
    resolution = resolve(pages)
    order = chance.sample(range(len(pages)), len(pages))
    shuffled = resolve([pages[number] for number in order])
    assert shuffled.entities == resolution.entities
    assert shuffled.merges == resolution.merges
    for entity in resolution.entities:
        joined = {(entity.name)}
        steps = [
            {name.partition("@")[0] for name in (merge.a, merge.b)}
            for merge in resolution.merges
            if merge.verdict == "same" and merge.entity == entity.id
        ]
        for _ in steps:
            joined |= {name for step in steps if step & joined for name in step}
        assert joined >= {entity.name, *entity.aliases}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Yu Zhang", "Yue Zhang"),
        ("Ming Li", "Meng Li"),
        ("Jun Wang", "Junjie Wang"),
        ("Paul Smith", "Paula Smith"),
        ("Yang Li", "Li Yang"),
    ],
)
def test_like_names_that_write_on_the_same_are_two(a, b):
    first = page(
        1, person(a), person("Ann Ally"), title="Kernels of large random graphs"
    )
    second = page(
        2, person(b), person("Bo Brook"), title="Random graphs: large kernels"
    )
    assert not together(resolve([first, second]))


def test_what_became_one_through_others_is_not_said_to_be_apart():
    pages = [
        page(1, person("Jon Birkenfels"), person("Uta Seyfarth"), text=prose(1)),
        page(2, person("J. B. Birkenfels"), person("Uta Seyfarth"), text=prose(2)),
        page(3, person("J. Birkenfels"), person("Uta Seyfarth"), text=prose(3)),
    ]
    resolution = resolve(pages)
    names = {e.id: {e.name, *e.aliases} for e in resolution.entities}
    for merge in resolution.merges:
        if merge.verdict == "apart":
            assert not {merge.a, merge.b} <= names[merge.entity]
