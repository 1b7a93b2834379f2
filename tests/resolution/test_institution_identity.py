from collections import Counter

import pytest

from kg.records import Document, Extraction, InstitutionFacts, Mention
from kg.resolution.institution_identity import (
    Identity,
    common_facts,
    group_identities,
    is_local,
    several_meant,
)

PERU, KENYA = Identity(None, "PE"), Identity(None, "KE")
UNTOLD = Identity(None, None)


def test_a_ministry_is_one_a_country_and_a_company_one_in_all():
    counts = Counter({PERU: 2, KENYA: 1, UNTOLD: 1})
    keys = group_identities("Ministry of Health", counts)
    assert keys == {PERU: "PE", KENYA: "KE", UNTOLD: "PE"}
    keys = group_identities("University of Engineering and Technology", counts)
    assert len(set(keys.values())) == 2
    assert len(set(group_identities("Volda Robotics", counts).values())) == 1


def test_an_id_is_joined_by_what_stands_in_its_country():
    linked = Identity("0aaaaaa00", "PE")
    keys = group_identities("Ministry of Health", {linked: 1, PERU: 1, KENYA: 1})
    assert keys == {linked: "0aaaaaa00", PERU: "0aaaaaa00", KENYA: "KE"}


def test_of_what_every_city_has_one_name_in_two_cities_is_two():
    leeds, bristol = Identity(None, "GB", "Leeds"), Identity(None, "GB", "Bristol")
    somewhere, oslo = Identity(None, "GB"), Identity(None, "NO", "Oslo")
    counts = Counter({leeds: 3, bristol: 2, somewhere: 1, oslo: 1, UNTOLD: 1})
    keys = group_identities("City Hospital", counts)
    assert len({keys[each] for each in (leeds, bristol, oslo)}) == 3
    assert keys[somewhere] == keys[UNTOLD] == keys[leeds]
    ministry = group_identities("Ministry of Health", counts)
    assert ministry[leeds] == ministry[bristol] != ministry[oslo]


@pytest.mark.parametrize(
    ("name", "local"),
    [
        ("Central Hospital", True),
        ("St. Olav's Hospital", True),
        ("Institute of Chemistry", True),
        ("Polytechnic Institute", True),
        ("Ministry of Health", False),
        ("National Institute of Technology", False),
        ("Academy of Sciences", False),
        ("Volda Institute", False),
        ("Imperial College London", False),  # our table knows where it is
        ("Volda Robotics", False),
    ],
)
def test_what_every_city_may_have(name, local):
    assert is_local(name) is local


def test_two_ids_are_two():
    one, other = Identity("0aaaaaa00", "US"), Identity("0bbbbbb00", "US")
    assert len(set(group_identities("Volda College", {one: 1, other: 3}).values())) == 2


def test_names_of_one_institution_are_not_split():
    def extraction(country):
        facts = InstitutionFacts(country=country)
        mention = Mention(0, 1, "institution", "V", "Volda College", facts=facts)
        return Extraction(Document("d", "s", "V", ()), (mention,))

    assert several_meant([extraction("NO"), extraction("NO"), extraction(None)]) == {}
    assert set(several_meant([extraction("NO"), extraction("PE")])) == {"Volda College"}


def test_facts_are_those_that_most_mentions_of_the_id_tell():
    facts = common_facts(
        [
            InstitutionFacts(country="US", city="Boston"),
            InstitutionFacts(
                "0aaaaaa00", "NO", "Volda", "Oslo University", "0bbbbbb00"
            ),
            InstitutionFacts("0aaaaaa00", "NO", None),
        ]
    )
    assert facts == InstitutionFacts(
        "0aaaaaa00", "NO", "Volda", "Oslo University", "0bbbbbb00"
    )


@pytest.mark.parametrize(
    ("name", "stated", "country", "city"),
    [
        ("Google", {("US", "Mountain View"): 1, ("CH", "Zurich"): 1}, "US", "Mountain View"),
        ("Google", {("US", "Mountain View"): 2, ("CH", "Zurich"): 3}, "CH", "Zurich"),
        ("Google", {("DE", "Berlin"): 1, ("CH", "Zurich"): 1}, None, None),
        ("Tide Works", {("US", "Salem"): 1, ("CH", "Zurich"): 1}, None, None),
        ("Tide Works", {("NO", "Volda"): 1, ("NO", "Oslo"): 1}, "NO", None),
        ("Tide Works", {("NO", "Volda"): 3, (None, None): 5}, "NO", "Volda"),
    ],
)  # fmt: skip
def test_countries_that_contradict_leave_the_tables_or_none(
    name, stated, country, city
):
    facts = [
        InstitutionFacts(None, *place) for place, n in stated.items() for _ in range(n)
    ]
    found = common_facts(facts, [name])
    assert (found.country, found.city) == (country, city)
