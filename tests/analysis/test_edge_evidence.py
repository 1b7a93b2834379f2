from kg.analysis.edge_evidence import read_evidence
from kg.analysis.projection import Ways, project


def test_works_in_common_are_behind_an_edge(connection):
    made = project(connection, ("terms",), 1, Ways())
    (behind,) = read_evidence(connection, made)
    assert behind.documents == ("doc:1",)
    assert (behind.first_year, behind.last_year) == (1840, 1840)


def test_both_works_are_behind_what_they_share(connection):
    made = project(connection, ("works",), 1, Ways())
    found = [each.documents for each in read_evidence(connection, made)]
    assert found == [("doc:1", "doc:2"), ("doc:0", "doc:1")]


def test_an_edge_without_a_year_has_none(connection):
    connection.execute("UPDATE sizes SET first_year = NULL, last_year = NULL")
    made = project(connection, ("authors", "terms"), 1, Ways())
    spans = {(b.first_year, b.last_year) for b in read_evidence(connection, made)}
    assert spans == {(None, None)}
