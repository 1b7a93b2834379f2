"""Ids of homonyms, which go on meaning whom they meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.files.earlier_ids import NO_BUILD, EarlierBuild, KnownEntity
from kg.records import Document, Entity, Extraction, Mention, Merge, Resolution
from kg.resolution.kept_ids import keep_ids, remarks_on_kept_ids

WANG, SECOND, THIRD, FOURTH = "person:w", *(f"person:w-{n}" for n in (2, 3, 4))
OTHER = "person:v-w"
NAMES = {OTHER: "V W"}


def _now(people):
    """Return documents that each name a person at the same place, and a resolution."""
    extractions = [
        Extraction(
            Document(document, "f", "W", ()), (Mention(0, 1, "person", "W", "W"),), ()
        )
        for document in people
    ]
    entities = [
        Entity(name, "person", NAMES.get(name, "W"))
        for name in sorted({*people.values()})
    ]
    works = [Entity(f"work:{document}", "work", document) for document in people]
    return extractions, Resolution(
        (*entities, *works),
        tuple((name,) for name in people.values()),
        tuple(work.id for work in works),
        ((),) * len(people),
    )


def _before(people, former=()):
    """Return a build in which documents named people."""
    entities = {
        name: KnownEntity(
            NAMES.get(name, "W"), min(d for d, n in people.items() if n == name)
        )
        for name in people.values()
    }

    def places_of(ids):
        return [((d, "text", 0, 1), name) for d, name in people.items() if name in ids]

    return EarlierBuild(dict(former), entities, places_of)


def _kept(before, now, former=()):
    """Return whom each document names, with the ids that are kept."""
    resolution = keep_ids(_before(before, former), *_now(now))
    named = {
        work.removeprefix("work:"): names[0]
        for work, names in zip(resolution.documents, resolution.mentions, strict=True)
    }
    assert {*named.values()} == {
        entity.id for entity in resolution.entities if entity.kind == "person"
    }
    return named


def test_homonyms_whose_numbers_would_swap_keep_them():
    before = {"a": WANG, "b": SECOND}
    assert _kept(before, {"a": SECOND, "b": WANG}) == before


def test_a_homonym_who_comes_first_gets_the_next_number():
    before = {"a": WANG, "b": SECOND}
    now = {"0": WANG, "a": SECOND, "b": THIRD}
    assert _kept(before, now) == {**before, "0": THIRD}


def test_where_the_first_is_gone_the_second_keeps_its_number():
    assert _kept({"a": WANG, "b": SECOND}, {"b": WANG}) == {"b": SECOND}
    # Also in the build after that.
    assert _kept({"b": SECOND}, {"b": WANG}) == {"b": SECOND}


def test_of_two_who_are_one_by_now_the_lower_number_stays():
    before = {"a": SECOND, "b": THIRD, "c": WANG}
    assert _kept(before, {"a": SECOND, "b": SECOND, "c": WANG})["b"] == SECOND


def test_where_one_turns_out_to_be_two_most_places_decide():
    now = {"a": WANG, "b": SECOND, "c": SECOND}
    assert _kept(dict.fromkeys("abc", WANG), now) == {"a": SECOND, "b": WANG, "c": WANG}


def test_an_id_whose_person_has_a_fuller_name_is_given_to_nobody_else():
    now = {"a": OTHER, "b": WANG}
    assert _kept({"a": WANG}, now) == {"a": OTHER, "b": SECOND}
    # Nor in the builds after that, where it is a former one.
    former = {WANG: OTHER}
    assert _kept({"a": OTHER}, now, former) == {"a": OTHER, "b": SECOND}


def test_who_was_taken_for_another_in_between_has_the_id_again():
    former = {WANG: OTHER}
    now = {"a": WANG, "b": OTHER, "c": OTHER}
    assert _kept(dict.fromkeys("abc", OTHER), now, former) == now


def test_a_former_id_of_nobody_is_free():
    assert _kept({"a": OTHER}, {"b": WANG}, {WANG: OTHER}) == {"b": WANG}
    assert _kept({}, {"b": WANG}, {WANG: OTHER}) == {"b": WANG}


def test_a_number_that_somebody_had_is_not_given_again():
    before = {"a": WANG, "gone": FOURTH, "b": SECOND}
    now = {"0": WANG, "a": SECOND, "b": THIRD}
    assert _kept(before, now, {THIRD: OTHER})["0"] == "person:w-5"


@pytest.mark.parametrize("before", [{}, {"a": WANG}, {"a": WANG, "b": SECOND}])
def test_where_no_id_means_another_nothing_changes(before):
    extractions, resolution = _now({"a": WANG, "b": SECOND, "c": THIRD})
    assert keep_ids(_before(before), extractions, resolution) is resolution
    assert keep_ids(NO_BUILD, extractions, resolution) is resolution


def test_all_that_has_ids_has_those_that_are_kept():
    extractions, resolution = _now({"a": SECOND, "b": WANG})
    merge = Merge(WANG, "person", "W", "W", "rule", "reason")
    decided = Resolution(
        resolution.entities,
        resolution.mentions,
        resolution.documents,
        resolution.works,
        merges=(merge,),
        broader=((SECOND, WANG),),
    )
    kept = keep_ids(_before({"a": WANG, "b": SECOND}), extractions, decided)
    assert kept.merges[0].entity == SECOND
    assert kept.broader == ((WANG, SECOND),)
    assert [entity.id for entity in kept.entities] == sorted(
        entity.id for entity in decided.entities
    )
    assert kept.kept_ids == ((WANG, SECOND), (SECOND, WANG))


def test_it_is_said_what_a_build_elsewhere_would_call_them():
    now = _now({"a": SECOND, "b": WANG})
    kept = keep_ids(_before({"a": WANG, "b": SECOND}), *now)
    (remark,) = remarks_on_kept_ids(kept)
    assert f"{WANG} (elsewhere {SECOND})" in remark.reason
    assert not remark.lost
    assert remarks_on_kept_ids(now[1]) == ()


def _numbered(people):
    """Return documents with the ids that a build elsewhere gives their people."""
    order = {who: number + 1 for number, who in enumerate(dict.fromkeys(people))}
    ids = [WANG if order[who] == 1 else f"{WANG}-{order[who]}" for who in people]
    return dict(zip("abcdef", ids, strict=False))


PEOPLE = st.lists(st.integers(0, 3), min_size=1, max_size=6).map(_numbered)
FORMER = st.dictionaries(
    st.sampled_from([WANG, SECOND, THIRD, FOURTH]),
    st.sampled_from([WANG, SECOND, OTHER, "person:nobody"]),
)


@given(PEOPLE, PEOPLE, FORMER)
def test_nobody_shares_an_id_and_the_next_build_gives_the_same(before, now, former):
    kept = _kept(before, now, former)
    people = [{d for d in now if now[d] == name} for name in now.values()]
    assert [{d for d in kept if kept[d] == name} for name in kept.values()] == people
    assert _kept(kept, now, former) == kept
