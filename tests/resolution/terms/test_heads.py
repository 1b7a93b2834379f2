import pytest

from kg.resolution.terms.heads import head_key, heads


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            "robust convex optimization",
            [(2, "convexoptimization"), (1, "optimization")],
        ),
        (
            "convex optimization under uncertainty",
            [
                (3, "optimizationunderuncertainty"),
                (2, "convexoptimization"),
                (1, "optimization"),
            ],
        ),
        ("weakly supervised learning", [(1, "learning")]),
        ("2 layer network", [(2, "neuralnetwork"), (1, "network")]),
        ("type 2 diabetes", [(2, "2diabete"), (1, "diabete")]),
        ("text to speech system", []),
        ("de Rham cohomology", [(1, "cohomology")]),
        ("O(n) model", [(1, "model")]),
        ("models, methods", []),
        ("optimization", []),
    ],
)
def test_heads_come_longest_first(name, expected):
    assert list(heads(name)) == expected


def test_a_network_of_neural_words_is_a_neural_network():
    assert (2, "neuralnetwork") in list(heads("two-layer ReLU networks"))
    assert (2, "neuralnetwork") not in list(heads("social networks"))


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("neural nets", "neural network", True),
        ("convex  Optimisation", "convex optimization", True),
        ("ROOM", "room", False),
    ],
)
def test_the_key_of_a_head_is_that_of_its_variants(a, b, same):
    assert (head_key(a) == head_key(b)) is same
