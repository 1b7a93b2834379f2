import numpy as np

from kg.analysis import incidence
from kg.analysis.counted_salience import OF_DATA_SETS
from kg.analysis.incidence import (
    count_nodes,
    count_together,
    fewest_works,
    read_incidence,
    read_salience,
    read_terms,
)


def test_all_works_are_rows_and_nodes_are_sorted(connection):
    found = read_incidence(connection, ["method", "concept"])
    assert found.works == ("work:cards", "work:least-squares", "work:looms")
    assert found.nodes == ("concept:least-squares", "method:punched-cards")
    assert found.kinds == ("concept", "method")
    assert found.matrix.toarray().tolist() == [[1, 1], [1, 0], [0, 1]]
    assert found.counts.tolist() == [2, 2]


def test_of_people_all_or_only_authors_count(connection):
    everyone = read_incidence(connection, ["person"])
    authors = read_incidence(connection, ["person"], authors=True)
    assert everyone.matrix.sum() >= authors.matrix.sum() > 0
    assert everyone.nodes == authors.nodes == ("person:ada-byron", "person:carl-gauss")


def test_nodes_of_few_works_can_be_left_out(connection):
    assert read_incidence(connection, ["method", "concept"], least=3).nodes == ()


def test_terms_of_one_work_count_where_others_are_few(connection, monkeypatch):
    monkeypatch.setattr(incidence, "TERM_WORKS", 3)
    assert len(read_terms(connection).nodes) == 2
    monkeypatch.setattr(incidence, "ENOUGH_TERMS", 0)
    assert read_terms(connection).nodes == ()


def test_nodes_are_counted_by_kind(connection):
    assert count_nodes(connection, ["person", "method"]) == 3


def test_pairs_are_counted_as_the_square_of_the_matrix_has_them(planted):
    pairs = count_together(planted)
    together = (planted.matrix.T @ planted.matrix).toarray()
    assert (pairs.sources < pairs.targets).all()
    assert pairs.weights.tolist() == together[pairs.sources, pairs.targets].tolist()
    assert len(pairs.weights) == np.count_nonzero(np.triu(together, 1))


def test_salience_is_that_of_the_store_and_data_sets_have_their_own(connection):
    terms = ("concept:least-squares", "method:punched-cards")
    assert read_salience(connection, terms).tolist() == [0.0, 0.0]
    connection.execute("UPDATE nodes SET salience = 0.9 WHERE kind = 'concept'")
    connection.execute("UPDATE nodes SET is_data_set = TRUE WHERE kind = 'method'")
    assert read_salience(connection, terms).tolist() == [0.9, OF_DATA_SETS]


def test_few_works_are_enough_for_a_small_corpus(connection):
    assert fewest_works(connection, 2) == 1
