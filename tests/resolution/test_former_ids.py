"""Ids that entities no longer have, and which entities ids go on meaning."""

import json
from itertools import islice
from pathlib import Path

import pytest

from kg.extraction.extract import extract
from kg.files.earlier_ids import EarlierBuild, KnownEntity
from kg.records import Document, Entity, Extraction, Mention, Resolution, Work
from kg.resolution.decisions import Decision
from kg.resolution.former_ids import trace_ids, used_ids
from kg.resolution.resolve import resolve
from kg.sources.corpus import read_documents

PAPERS = Path(__file__).parents[3] / "shared" / "data" / "papers.jsonl.gz"


def _found(*places):
    """Return an extraction and a resolution in which places (start, id) are named."""
    mentions = [Mention(at, at + 1, "person", "x", "x") for at, _ in places]
    works = (Work(0, 9, "A work", ()),)
    extraction = Extraction(
        Document("d", "f", "x" * 99, ()), tuple(mentions), (), works
    )
    ids = {name for _, name in places} - {None}
    entities = [Entity(name, "person", name) for name in sorted({*ids, "work:w"})]
    named = tuple(name for _, name in places)
    return [extraction], Resolution(
        tuple(entities), (named,), ("work:w",), (("work:w",),)
    )


def _before(former, entities, places=()):
    def places_of(ids):
        return [
            ((*place, at, end), name) for *place, at, end, name in places if name in ids
        ]

    return EarlierBuild(former, dict.fromkeys(entities, KnownEntity("")), places_of)


def _at(start, name):
    return ("d", "text", start, start + 1, name)


def test_an_id_means_what_most_of_its_places_mean_now():
    now = _found((1, "person:b"), (2, "person:c"), (3, "person:b"), (4, None))
    before = _before({}, ["person:a"], [_at(n, "person:a") for n in (1, 2, 3, 4)])
    assert trace_ids(before, *now) == {"person:a": "person:b"}


def test_of_equally_many_the_first_id_is_meant():
    now = _found((1, "person:c"), (2, "person:b"))
    before = _before({}, ["person:a"], [_at(1, "person:a"), _at(2, "person:a")])
    assert trace_ids(before, *now) == {"person:a": "person:b"}


def test_works_are_followed_by_their_documents_and_by_who_names_them():
    places = [("d", "", None, None, "work:old"), ("d", "work", 0, 9, "work:named")]
    before = _before({}, ["work:old", "work:named"], places)
    traced = trace_ids(before, *_found())
    assert traced == {"work:old": "work:w", "work:named": "work:w"}


def test_former_ids_go_on_through_several_builds():
    now = _found((1, "person:c"))
    before = _before({"person:a": "person:b"}, ["person:b"], [_at(1, "person:b")])
    assert trace_ids(before, *now) == {"person:a": "person:c", "person:b": "person:c"}


def test_an_id_that_comes_back_is_no_former_one():
    now = _found((1, "person:a"))
    before = _before({"person:a": "person:b"}, ["person:b"], [_at(1, "person:b")])
    assert trace_ids(before, *now) == {"person:b": "person:a"}


def test_what_is_not_there_now_is_kept_for_later_and_not_used():
    extractions, resolution = _found((1, "person:c"))
    kept = {"person:a": "person:gone", "person:c": "person:d"}
    traced = trace_ids(_before(kept, []), extractions, resolution)
    assert traced == kept
    assert used_ids(traced, resolution) == {}


def _papers(*authors):
    """Return what is found in a paper each of some authors, who have one ORCID."""
    orcid = {"orcid": "0000-0002-1825-0097"}
    return [
        {
            "title": f"On looms {n}",
            "abstract": "We weave.",
            "authors": [{"name": name, **orcid}],
        }
        for n, name in enumerate(authors)
    ]


def _extract(folder, records):
    folder.mkdir()
    for number, record in enumerate(records):
        (folder / f"{number}.jsonl").write_text(json.dumps(record), encoding="utf-8")
    documents, _ = read_documents([folder])
    return list(extract(documents, jobs=1))


def test_a_decision_obeys_an_id_that_its_person_has_no_more(tmp_path):
    other = {"title": "B", "abstract": "We.", "authors": ["Ada Byron"]}
    records = [*_papers("J. Smithson", "Josephine Smithson"), other]
    found = _extract(tmp_path / "papers", records)
    before = EarlierBuild({"person:j-smithson": "person:josephine-smithson"})
    decision = Decision("person", "person:j-smithson", "Ada Byron", "merge")
    people = [
        entity.name
        for entity in resolve(found, decisions=[decision], before=before).entities
        if entity.kind == "person"
    ]
    assert len(people) == 1
    assert resolve(found, decisions=[decision]).unknown


def _names_and_merges(extractions):
    resolution = resolve(extractions)
    return {e.id: e for e in resolution.entities}, set(resolution.merges)


def _assert_nothing_changes(extractions, more):
    entities, merges = _names_and_merges(extractions)
    with_more, merges_with_more = _names_and_merges([*extractions, *more])
    assert entities.keys() <= with_more.keys()
    assert merges <= merges_with_more
    assert len(with_more) > len(entities)


UNRELATED = {
    "id": "unrelated",
    "title": "Ichthyofauna of Vrexian fjords",
    "abstract": "Otoliths of the Vrexian gobyfish were counted by Qwillory trawls.",
    "authors": ["Zzyqx Quorvath", "Ullmrek Ødjvansson"],
}


def test_an_unrelated_document_changes_no_id_and_no_merge(tmp_path):
    found = _extract(tmp_path / "papers", _papers("J. Smithson", "Josephine Smithson"))
    _assert_nothing_changes(found, _extract(tmp_path / "other", [UNRELATED]))


@pytest.mark.skipif(not PAPERS.exists(), reason="needs ../shared")
def test_an_unrelated_document_changes_nothing_of_a_thousand_papers(tmp_path):
    documents, _ = read_documents([PAPERS])
    found = list(
        extract(list(islice(documents, 0, None, len(documents) // 1000)), jobs=2)
    )
    _assert_nothing_changes(found, _extract(tmp_path / "other", [UNRELATED]))
