import pytest

from kg.resolution.clusters import Clusters, Finding
from kg.resolution.people.careers import are_in_several_places, join_careers
from kg.resolution.people.match_evidence import trained_weights
from kg.resolution.people.profiles import Profile


def work(number, place=None, country=None, ally=None, year=None, topics=()):
    return Profile(
        works={number},
        institutions={place} if place else set(),
        countries={country} if country else set(),
        coauthors={(ally, ally[0])} if ally else set(),
        years={year} if year else set(),
        topics=set(topics),
    )


def people(*careers, prior=4.0):
    """Return the person of each work, and the pairs apart; works of a career share it."""
    works = [one for career in careers for one in career]
    clusters = Clusters(len(works))
    start = 0
    for career in careers:
        for number in range(start + 1, start + len(career)):
            clusters.join(Finding(start, number, "test", ""))
        start += len(career)
    apart = join_careers(works, clusters, prior, {}, trained_weights())
    return [clusters.find(number) for number in range(len(works))], apart


OSLO = [work(n, "oslo", "NO", "holm", 2010 + n) for n in range(3)]
LIMA = [work(n + 9, "lima", "PE", "rojas", 2010 + n) for n in range(3)]


def test_two_careers_on_two_continents_at_once_are_two_people():
    found, (pair,) = people(OSLO, LIMA)
    assert len(set(found)) == 2
    assert (pair.one, pair.other, pair.bits < 0) == (0, 3, True)
    assert {"other institution", "other country", "other co-authors"} <= set(pair.added)


def test_who_moves_is_one_person_of_a_rare_name():
    later = [work(n + 9, "lima", "PE", "rojas", 2013 + n) for n in range(2)]
    found, apart = people(OSLO[:2], later)
    assert (len(set(found)), apart) == (1, [])


@pytest.mark.parametrize(
    "change",
    [
        {"ally": "holm"},  # a co-author comes along
        {"place": "oslo"},
    ],
)
def test_what_two_careers_share_makes_them_one(change):
    told = {"place": "lima", "country": "PE", "ally": "rojas"} | change
    other = [work(n + 9, year=2010 + n, **told) for n in range(3)]
    assert len(set(people(OSLO, other)[0])) == 1


def test_one_work_elsewhere_may_be_a_visit():
    found, apart = people(OSLO, LIMA[:1], prior=0.0)
    assert (len(set(found)), apart) == (1, [])


def test_a_work_without_a_place_goes_with_whoever_has_most():
    bergen = [work(n + 20, "oslo", "NO", "holm", 2010 + n) for n in range(6)]
    found, _ = people(bergen, LIMA, [work(30)])
    assert found[-1] == found[0] != found[6]


def test_three_careers_of_which_two_are_opposed_are_two_people():
    between = [work(n + 30, "bonn", "DE", year=2030 + n) for n in range(2)]
    found, apart = people(OSLO, LIMA, between)
    assert len(set(found)) == 2
    assert all(found[p.one] != found[p.other] for p in apart)


def test_places_that_works_link_are_one_place():
    linked = work(5, "oslo")
    linked.institutions = {"oslo", "lima"}
    assert are_in_several_places([OSLO[0], LIMA[0], work(4)])
    assert not are_in_several_places([OSLO[0], LIMA[0], linked])
    assert not are_in_several_places([work(4), work(5)])
