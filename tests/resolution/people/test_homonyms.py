import random

import pytest

from kg.resolution.decisions import Decision
from kg.resolution.resolve import resolve
from kg.text.names.person_normal_form import normal_name
from tests.resolution.builders import named, page, person, prose, together


def people_of(resolution):
    return {entity.id for entity in resolution.entities if entity.kind == "person"}


@pytest.mark.parametrize("names", [["Li X"] * 6, ["Li X", "X. Li", "Li, X."]])
def test_initials_alone_are_a_person_a_work(names):
    resolution = resolve([page(n, person(name)) for n, name in enumerate(names)])
    rows = [row[0] for row in resolution.mentions]
    assert len(set(rows)) == len(names)
    if len(set(names)) == 1:
        assert rows == ["person:li-x", *(f"person:li-x-{n}" for n in range(2, 7))]


def test_the_same_initials_join_by_a_co_author_and_say_so():
    ally = person("Ann Ally")
    resolution = resolve(
        [
            page(1, person("J. Smith"), ally),
            page(2, person("Smith J"), ally),
            page(3, person("J. Smith"), person("Bo Brook")),
        ]
    )
    assert together(resolution)
    assert not together(resolution, second=(2, 0))


@pytest.mark.parametrize(
    ("team", "one"), [(["X. Li"], False), (["K. Jones", "L. Brown"], True)]
)
def test_one_crowded_co_author_is_no_proof_but_two_others_are(team, one):
    line = [person(name) for name in ("Y. Wang", *team)]
    assert together(resolve([page(1, *line), page(2, *line)])) is one


def test_rare_initials_are_one_person_and_common_ones_a_person_a_work():
    for name, one in (
        ("M. E. J. Newman", True),
        ("J. Lee", False),
        ("J.-H. Li", False),
    ):
        pages = [page(n, person(name)) for n in (1, 2)]
        assert together(resolve(pages)) is one


def test_fewer_initials_join_more_by_a_shared_co_author_only():
    ally = person("Ann Ally")
    pages = [page(1, person("J. Smith"), ally), page(2, person("J. A. Smith"), ally)]
    resolution = resolve([*pages, page(3, person("J. Smith"))])
    assert together(resolution)
    assert not together(resolution, second=(2, 0))


def test_a_group_is_called_as_it_is_written_and_proves_nothing():
    team = person("The ATLAS Collaboration")
    pages = [page(1, person("J. Smith"), team), page(2, person("J. Smith"), team)]
    resolution = resolve([*pages, page(3, person("ATLAS Collaboration"))])
    assert named(resolution)[0][1] == "The ATLAS Collaboration"
    assert resolution.mentions[2][0] == resolution.mentions[0][1]
    assert not together(resolution)


def test_other_works_go_with_the_bearer_that_they_are_like():
    pages = [
        page(1, person("Ottokar Brenk"), person("Uta Seyfarth")),
        page(2, person("Ottokar Brenk"), person("Lars Dombrowe")),
        page(3, person("Ottokar Brenk"), person("Lars Dombrowe"), person("Inge Falk")),
        page(4, person("Ottokar Brenk"), person("Inge Falk")),
        page(5, person("Brenk, Ottokar"), person("Uta Seyfarth")),
    ]
    apart = Decision("person", "Ottokar Brenk@d1", "Ottokar Brenk@d2", "apart", line=2)
    resolution = resolve(pages, decisions=[apart])
    meant = [row[0] for row in resolution.mentions]
    assert meant[0] == meant[4] != meant[1] == meant[2] == meant[3]
    assert len({row[0] for row in resolve(pages).mentions}) == 1


def test_the_works_of_one_name_are_parted_by_co_authors():
    allies = ["Ann Ally", "Bo Brook", "Cy Crane", "Di Drew", "Ed Elk"]
    pages = [page(n, person("Wei Wang"), person(allies[n % 5])) for n in range(40)]
    resolution = resolve(pages)
    bearers = [row[0] for row in resolution.mentions]
    assert len(set(bearers)) == 5
    assert all(bearers[n] == bearers[n % 5] for n in range(40))
    lonely = resolve([page(n, person("Wei Wang")) for n in range(4)])
    assert len({row[0] for row in lonely.mentions}) == 1


def test_one_more_work_never_shatters_a_name():
    for count in (100, 101, 150):
        pages = [
            page(n, person("Wei Wang"), person("Bo Unusualov")) for n in range(count)
        ]
        assert len({row[0] for row in resolve(pages).mentions}) == 1


def test_many_bearers_of_one_name_stay_apart_whatever_their_titles_share():
    chooser = random.Random(1)
    words = [prose(n, 1) + prose(n + 7, 1) for n in range(2000)]
    pages = [
        page(
            n,
            person("Wei Wang"),
            person(f"Al{'abcdefghij'[n // 3 % 10]}{'abcde'[n // 30]} Unusualov"),
            title=" ".join(chooser.sample(words, 4)),
        )
        for n in range(150)
    ]
    bearers = [row[0] for row in resolve(pages).mentions]
    assert len(set(bearers)) > 40
    assert all(bearers[n] == bearers[n - n % 3] for n in range(150))


def test_a_name_in_characters_is_one_person_beside_one_co_author():
    ways = ("陈, 思远", "陈思远", "思远 陈")
    pages = [
        page(n, person(normal_name(way)), person("李文博"))
        for n, way in enumerate(ways)
    ]
    made = resolve(pages)
    assert together(made)
    assert together(made, second=(2, 0))


def test_a_name_in_characters_has_several_bearers():
    pages = [
        page(n, person("王伟"), person(ally))
        for n, ally in ((1, "Ann Ally"), (2, "Bo Ek"))
    ]
    assert not together(resolve(pages))
