from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.resolution.clusters import Clusters, Finding
from kg.resolution.name_index import NameNodes
from kg.resolution.terms.broader import broader_terms


def _broader(names, *, works=None, joined=()):
    """Give what is broader than what, by name; each name is said in a work of its own,
    or in the number of works given."""
    nodes = NameNodes()
    for number, name in enumerate(names):
        nodes.add(name, (number, 0))
    clusters = Clusters(len(nodes.names))
    for a, b in joined:
        clusters.join(Finding(names.index(a), names.index(b), "test", "Test."))
    said: dict[int, set[int]] = {}
    for number, name in enumerate(nodes.names):
        count = (works or {}).get(name, 1)
        said.setdefault(clusters.find(number), set()).update(
            range(1000 * number, 1000 * number + count)
        )
    found = broader_terms(nodes, clusters, said)
    return {(nodes.names[a], nodes.names[b]) for a, b in found.items()}


@pytest.mark.parametrize(
    ("narrow", "broad"),
    [
        ("recurrent neural network", "neural networks"),
        ("two-layer ReLU network", "ReLU network"),
        ("ReLU network", "neural network"),
        ("fully connected nets", "Neural Networks"),
        ("convex optimization", "optimization"),
        ("convex optimization under uncertainty", "optimization under uncertainty"),
        ("generalized method of moments", "methods of moments"),
        ("causal LSTM", "LSTMs"),
        ("non-negative matrix factorization", "matrix factorisation"),
        ("robust Markov decision processes", "Markov decision process"),
        ("stochastic block model", "block-model"),
    ],
)
def test_a_term_without_its_first_words_is_broader(narrow, broad):
    assert _broader([narrow, broad]) == {(narrow, broad)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("non-convex optimization", "convex optimization"),
        ("non convex optimization", "convex optimization"),
        ("weakly supervised learning", "supervised learning"),
        ("k nearest neighbors", "nearest neighbors"),
        ("two layer network", "layer network"),
        ("Bayesian network", "neural network"),
        ("elastic net", "neural network"),
        ("bias and variance", "variance"),
        ("optimization under uncertainty", "uncertainty"),
        ("cold room", "ROOM"),
        ("support vector machines (SVM)", "vector machines (SVM)"),
        ("GPT-2", "2"),
        ("layer 2", "2"),
        ("neural network", "Neural networks"),
        ("upper bound", "lower bound"),
    ],
)
def test_what_only_ends_alike_is_not(one, other):
    assert _broader([one, other]) == set()


def test_the_narrowest_of_several_is_meant_and_the_chain_goes_on():
    names = ["two-layer ReLU network", "ReLU network", "neural network", "network"]
    assert _broader(names) == set(pairwise(names))


def test_a_head_that_hardly_stands_alone_is_no_broader_term():
    some = [f"{'x' * length} model" for length in range(2, 12)]
    assert _broader([*some, "model"]) == {(name, "model") for name in some}
    more = [*some, "one-off model"]
    assert _broader([*more, "model"]) == set()
    assert len(_broader([*more, "model"], works={"model": 2})) == len(more)


def test_all_names_of_a_term_are_looked_at():
    names = ["CNN", "convolutional neural network", "neural network"]
    found = _broader(names, joined=[names[:2]])
    assert found == {("CNN", "neural network")}


def test_abbreviations_lead_in_no_circle():
    names = ["deep ABC", "ABC", "wide XYZ", "XYZ"]
    found = _broader(names, joined=[("ABC", "wide XYZ"), ("XYZ", "deep ABC")])
    assert len(found) == 1


@given(st.lists(st.text("ab -C", min_size=1, max_size=8), max_size=12, unique=True))
def test_no_chain_comes_back(names):
    broader = dict(_broader(names))
    for start in broader:
        at = start
        for _ in names:
            at = broader.get(at)
            if at is None:
                break
        assert at is None


# The narrower term, then the broader one.
BROADER = """
optimization under uncertainty|optimization
regression with missing data|regression
convex optimization under uncertainty|convex optimization
type 2 diabetes|diabetes
hepatitis B virus|virus
de Rham cohomology|cohomology
spin-1/2 chain|chain
O(n) model|model
fully connected network|neural network
deep network|neural network
residual network|neural network
two-layer network|neural network
two-layer ReLU network|ReLU network
feed-forward network|neural network
weighted k nearest neighbors|k nearest neighbors
dense (stochastic block) network|network
student social network|social network
anti-de Sitter space|space
vitamin D deficiency|deficiency
(1+1) evolutionary algorithm|evolutionary algorithm
phase 3 clinical trial|clinical trial
random walks in random environments|random walk
rate of convergence|rate
learning from demonstrations|learning
mean field game with common noise|mean field games
breast cancer in women|breast cancer
double Q learning|Q learning
spiking network|neural net
graph convolutional networks|neural networks
van der Waals force|force
SIR model with vaccination|SIR models
general equilibria|equilibrium
relative clauses in Japanese|relative clause
train/test split|split
inflation targeting under commitment|inflation targeting
nonlinear Schroedinger equation|Schrödinger equation
"""
NOT_BROADER = """
multilayer social network|neural network
strongly connected network|neural network
power transformer net|neural network
student social network|neural network
dense (stochastic block) network|neural network
layer 2 network|neural network
actor network|neural network
highway network|neural network
k nearest neighbors|nearest neighbors
two layer network|layer network
bias and variance|bias
text to speech synthesis|text
bag of words|bag
chain of thought|chain
support vector machines (SVM)|vector machines (SVM)
deep 2 layer network|layer network
robust 3 dimensional reconstruction|dimensional reconstruction
de Rham cohomology|Rham cohomology
accuracy, precision|precision
bias / variance|variance
Petri net|neural network
dorsal attention network|neural network
frames per second|frame
"""


@pytest.mark.parametrize("line", BROADER.strip().splitlines())
def test_terms_of_many_fields_have_their_broader_one(line):
    narrow, broad = line.split("|")
    assert _broader([narrow, broad]) == {(narrow, broad)}


@pytest.mark.parametrize("line", NOT_BROADER.strip().splitlines())
def test_terms_of_many_fields_have_no_false_broader_one(line):
    assert _broader(line.split("|")) == set()
