"""Pairs that resolution never compared, compared from what the store has on them."""

import pytest

from kg.kinds import ENTITY_KINDS
from kg.query.comparison import COMPARISONS, FAMILIES_WITH_IDS, compare
from kg.query.entity_lookup import find_entity
from kg.records import Entity


@pytest.mark.parametrize(
    ("one", "other", "rule", "words"),
    [
        ("Ada Byron", "Carl Gauss", "names clash", "cannot be names of one person"),
        ("punched cards", "least squares", "other words", "“punched card”"),
        ("work:looms", "work:cards", "nothing shared", "no identifier"),
    ],
)
def test_what_speaks_against_two_is_said(connection, one, other, rule, words):
    pair = find_entity(connection, one), find_entity(connection, other)
    for a, b in (pair, pair[::-1]):
        found = compare(connection, a, b)
        assert (found.rule, found.score) == (rule, 0.0)
        assert words in found.reason


def test_entities_of_every_family_can_be_compared():
    assert set(COMPARISONS) == {kind.family for kind in ENTITY_KINDS.values()}
    assert set(COMPARISONS) > FAMILIES_WITH_IDS


@pytest.fixture
def two_institutes(connection):
    """Two institutions of a store, the second as the test will have it."""
    connection.execute(
        "INSERT INTO entities VALUES "
        "('institution:x', 'institution', 'Institute of Looms', '[]', "
        "'05dxps055', 'GB', NULL, NULL, NULL, NULL, FALSE, NULL, NULL), "
        "('institution:y', 'institution', 'Institute of Mills', '[]', "
        "NULL, NULL, NULL, NULL, NULL, NULL, FALSE, NULL, NULL)"
    )
    return [
        Entity(f"institution:{each}", "institution", f"Institute of {name}")
        for each, name in (("x", "Looms"), ("y", "Mills"))
    ]


def test_institutions_differ_by_their_words_or_by_their_ids(connection, two_institutes):
    words = compare(connection, *two_institutes)
    assert words.rule == "other words"
    assert "“institute loom” and “institute mill”" in words.reason
    connection.execute("UPDATE entities SET ror = '03yrm5c26' WHERE name LIKE '%Mills'")
    ids = compare(connection, *two_institutes)
    assert ids.rule == "identifiers differ"
    assert "ROR 05dxps055 and 03yrm5c26" in ids.reason


def test_two_works_of_one_doi_are_found_alike(connection):
    connection.execute("UPDATE documents SET doi = '10.1000/mills.7' WHERE number < 2")
    pair = find_entity(connection, "work:looms"), find_entity(connection, "work:cards")
    found = compare(connection, *pair)
    assert found.rule != "nothing shared"
    assert found.score > 0.5
