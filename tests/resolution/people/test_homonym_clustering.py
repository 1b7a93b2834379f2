from kg.resolution.people.homonym_clustering import (
    best_pair_evidence,
    cluster_works,
    name_prior,
    pairs_sharing_something,
)
from kg.resolution.people.match_evidence import trained_weights
from kg.resolution.people.name_comparison_form import name_form
from kg.resolution.people.profiles import Profile
from kg.text.names.name_parts import parse_name


def form(name):
    return name_form(parse_name(name))


def cluster(name, *works):
    return cluster_works(form(name), works, {}, trained_weights())


ALLY, OTHER = {("seyfarth", "uta")}, {("dombrowe", "lars")}


def test_a_common_name_needs_something_shared_and_a_rare_one_does_not():
    works = [
        Profile(works={n}, coauthors=known)
        for n, known in enumerate((ALLY, OTHER, ALLY))
    ]
    assert cluster("Wei Wang", *works) == ([0, 1, 0], [])
    assert name_prior(form("Wei Wang")) < 0 <= name_prior(form("Ottokar Brenk"))


def test_a_rare_name_in_two_places_is_told_with_its_evidence():
    works = [
        Profile(works={n}, coauthors=known, institutions={at}, years={2000 + n % 2})
        for n, (known, at) in enumerate([(ALLY, "oslo")] * 4 + [(OTHER, "lima")] * 4)
    ]
    people, (pair,) = cluster("Ottokar Brenk", *works)
    assert people == [0] * 4 + [4] * 4
    assert (pair.one, pair.other) == (0, 4)


def test_works_of_which_nothing_is_known_go_with_the_only_person():
    blank = Profile(works={3})
    first, second = (Profile(works={n}, coauthors=ALLY) for n in (1, 2))
    assert cluster("Wei Wang", first, second, blank)[0] == [0, 0, 0]


def test_a_name_in_characters_is_common_and_a_surname_alone_neither():
    assert name_prior(form("陈思远")) < 0
    assert name_prior(form("Brenk")) == 0


def test_pairs_share_a_co_author_a_place_or_a_topic():
    works = [
        Profile(coauthors=ALLY, topics={"moths"}),
        Profile(institutions={"oslo"}),
        Profile(institutions={"oslo"}, topics={"moths"}),
    ]
    assert pairs_sharing_something(works) == {(0, 2), (1, 2)}


def test_the_likest_works_of_two_homonyms_count():
    ours = [Profile(works={1}, coauthors=ALLY), Profile(works={2}, coauthors=OTHER)]
    theirs = [Profile(works={3}, coauthors=OTHER)]
    bits, added = best_pair_evidence(
        form("Wei Wang"), ours, theirs, {}, trained_weights()
    )
    assert added["co-authors"] > 0
    assert (
        bits
        == best_pair_evidence(
            form("Wei Wang"), ours[1:], theirs, {}, trained_weights()
        )[0]
    )
