from hypothesis import given, settings
from hypothesis import strategies as st

from kg.records import PersonFacts
from kg.resolution.decisions import Decision
from kg.resolution.resolve import resolve
from tests.resolution.builders import record, together

X, Y, Z = "0000-0002-1825-0097", "0000-0002-0000-0022", "0000-0003-0000-0038"
# Texts of their own, so that no two records are of one work.
TEXTS = [
    " ".join(f"{'abcdefghij'[n]}{letter}ly" * 2 for letter in "klmnopqrstuvwx")
    for n in range(10)
]


def resolved(*lines, decisions=()):
    records = [
        record(n, *line, text=TEXTS[n], title=f"On {TEXTS[n].split()[0]}")
        for n, line in enumerate(lines)
    ]
    return resolve(records, decisions=decisions)


def merges(resolution, rule):
    return [merge for merge in resolution.merges if merge.rule == rule]


def test_one_orcid_is_one_person_whatever_the_name_with_a_reason():
    resolution = resolved([("Eva Brandl", X)], [("Eva Huber", X)])
    assert together(resolution)
    (merge,) = merges(resolution, "ORCID")
    assert (merge.reason, merge.verdict) == (f"The same ORCID {X}.", "same")
    assert not together(resolved([("Eva Brandl", X)], ["Eva Huber"]))


def test_two_orcids_are_two_people_of_one_rare_name():
    lines = [[("Ottokar Brenk", X), "Jo Klee"], [("Ottokar Brenk", Y), "Jo Klee"]]
    assert not together(resolved(*lines))
    plain = [["Ottokar Brenk", "Jo Klee"], ["Ottokar Brenk", "Jo Klee"]]
    assert together(resolved(*plain))


def test_two_orcids_are_two_people_whose_names_would_join():
    lines = [[("M. Rosner", X), "Ann Ally"], [("Michael Rosner", Y), "Ann Ally"]]
    resolution = resolved(*lines)
    assert not together(resolution)
    (merge,) = merges(resolution, "initial")
    assert merge.verdict == "apart"
    assert X in merge.reason
    assert Y in merge.reason


def test_works_without_an_orcid_go_with_the_homonym_that_they_are_like():
    resolution = resolved(
        [("Wei Wang", X), "Uta Seyfarth"],
        [("Wei Wang", Y), "Lars Dombrowe"],
        ["Wei Wang", "Lars Dombrowe"],
        ["Wei Wang", "Uta Seyfarth"],
    )
    people = [row[0] for row in resolution.mentions]
    assert people[0] == people[3] != people[1] == people[2]


def test_one_orcid_holds_the_works_of_a_common_name_together():
    lines = [[("Wei Wang", X), "Uta Seyfarth"], [("Wei Wang", X), "Lars Dombrowe"]]
    assert together(resolved(*lines))
    plain = [["Wei Wang", "Uta Seyfarth"], ["Wei Wang", "Lars Dombrowe"]]
    assert not together(resolved(*plain))


def test_curated_numbers_tell_homonyms_apart_and_say_nothing_of_other_names():
    resolution = resolved(
        ["Wei Wang 0001", "Jo Klee"],
        ["Wei Wang 0057", "Jo Klee"],
        ["Wei Wang 0001", "Ann Ally"],
        ["Jo Klee 0001"],
    )
    people = [row[0] for row in resolution.mentions]
    assert people[0] == people[2] != people[1]
    assert people[3] == resolution.mentions[0][1]


def test_a_decision_has_the_last_word_over_orcids():
    two = [[("Ottokar Brenk", X)], [("Ottokar Brenk", Y)]]
    merge = Decision("person", "Ottokar Brenk@d0", "Ottokar Brenk@d1", "merge", line=2)
    assert together(resolved(*two, decisions=[merge]))
    one = [[("Eva Brandl", X)], [("Eva Huber", X)]]
    apart = Decision("person", "Eva Brandl", "Eva Huber", "apart", line=2)
    assert not together(resolved(*one, decisions=[apart]))


def test_a_slip_joins_nobody_and_is_noted_for_review():
    resolution = resolved([("Maria Silva", X)], [("Jo Klee", X)])
    assert not together(resolution)
    (doubt,) = merges(resolution, "ORCID in doubt")
    assert {doubt.a, doubt.b} == {"Maria Silva", "Jo Klee"}
    assert (doubt.verdict, doubt.score) == ("apart", 0.5)
    assert "word in common" in doubt.reason


def test_an_author_whom_a_record_lists_twice_is_one_person():
    twice = [("John Kowalski", X), ("J. Kowalski", X)]
    resolution = resolved(twice, [("John Kowalski", X)])
    assert together(resolution, (0, 0), (0, 1))
    assert together(resolution)
    assert not together(resolved(["John Kowalski", "J. Kowalski"]), (0, 0), (0, 1))


def test_a_person_has_the_orcid_that_is_relied_on():
    resolution = resolved(
        [("Eva Brandl", X), ("Jo Klee", Y)], ["Jo Klee"], ["Ann Ally"]
    )
    known = {e.name: e.facts for e in resolution.entities if e.kind == "person"}
    assert known == {
        "Eva Brandl": PersonFacts(X), "Jo Klee": PersonFacts(Y), "Ann Ally": None
    }  # fmt: skip
    slips = resolved([("Maria Silva", X)], [("Jo Klee", X)])
    assert not any(entity.facts for entity in slips.entities)


def test_two_orcids_on_one_name_of_one_record_join_nobody():
    resolution = resolved(
        [("Ottokar Brenk", X), ("Ottokar Brenk", Y)], [("Ottokar Brenk-Falk", X)]
    )
    doubts = merges(resolution, "ORCID in doubt")
    assert not merges(resolution, "ORCID")
    assert all(doubt.verdict == "apart" for doubt in doubts)


def test_people_of_one_author_line_stay_two_though_a_third_record_has_one_orcid():
    resolution = resolved(
        [("Eva Brandl", X), "Eva Huber"], [("Eva Huber", X)], [("Eva Brandl", X)]
    )
    assert not together(resolution, (0, 0), (0, 1))


def test_a_new_name_may_fit_either_name_of_one_who_changed_it():
    resolution = resolved(
        [("Eva Brandl", X)], [("Eva Huber", X), "Ann Ally"], ["E. Huber", "Ann Ally"]
    )
    assert together(resolution)
    assert together(resolution, (1, 0), (2, 0))


def test_a_shared_ror_id_is_a_shared_institution():
    def lines(ror):
        return [[("M. Rosner", None, ror)], [("Michael Rosner", None, "05dxps055")]]

    resolution = resolved(*lines("05dxps055"))
    assert together(resolution)
    assert any("ROR 05dxps055" in merge.reason for merge in resolution.merges)
    assert not together(resolved(*lines("02crff812")))


AUTHORS = st.tuples(
    st.sampled_from(["Eva Brandl", "Eva Huber", "E. Huber", "Jo Klee", "Wei Wang"]),
    st.sampled_from([None, X, Y, Z]),
)
LINES = st.lists(
    st.lists(AUTHORS, max_size=3, unique_by=lambda author: author[0]),
    max_size=len(TEXTS),
)


@settings(max_examples=80, deadline=None)
@given(LINES)
def test_no_person_has_two_orcids_that_are_relied_on(lines):
    resolution = resolved(*lines)
    doubtful = {
        name
        for merge in merges(resolution, "ORCID in doubt")
        for name in (merge.a.partition("@")[0], merge.b.partition("@")[0])
    }
    orcids = {}
    for line, row in zip(lines, resolution.mentions, strict=True):
        for (name, orcid), entity in zip(line, row, strict=True):
            if orcid and name not in doubtful:
                orcids.setdefault(entity, set()).add(orcid)
    assert all(len(found) == 1 for found in orcids.values())
