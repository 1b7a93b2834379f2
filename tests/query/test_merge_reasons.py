from dataclasses import replace

import pytest

from kg.errors import KGError, UnknownName
from kg.extraction.extract import extract
from kg.files.output_names import STORE_FILE
from kg.query.entity_lookup import find_entities, find_entity
from kg.query.evidence import why_edge
from kg.query.merge_reasons import why_merged, why_one
from kg.records import Author, Document, Section
from kg.resolution.resolve import resolve
from kg.store.connection import create_store
from kg.store.derive import derive_tables
from kg.store.write import write_extractions, write_resolution

_BODIES = (
    "",
    "Sails turn slowly and a shaft carries their turning down to the stones.",
    "A stream fed from the pond drives what the miller lowers into it.",
    "Twice a day the sea lends its strength to whoever dams a bay.",
    "Cards with holes lift the threads that a boy had lifted before.",
    "Steam came late to these slopes, and left early when coal grew dear.",
)


def _record(number, title, *authors, **known):
    text = f"{title}\n{_BODIES[number]}"
    sections = (
        Section(0, len(title), "title"),
        Section(len(title) + 1, len(text), "body"),
    )
    named = ((a, None) if isinstance(a, str) else a for a in authors)
    people = tuple(Author(name, orcid=orcid) for name, orcid in named)
    return Document(
        f"d{number}",
        "mills.jsonl",
        text,
        sections,
        title=title,
        authors=people,
        **known,
    )


ORCIDS = ("0000-0001-0000-0017", "0000-0002-0000-0022", "0000-0002-1825-0097")
RECORDS = [
    _record(1, "Wind and its wheels", "Adele Quintrell", "Bo Ferncastle", year=2001),
    _record(2, "Wheels of water", "A. Quintrell", "Bo Ferncastle", year=2002),
    _record(3, "Tides as a motor", "Agnes Lindqvarn", "Otto Eisler", year=2003),
    _record(4, "Looms without hands", "Cyra Marchbanks", "Bo Ferncastle", year=1901),
    _record(5, "Engines of the hill", "Cyrah Marchbanks", "Dov Eisler", year=1999),
]


@pytest.fixture(scope="module")
def mills(tmp_path_factory):
    """A store of five records, resolved by the rules."""
    extractions = list(extract(RECORDS, jobs=1))
    path = tmp_path_factory.mktemp("mills") / STORE_FILE
    with create_store(path) as made:
        write_extractions(made, extractions)
        write_resolution(made, resolve(extractions))
        derive_tables(made)
        yield made


def test_two_names_of_one_node_are_explained_by_the_steps_between_them(mills):
    (row,) = why_one(mills, "A. Quintrell", "Adele Quintrell")
    assert row.verdict == "same"
    assert {row.a, row.b} == {"A. Quintrell", "Adele Quintrell"}
    assert "Bo Ferncastle" in row.reason
    assert "co-authors +" in row.reason
    assert why_merged(mills, "Adele Quintrell") == [row]


@pytest.fixture(scope="module")
def with_orcids(tmp_path_factory):
    """A store of records in which ORCIDs contradict names, and names ORCIDs."""
    records = [
        _record(1, "Wind and its wheels", ("Maria Rossi", ORCIDS[0]), "Luca Verdi"),
        _record(2, "Wheels of water", ("Maria Rossi", ORCIDS[1]), "Luca Verdi"),
        _record(3, "Tides as a motor", ("Pia Holm", ORCIDS[2])),
        _record(4, "Looms without hands", ("Rex Grant", ORCIDS[2])),
    ]
    extractions = list(extract(records, jobs=1))
    with create_store(tmp_path_factory.mktemp("orcids") / STORE_FILE) as made:
        write_extractions(made, extractions)
        write_resolution(made, resolve(extractions))
        derive_tables(made)
        yield made


@pytest.mark.parametrize("name", ["Pia Holm", "Rex Grant"])
def test_what_was_kept_apart_is_told_of_both(with_orcids, name):
    (row,) = why_merged(with_orcids, name)
    assert {row.a, row.b} == {"Pia Holm", "Rex Grant"}
    assert (row.rule, row.verdict) == ("ORCID in doubt", "apart")


def test_namesakes_are_told_apart_by_their_identifiers(with_orcids):
    first, second = find_entities(with_orcids, "Maria Rossi")
    for entity in (first, second):
        (row,) = why_merged(with_orcids, entity.id)
        assert {row.a, row.b} == {first.id, second.id}
        assert (row.rule, row.verdict) == ("identifiers differ", "apart")
        assert ORCIDS[0] in row.reason


def test_namesakes_that_no_identifier_tells_apart_are_not_compared(
    connection, monkeypatch
):
    monkeypatch.setattr("kg.query.merge_reasons.compare", None)
    for table, column in (("nodes", "id"), ("names", "entity")):
        connection.execute(
            f"UPDATE {table} SET name = 'Of Mills' WHERE {column} LIKE 'work:%'"
        )
    connection.execute("UPDATE names SET folded = 'of mills' WHERE name = 'Of Mills'")
    assert len(find_entities(connection, "Of Mills")) > 1
    assert why_merged(connection, "work:looms") == []


def test_names_that_cannot_be_one_persons_are_told_so(mills):
    (row,) = why_one(mills, "Adele Quintrell", "Agnes Lindqvarn")
    assert (row.rule, row.score, row.verdict) == ("names clash", 0.0, "apart")
    assert "Agnes" in row.reason


def test_a_pair_left_apart_is_weighed(mills):
    (row,) = why_one(mills, "Cyra Marchbanks", "Cyrah Marchbanks")
    assert row.verdict == "apart"
    assert 0 < row.score < 0.5
    assert "a name cut short" in row.reason
    assert "in bits" in row.reason


def test_two_of_one_author_line_are_two(mills):
    (row,) = why_one(mills, "Adele Quintrell", "Bo Ferncastle")
    assert row.score == 0.0
    assert why_edge(mills, "Adele Quintrell", "Bo Ferncastle")


def test_works_are_compared_too(mills):
    (row,) = why_one(mills, "Wind and its wheels", "Tides as a motor")
    assert (row.rule, row.verdict) == ("nothing shared", "apart")


def test_terms_and_institutions_are_told_apart_by_their_words(
    connection, extractions, resolution
):
    (row,) = why_one(connection, "punched cards", "least squares")
    assert row.rule == "other words"
    assert "punched card" in row.reason


@pytest.mark.parametrize(
    ("a", "b", "message"),
    [
        ("Adele Quintrell", "Looms without hands", "a person is never a work"),
    ],
)
def test_what_cannot_be_asked(mills, a, b, message):
    with pytest.raises(KGError, match=message):
        why_one(mills, a, b)


def test_a_merge_is_explained(connection):
    (row,) = why_merged(connection, "Carl Gauss")
    assert (row.a, row.b, row.reason) == (
        "Carl Gauss",
        "Gauss, Carl",
        "same words",
    )


def test_homonyms_are_compared_by_their_works(tmp_path):
    pages = [
        _record(1, "Glue from bones", "Wei Zhang", "Ida Holmqvist"),
        _record(2, "Stars that pulse", "Wei Zhang", "Raul Ibarrola"),
    ]
    extractions = list(extract(pages, jobs=1))
    resolution = resolve(extractions)
    people = [e for e in resolution.entities if e.name.startswith("Wei Zhang")]
    assert len(people) == 2
    with create_store(tmp_path / STORE_FILE) as made:
        write_extractions(made, extractions)
        write_resolution(made, resolution)
        derive_tables(made)
        (row,) = why_one(made, "Wei Zhang", "Wei Zhang")
    assert row.rule == "homonyms"
    assert row.score < 0.5
    assert replace(people[0], id="x") != people[1]


def test_a_name_in_two_spellings_that_no_rule_joined_is_one_name(mills):
    (row,) = why_one(mills, "Adele Quintrell", "ADELE QUINTRELL")
    assert (row.rule, row.verdict, row.score) == ("one name", "same", 1.0)


def test_who_is_meant_in_a_document(mills):
    assert find_entity(mills, "A. Quintrell@d2").name == "Adele Quintrell"
    assert find_entity(mills, "d2").name == "Wheels of water"
    with pytest.raises(UnknownName):
        find_entity(mills, "A. Quintrell@d4")
