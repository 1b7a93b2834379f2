import pytest

from kg.errors import DecisionError
from kg.resolution.decisions import Decision, unmatched_decisions
from kg.resolution.resolve import resolve
from tests.resolution.builders import (
    CORPUS,
    defining,
    page,
    person,
    place,
    prose,
    term,
    together,
)


@pytest.mark.parametrize(
    ("kind", "a", "b"),
    [
        ("person", "A. Ally", "Ann Ally"),
        ("person", "person:ann-ally", "anne ally"),
        ("person", "Eldan", "Ronen Eldan"),
        ("concept", "C++", "concept:c"),
        ("term", "SGD", "stochastic gradient descent"),
        ("institution", "university of ulm", "the university of ulm"),
        ("work", "d3", "d6"),
        ("work", "Of C", "arXiv:2101.00001"),
    ],
)
def test_a_decision_to_merge_is_obeyed_and_recorded(kind, a, b):
    decision = Decision(kind, a, b, "merge", "we asked", 7)
    resolution = resolve(CORPUS, decisions=[decision])
    assert not unmatched_decisions([decision], resolution)
    kept = [merge for merge in resolution.merges if merge.rule == "decision"]
    assert kept or kind == "institution"
    assert all(
        "Line 7" in merge.reason and "we asked" in merge.reason for merge in kept
    )


def test_a_decision_to_part_outlasts_every_rule():
    pages = [page(1, term("Adam")), page(2, term("ADAM")), page(3, term("adam"))]
    apart = Decision("method", "Adam", "ADAM", "apart", line=2)
    resolution = resolve(pages, decisions=[apart])
    assert not together(resolution)
    assert resolution.mentions[2][0] in {row[0] for row in resolution.mentions[:2]}


def test_parted_documents_stay_apart():
    pages = [page(1, text=prose(1)), page(2, text=prose(1))]
    apart = Decision("work", "d1", "d2", "apart", line=2)
    assert len(set(resolve(pages, decisions=[apart]).documents)) == 2


def test_a_contradiction_by_an_id_is_found_when_names_are_known():
    pages = [page(1, person("Samy Jelassi")), page(2, person("Jelassi, Samy"))]
    decisions = [
        Decision("person", "Samy Jelassi", "Jelassi, Samy", "merge", line=2),
        Decision("person", "person:samy-jelassi", "Jelassi, Samy", "apart", line=3),
    ]
    with pytest.raises(DecisionError, match=r"decisions\.csv:3"):
        resolve(pages, decisions=decisions)


def test_a_decision_about_nobody_is_reported():
    decision = Decision("person", "Ann Ally", "Nobody Here", "merge", line=2)
    resolution = resolve(CORPUS, decisions=[decision])
    assert unmatched_decisions([decision], resolution) == [(decision, ["Nobody Here"])]


@pytest.mark.parametrize(("make", "kind"), [(person, "person"), (place, "institution")])
def test_a_decision_parts_two_of_one_name_by_their_documents(make, kind):
    pages = [page(n, make("Wei Li")) for n in (1, 2, 3)]
    apart = Decision(kind, "Wei Li@d1", "wei li@d2", "apart", "we asked", 2)
    resolution = resolve(pages, decisions=[apart])
    assert not together(resolution)
    assert not unmatched_decisions([apart], resolution)
    assert {row[0] for row in resolution.mentions} == {
        f"{kind}:wei-li",
        f"{kind}:wei-li-2",
    }


def test_a_decision_joins_two_of_the_same_initials_by_their_documents():
    pages = [page(n, person("J. Smith")) for n in (1, 2, 3)]
    merge = Decision("person", "J. Smith@d1", "J. Smith@d3", "merge", line=2)
    resolution = resolve(pages, decisions=[merge])
    assert together(resolution, second=(2, 0))
    assert not together(resolution)
    assert not unmatched_decisions([merge], resolution)


@pytest.mark.parametrize("b", ["J. Smith@d7", "Jo Nobody@d2", "J. Smith@"])
def test_a_name_bound_to_a_document_that_has_it_not_is_reported(b):
    pages = [page(n, person("J. Smith")) for n in (1, 2)]
    decision = Decision("person", "J. Smith@d1", b, "apart", line=2)
    resolution = resolve(pages, decisions=[decision])
    assert unmatched_decisions([decision], resolution) == [(decision, [b])]


def test_a_decision_on_a_bare_surname_hinders_no_join():
    ally = person("Ann Ally")
    pages = [
        page(1, person("J. Kirschner"), ally),
        page(2, person("Jonas Kirschner"), ally),
        page(3, person("Kirschner", "cited")),
    ]
    merge = Decision("person", "Kirschner", "Jonas Kirschner", "merge", line=2)
    resolution = resolve(pages, decisions=[merge])
    assert len({row[0] for row in resolution.mentions}) == 1


def test_a_decision_by_id_tells_entities_of_one_name_apart():
    """Ids of two people of one name stand for what is said in their first documents."""
    extractions = [
        page(0, person("J. Smith"), person("Ana Lima")),
        page(1, person("J. Smith"), person("Rui Costa")),
    ]
    plain = resolve(extractions)
    ids = sorted(e.id for e in plain.entities if e.name == "J. Smith")
    assert len(ids) == 2
    joined = resolve(extractions, decisions=[Decision("person", *ids, "merge")])
    assert sum(e.name == "J. Smith" for e in joined.entities) == 1


def _decided(pages, *rows):
    """Resolve with decisions: kind, a, b, verdict."""
    decisions = [Decision(*row, line=n) for n, row in enumerate(rows, start=2)]
    resolution = resolve(pages, decisions=decisions)
    return resolution, unmatched_decisions(decisions, resolution)


def test_two_short_forms_of_one_long_form_are_kept_apart():
    pages = [
        defining(1, "RNM", "raw nettle mash"),
        defining(2, "RaNM", "raw nettle mash"),
        page(3, term("RNM")),
        page(4, term("RaNM")),
    ]
    assert len({row[0] for row in resolve(pages).mentions}) == 1
    resolution, unknown = _decided(pages, ("term", "RNM", "RaNM", "apart"))
    assert not unknown
    assert not together(resolution, (2, 0), (3, 0))
    assert any(m.rule == "decision" for m in resolution.merges)


def test_a_decision_may_name_an_institution_as_a_text_does():
    pages = [
        page(1, place("Ulmar University", "UU")),
        page(2, place("University of Ulmar")),
    ]
    resolution, unknown = _decided(
        pages, ("institution", "UU", "University of Ulmar", "merge")
    )
    assert together(resolution)
    assert not unknown
    with pytest.raises(DecisionError, match="one name as it is written"):
        _decided(pages, ("institution", "UU", "Ulmar University", "apart"))


@pytest.mark.parametrize(
    ("kind", "a", "b"),
    [
        ("concept", "concept:c", "concept:c-plus-plus"),
        ("person", "person:ann-ally", "Bo Brook"),
        ("work", "doc-1", "https://doi.org/10.1234/ABC.5"),
    ],
)
def test_what_was_obeyed_is_not_called_unknown(kind, a, b):
    pages = [
        page(1, term("C"), person("Ann Ally"), text=prose(1), doi="10.1234/abc.5"),
        page(2, term("C++"), person("Bo Brook"), text=prose(2)),
    ]
    ids = {"doc-1": pages[1].document.id}
    _, unknown = _decided(pages, (kind, ids.get(a, a), b, "merge"))
    assert not unknown


def test_an_id_is_that_of_a_build_by_the_other_decisions():
    pages = [
        page(n, person("Wei Zhang"), person(f"{name} Dovekamp"), text=prose(n))
        for n, name in enumerate(("Abel", "Bert", "Carl"), start=1)
    ]
    first = ("person", "Wei Zhang@d1", "Wei Zhang@d2", "merge")
    before, _ = _decided(pages, first)
    meant = before.mentions[2][0]
    assert meant == "person:wei-zhang-2"
    after, _ = _decided(pages, first, ("person", meant, "Ute Eisenlohr", "merge"))
    assert not together(after, (0, 0), (2, 0))
    joined, _ = _decided(pages, first, ("person", meant, "Carl Dovekamp", "merge"))
    assert together(joined, (2, 0), (2, 1))
    assert not together(joined, (0, 0), (2, 0))


def test_capitals_may_tell_two_terms_apart():
    pages = [page(1, term("MAP")), page(2, term("map")), page(3, term("plans"))]
    rows = (("concept", "MAP", "plans", "merge"), ("concept", "map", "plans", "apart"))
    resolution, _ = _decided(pages, *rows)
    assert together(resolution, (0, 0), (2, 0))
    assert not together(resolution, (1, 0), (2, 0))
    spelt = [page(1, term("Adam")), page(2, term("ADAM"))]
    apart, unknown = _decided(spelt, ("term", "adam", "ADAM", "apart"))
    assert not together(apart)
    assert not unknown


def test_a_decision_on_a_short_form_holds_for_its_plural():
    pages = [defining(n, "PLM", "pruned lattice machine") for n in range(5)]
    pages += [page(6, term("PLMs")), page(7, term("private label market"))]
    resolution, _ = _decided(pages, ("term", "PLM", "private label market", "merge"))
    assert together(resolution, (5, 0), (6, 0))
    assert not any("0 papers" in merge.reason for merge in resolution.merges)


def test_a_decision_by_document_holds_however_the_name_is_written_there():
    pages = [page(1, person("Ann Ally")), page(2, person("Ally, Ann"))]
    resolution, unknown = _decided(
        pages, ("person", "Ann Ally@d1", "Ann Ally@d2", "apart")
    )
    assert not together(resolution)
    assert not unknown


def test_decisions_on_crowded_names_take_no_time_by_pair():
    pages = [
        page(n, person("Wei Zhang"), person(f"Ann {'abcdefghij'[n % 10] * 3}son"))
        for n in range(400)
    ]
    parted = ("person", "Wei Zhang@d1", "Wei Zhang@d2", "apart")
    resolution, _ = _decided(pages, parted, ("person", "Wei Zhang", "Annson", "apart"))
    assert sum(merge.rule == "decision" for merge in resolution.merges) == 1
    assert not together(resolution, (1, 0), (2, 0))
