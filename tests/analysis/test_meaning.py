import networkx as nx
import numpy as np
import pytest

from kg.analysis import meaning
from kg.analysis.arrays import edge_arrays
from kg.analysis.incidence import count_together
from kg.analysis.meaning import meaning_vectors, nearest_neighbours


def _topic(label):
    return label.partition("x")[0]


def test_terms_of_a_topic_are_alike(planted):
    vectors = meaning_vectors(count_together(planted))
    near = nearest_neighbours(planted.nodes, vectors)
    topics = [_topic(label) for label in planted.labels]
    ends = zip(near.sources.tolist(), near.targets.tolist(), strict=True)
    within = [topics[a] == topics[b] for a, b in ends]
    assert np.mean(within) > 0.9


def test_vectors_have_length_one_or_zero(planted):
    vectors = meaning_vectors(count_together(planted))
    lengths = np.linalg.norm(vectors, axis=1)
    assert np.isclose(lengths, 1, atol=1e-4).sum() >= len(lengths) - 1
    assert np.array_equal(vectors, vectors.round(6))


@pytest.mark.parametrize(
    "graph", [nx.empty_graph(["a"]), nx.empty_graph(["a", "b", "c"])]
)
def test_without_pairs_there_is_no_meaning(graph):
    vectors = meaning_vectors(edge_arrays(graph, weight="weight"))
    assert vectors.shape[0] == len(graph)
    assert not vectors.any()


def test_the_sign_of_each_direction_is_settled(planted):
    vectors = meaning_vectors(count_together(planted), dimensions=3)
    assert (vectors[np.abs(vectors).argmax(axis=0), range(3)] > -1e-6).any()
    assert vectors.shape == (len(planted.nodes), 3)


@pytest.mark.parametrize("size", [5, 31, 32, 33, 1100])
def test_neighbours_are_those_of_a_plain_search(size):
    random = np.random.default_rng(size)
    vectors = random.normal(size=(size, 4))
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    cosines = (vectors @ vectors.T).round(6)
    np.fill_diagonal(cosines, -2)
    wanted = {}
    for row in range(size):
        for column in np.argsort(-cosines[row], kind="stable")[:3].tolist():
            if cosines[row, column] > 0:
                pair = min(row, column), max(row, column)
                wanted[pair] = round(cosines[row, column] ** 2, 6)
    found = nearest_neighbours(tuple(map(str, range(size))), vectors, most=3)
    ends = zip(found.sources.tolist(), found.targets.tolist(), strict=True)
    assert dict(zip(ends, found.weights.tolist(), strict=True)) == pytest.approx(wanted)
    assert list(wanted) != sorted(wanted) or size < 33  # they are sorted, ours too
    keys = found.sources * size + found.targets
    assert (np.diff(keys) > 0).all()


def test_directions_of_one_value_are_kept_all_or_none():
    # Six terms of one work: all directions but the first have one value.
    clique = edge_arrays(nx.complete_graph(6), weight="weight")
    vectors = meaning_vectors(clique)
    assert vectors.shape == (6, 1)
    assert len(np.unique(vectors)) == 1


def test_the_basis_of_equal_directions_is_always_the_same():
    random = np.random.default_rng(1)
    plane, _ = np.linalg.qr(random.normal(size=(7, 3)))
    turn, _ = np.linalg.qr(random.normal(size=(3, 3)))
    one, other = meaning._own_basis(plane), meaning._own_basis(plane @ turn)
    np.testing.assert_allclose(one, other, atol=1e-12)
    np.testing.assert_allclose(one.T @ one, np.eye(3), atol=1e-12)
