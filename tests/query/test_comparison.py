"""Pairs that resolution never compared, compared from what the store has on them."""

import pytest

from kg.query.comparison import compare
from kg.query.entity_lookup import find_entity


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


def test_two_works_of_one_doi_are_found_alike(connection):
    connection.execute("UPDATE documents SET doi = '10.1000/mills.7' WHERE number < 2")
    pair = find_entity(connection, "work:looms"), find_entity(connection, "work:cards")
    found = compare(connection, *pair)
    assert found.rule != "nothing shared"
    assert found.score > 0.5
