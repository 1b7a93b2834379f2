"""Which ROR ids of records are relied on: made-up ids on names of our table and others."""

import pytest

from kg.records import InstitutionFacts, Mention
from kg.resolution.institution_ids import without_doubtful_ids
from kg.resolution.resolve import resolve
from tests.resolution.builders import page, together

OXFORD, LEEDS = "University of Oxford", "University of Leeds"
X, Y = "013meh722", "052gg0110"


def at(name, ror=None, country=None, surface=None, doubted=None):
    facts = InstitutionFacts(ror, country, doubted=doubted)
    return Mention(0, 9, "institution", surface or name, name, facts=facts)


def pages(*mentions):
    return [page(number, mention) for number, mention in enumerate(mentions)]


def merges(resolution):
    return [each for each in resolution.merges if each.kind == "institution"]


def doubted(*mentions):
    """Return the places of the mentions whose id is doubted."""
    found = without_doubtful_ids(pages(*mentions))
    facts = [extraction.mentions[0].facts for extraction in found]
    assert all(each.ror is None for each in facts if each.doubted)
    return [number for number, each in enumerate(facts) if each.doubted]


@pytest.mark.parametrize(
    ("mentions", "expected"),
    [
        # The id of Leeds on the name of Oxford, which has one of its own.
        ([at(OXFORD, X), at(LEEDS, X), at(LEEDS, X), at(OXFORD, Y)], [0]),
        # Our table knows them for two, though Oxford has no other id.
        ([at(OXFORD, X), at(LEEDS, X), at(LEEDS, X)], [0]),
        # Most records of a university give it another id.
        ([at(OXFORD, X), at(OXFORD, Y), at(OXFORD, Y)], [0]),
        # One against one, of which one stands on another name as well.
        ([at(OXFORD, X), at(OXFORD, Y), at("Oxon. Tiny Lab", Y)], [0]),
        # One against one: nobody knows.
        ([at(OXFORD, X), at(OXFORD, Y)], []),
        # A university of that name in another country.
        ([at(OXFORD, X, "US"), at(OXFORD, Y, "GB"), at(OXFORD, Y, "GB")], []),
        # A name that our table lacks: two may be called so.
        ([at("Moot Trust", X), at("Moot Trust", Y), at("Moot Trust", Y)], []),
        # Another name of an institution, as its records have it.
        ([at("Oxon. Tiny Lab", X), at(OXFORD, X), at(OXFORD, X)], []),
        ([at(OXFORD), at(OXFORD, "", "GB")], []),
    ],
)
def test_ids_that_most_records_speak_against(mentions, expected):
    assert doubted(*mentions) == expected
    backwards = [len(mentions) - 1 - number for number in expected]
    assert doubted(*mentions[::-1]) == backwards


def test_without_doubt_nothing_is_changed():
    given = pages(at(OXFORD, X), at(LEEDS, Y))
    assert without_doubtful_ids(given) is given


def test_a_doubtful_id_joins_nobody_and_is_noted_for_review():
    slip, *others = at(OXFORD, X), at(LEEDS, X), at(LEEDS, X), at(OXFORD, Y)
    resolution = resolve(pages(slip, *others))
    assert together(resolution, (0, 0), (3, 0))
    assert not together(resolution, (0, 0), (1, 0))
    assert {e.name: e.facts.ror for e in resolution.entities if e.facts} == {
        OXFORD: Y,
        LEEDS: X,
    }
    (doubt,) = merges(resolution)
    assert {doubt.a, doubt.b} == {OXFORD, LEEDS}
    assert (doubt.rule, doubt.verdict, doubt.score) == ("ROR id in doubt", "apart", 0.5)
    assert X in doubt.reason


def test_a_doubt_names_whom_the_id_stands_on_most():
    given = [
        at(LEEDS, Y, doubted=X),
        at("Oxon. Tiny Lab", X),
        at(OXFORD, X),
        at(OXFORD, X),
    ]
    doubts = [m for m in merges(resolve(pages(*given))) if m.verdict == "apart"]
    assert [(doubt.a, doubt.b) for doubt in doubts] == [(LEEDS, OXFORD)]


def test_what_the_words_of_a_record_doubted_is_noted_too():
    resolution = resolve(pages(at(OXFORD, Y, doubted=X), at(LEEDS, X)))
    assert [merge.rule for merge in merges(resolution)] == ["ROR id in doubt"]
    assert not merges(resolve(pages(at(OXFORD, Y, doubted=X))))


def test_other_words_for_a_node_are_explained_by_the_id():
    read = [
        at(LEEDS, X, surface=each) for each in ("LUM", "Univ. of Leeds", LEEDS, "LUM")
    ]
    (merge,) = merges(resolve(pages(*read)))
    assert (merge.a, merge.b, merge.rule) == (LEEDS, "LUM", "same id")
    assert merge.reason == f"Both are {X} in ROR."
    assert not merges(resolve(pages(at(LEEDS, surface="LUM"))))
