"""Surnames cited alone: no nodes, but mentions of the one person whom they fit."""

import pytest

from kg.resolution.resolve import resolve
from tests.resolution.builders import named, page, person

CITED = person("Quist", "cited")


def _people(resolution):
    return {entity.name for entity in resolution.entities if entity.kind == "person"}


def test_a_surname_that_nobody_has_is_no_node():
    resolution = resolve([page(1, person("Ada Holm"), CITED)])
    assert resolution.mentions == (("person:ada-holm", None),)
    assert _people(resolution) == {"Ada Holm"}


def test_the_one_person_of_a_rare_surname_is_meant():
    pages = [page(1, person("Zoe Quist"), year=2001), page(2, CITED, year=2009)]
    resolution = resolve(pages)
    assert named(resolution) == [["Zoe Quist"], ["Zoe Quist"]]
    assert "surname in the corpus" in {merge.rule for merge in resolution.merges}


@pytest.mark.parametrize(
    ("authors", "year"),
    [
        (["Zoe Quist", "Bo Quist"], 2009),  # two of the name
        (["Zoe Quist"], 1980),  # before anything of hers
        (["Zoe Quist"], None),
        ([], 2009),
    ],
)
def test_in_doubt_nobody_is_meant(authors, year):
    pages = [page(n, person(a), year=2001) for n, a in enumerate(authors)]
    resolution = resolve([*pages, page(9, CITED, year=year)])
    assert resolution.mentions[-1] == (None,)


@pytest.mark.parametrize("surname", ["Li", "Scott", "Russo"])
def test_a_surname_of_several_in_a_field_is_nobodys(surname):
    pages = [
        page(1, person(f"Zoe {surname}"), year=2001),
        page(2, person(surname, "cited"), year=2002),
    ]
    assert resolve(pages).mentions[1] == (None,)


def test_authors_of_one_name_and_groups_are_nodes():
    pages = [
        page(1, person("Quist")),
        page(2, person("The ATLAS Collaboration", "cited")),
    ]
    assert _people(resolve(pages)) == {"Quist", "The ATLAS Collaboration"}
