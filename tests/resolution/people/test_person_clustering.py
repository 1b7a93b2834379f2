import pytest

from kg.resolution.clusters import Clusters
from kg.resolution.people.match_evidence import Evidence, trained_weights
from kg.resolution.people.name_comparison_form import name_form
from kg.resolution.people.person_blocking import candidate_pairs
from kg.resolution.people.person_clustering import (
    PersonClusters,
    describe_differences,
    describe_evidence,
    join_likely_pairs,
)
from kg.resolution.people.profiles import Profile
from kg.text.names.name_parts import parse_name

ALLIES = {("ally", "ann"), ("seyfarth", "uta")}


def setup(*people):
    """Return clusters and people of (name, what is known)."""
    forms = [name_form(parse_name(name)) for name, _ in people]
    profiles = [Profile(works={n}, **known) for n, (_, known) in enumerate(people)]
    pairs = candidate_pairs(forms, profiles)
    evidence = Evidence(forms, profiles, pairs, {}, trained_weights())
    clusters = Clusters(len(people))
    groups = [[node] for node in range(len(people))]
    made = PersonClusters(forms, groups, [n for n, _ in people], evidence, clusters)
    return pairs, made, clusters, evidence


def test_the_likeliest_pair_is_joined_with_its_reason():
    pairs, people, clusters, evidence = setup(
        ("J. Birkenfels", {"coauthors": ALLIES}),
        ("Jon Birkenfels", {"coauthors": ALLIES}),
    )
    join_likely_pairs(pairs, people, clusters, evidence)
    assert people.are_one(0, 1)
    (finding,) = clusters.findings
    assert finding.rule == "initial"
    assert "a name cut to its initial" in finding.reason
    assert "Uta Seyfarth" in finding.reason


def test_a_name_that_fits_two_people_joins_neither():
    both = {"coauthors": ALLIES}
    pairs, people, clusters, evidence = setup(
        ("J. Birkenfels", both), ("Jon Birkenfels", both), ("Jan Birkenfels", both)
    )
    join_likely_pairs(pairs, people, clusters, evidence)
    assert not people.are_one(0, 1)
    assert not people.are_one(0, 2)
    assert {finding.rule for finding in clusters.findings} == {"initial unclear"}


@pytest.mark.parametrize(
    ("known", "prepare", "conflict"),
    [
        ({}, lambda clusters: clusters.forbid([0], [1]), "A decision"),
        ({"author_lines": {3}}, lambda clusters: None, "One author line has both"),
    ],
)
def test_constraints_veto_whatever_the_names(known, prepare, conflict):
    _, people, clusters, _ = setup(("J. Birkenfels", known), ("Jon Birkenfels", known))
    prepare(clusters)
    assert conflict in people.find_conflict(0, 1)
    assert not people.are_compatible(0, 1)


@pytest.mark.parametrize(
    ("a", "b", "works", "one"),
    [
        ("Jon Birkenfels", "Jon Birkenfelz", {7, 8}, False),
        ("Jon Birkenfels", "Jon Birkenfelz", {7}, True),
        ("Oleksi Birkenfels", "Oleksii Birkenfels", {7, 8}, False),
        ("Oleks Birkenfels", "Oleksander Birkenfels", {7, 8}, True),
    ],
)
def test_two_spellings_that_both_come_again_are_two_people(a, b, works, one):
    ally = {("ally", "ann")}
    _, people, _, evidence = setup((a, {"coauthors": ally}), (b, {"coauthors": ally}))
    profiles = evidence._profiles
    profiles[0].works, profiles[1].works = {1, 2, 3}, works
    assert people.are_compatible(0, 1) is one


def test_a_spelling_of_who_writes_with_the_same_team_is_no_second_person():
    team = {("seyfarth", "uta"), ("quillfeder", "per"), ("oberwasser", "ina")}
    _, people, _, evidence = setup(
        ("Jon Birkenfels", {"coauthors": team}), ("Jon Birkenfelz", {"coauthors": team})
    )
    for number, profile in enumerate(evidence._profiles):
        profile.works = {2 * number, 2 * number + 1}
    assert people.are_compatible(0, 1)


def test_two_identifiers_are_a_conflict_that_names_both():
    _, people, clusters, _ = setup(("J. Birkenfels", {}), ("Jon Birkenfels", {}))
    clusters.identify(0, "ORCID", "1")
    assert people.are_compatible(0, 1)
    clusters.identify(1, "ORCID", "2")
    assert people.find_conflict(0, 1) == "Their identifiers differ: ORCID 1 and 2."


def test_names_that_no_person_has_are_a_conflict():
    _, people, _, _ = setup(("Jan Birkenfels", {}), ("Jon Birkenfels", {}))
    assert people.find_conflict(0, 1) == "Jan Birkenfels is not Jon Birkenfels."


def test_differences_and_evidence_are_put_into_words():
    assert describe_differences(frozenset()) == "the same words"
    assert describe_differences(frozenset({"suffix", "initial"})) == (
        "a name cut to its initial, a suffix left out"
    )
    weights = {"rarity": 0.04, "topics": -2.0, "papers": 1.26}
    assert describe_evidence(weights) == "topics -2.0, papers +1.3"
