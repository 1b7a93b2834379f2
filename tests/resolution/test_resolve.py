import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.build import build_graph
from kg.errors import DecisionError
from kg.kinds import ENTITY_KINDS
from kg.records import Mention
from kg.resolution.decisions import Decision
from kg.resolution.resolve import NAME_FAMILIES, resolve
from tests.resolution.builders import CORPUS, page, person, place, prose, term

TEAM = (person("Ann Ally"), person("Bo Brook"))


def test_nothing_in_nothing_out():
    resolution = resolve([])
    assert resolution.entities == resolution.mentions == resolution.merges == ()


def test_a_mention_without_a_name_is_nobody():
    assert resolve([page(1, term(" "), term("a kernel"))]).mentions[0][0] is None


@pytest.mark.parametrize("family", NAME_FAMILIES)
def test_each_family_of_names_is_resolved_and_labelled(family):
    kind = next(kind for kind, row in ENTITY_KINDS.items() if row.family == family)
    lone = Mention(0, 10, kind, "Ada Lovely", "Ada Lovely", "author")
    (entity,) = (
        entity for entity in resolve([page(1, lone)]).entities if entity.kind == kind
    )
    assert entity.name == "Ada Lovely"


def test_all_that_mentions_name_belongs_to_a_family_of_names():
    families = {row.family for row in ENTITY_KINDS.values() if row.mentioned}
    assert families == set(NAME_FAMILIES)


def test_a_kind_whose_family_nothing_resolves_is_told_at_once(monkeypatch):
    row = replace(ENTITY_KINDS["concept"], family="place")
    monkeypatch.setitem(ENTITY_KINDS, "country", row)
    with pytest.raises(ValueError, match="'country' is of the family 'place'"):
        resolve([])
    with pytest.raises(ValueError, match="NAME_FAMILIES"):
        build_graph("absent", "out")


NAMES = [
    "Ann Ally",
    "A. Ally",
    "Bo Brook",
    "Brook, Bo",
    "Eldan",
    "Ronen Eldan",
    "Anne Ally",
]


@settings(max_examples=40, deadline=None)
@given(st.permutations(range(len(CORPUS))))
def test_the_order_of_input_changes_nothing(order):
    plain, shuffled = resolve(CORPUS), resolve([CORPUS[number] for number in order])
    assert shuffled.entities == plain.entities
    assert shuffled.merges == plain.merges
    for position, number in enumerate(order):
        assert shuffled.mentions[position] == plain.mentions[number]
        assert shuffled.documents[position] == plain.documents[number]
        assert shuffled.works[position] == plain.works[number]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(range(len(CORPUS))), max_size=10))
def test_the_result_is_a_partition_into_entities_that_are_named(numbers):
    extractions = [CORPUS[number] for number in numbers]
    resolution = resolve(extractions)
    ids = [entity.id for entity in resolution.entities]
    assert len(set(ids)) == len(ids)
    assert ids == sorted(ids)
    used = {
        *resolution.documents,
        *sum(resolution.works, ()),
        *sum(resolution.mentions, ()),
    }
    assert used - {None} == set(ids)  # a surname cited alone is nobody's
    for extraction, row in zip(extractions, resolution.mentions, strict=True):
        assert len(row) == len(extraction.mentions)
    assert {merge.entity for merge in resolution.merges} <= set(ids)


@settings(max_examples=80, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(NAMES),
            st.sampled_from(NAMES),
            st.sampled_from(["merge", "apart"]),
        ).filter(lambda row: row[0] != row[1]),
        max_size=5,
    )
)
def test_decisions_are_obeyed_or_refused_as_contradictory(rows):
    decisions = [
        Decision("person", a, b, v, line=n) for n, (a, b, v) in enumerate(rows)
    ]
    try:
        resolution = resolve(CORPUS, decisions=decisions)
    except DecisionError as error:
        place = str(error)
    else:
        check_obeyed(rows, resolution)
        return
    assert re.match(r"decisions\.csv:\d: ", place)


def check_obeyed(rows, resolution):
    spelt = {}
    for extraction, row in zip(CORPUS, resolution.mentions, strict=True):
        for mention, entity in zip(extraction.mentions, row, strict=True):
            spelt.setdefault(mention.name, set()).add(entity)
    for a, b, verdict in rows:
        if verdict == "merge":
            assert spelt[a] == spelt[b]
            assert len(spelt[a]) == 1
        else:
            assert spelt[a].isdisjoint(spelt[b])


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 99), st.integers(-5, 20))
def test_an_unrelated_document_changes_no_cluster(seed, line):
    stranger = page(
        line,
        person("Zed Zimmer"),
        term("zonal zinc"),
        place("Zurich Zoo"),
        text=prose(seed + 50),
    )
    plain, more = resolve(CORPUS), resolve([*CORPUS, stranger])
    assert more.mentions[:-1] == plain.mentions
    assert more.documents[:-1] == plain.documents
    assert set(plain.merges) == set(more.merges)
