import pytest

from kg.records import Document, Extraction, Mention
from kg.resolution.clusters import Clusters
from kg.resolution.name_index import NameNodes, collect_names
from kg.resolution.terms.same_term_wordings import (
    join_restated_heads,
    join_wordings,
    with_base,
    without_bracketed_abbreviation,
    without_ing,
    without_neural,
)


def _are_one(*names):
    nodes = NameNodes()
    for number, name in enumerate(names):
        nodes.add(name, (number, 0))
    clusters = Clusters(len(names))
    join_wordings(nodes, clusters)
    return len({clusters.find(node) for node in range(len(names))}) == 1


@pytest.mark.parametrize(
    "names",
    [
        ("deep networks", "deep neural networks"),
        ("Graph Convolutional Neural Network", "graph convolutional network"),
        ("two-layer network", "two-layer neural nets"),
        ("Internet of Things (IoT)", "internet of things"),
        ("Body Sensor Networks (BSNs)", "body sensor network"),
        ("passive infrared (PIR) sensors", "passive infrared sensor"),
        ("synthetic data", "synthetic data sets", "Synthetic Dataset"),
    ],
)
def test_a_word_less_that_says_nothing_leaves_one_term(names):
    assert _are_one(*names)
    assert _are_one(*reversed(names))


@pytest.mark.parametrize(
    "names",
    [
        ("Bayesian network", "Bayesian neural network"),
        ("social network", "social neural network"),
        ("network", "neural network"),
        ("neural network", "deep neural network"),
        ("search (binary)", "search"),
        ("norm (L2)", "norm"),
        ("data set", "data"),
        ("feature set", "feature"),
    ],
)
def test_a_word_less_that_says_something_leaves_two(names):
    assert not _are_one(*names)


def test_what_has_nothing_to_leave_out_has_no_other_key():
    assert without_neural("neural network") is None
    assert without_neural("neural networks of trees") is None
    assert without_bracketed_abbreviation("graph kernel") is None


def _corpus(*sentences, kind="method"):
    """Give a document a sentence; the term in it stands between stars."""
    found = []
    for number, sentence in enumerate(sentences):
        before, term, behind = sentence.split("*")
        start = len(before)
        mention = Mention(start, start + len(term), kind, term, term)
        document = Document(f"d{number}", "d", f"{before}{term}{behind}", ())
        found.append(Extraction(document, (mention,)))
    return found


def _is_restated(extractions, one, other):
    nodes = collect_names(extractions, kinds=("method", "concept"))
    clusters = Clusters(len(nodes.names))
    join_restated_heads(extractions, nodes, clusters)
    return clusters.find(nodes.node_of[one]) == clusters.find(nodes.node_of[other])


def test_the_algorithm_is_the_method_that_has_its_name():
    read = _corpus(
        "We use *EM*.", "We run the *EM algorithm*.", "The *EM algorithm* fails."
    )
    assert _is_restated(read, "EM", "EM algorithm")


def test_one_of_many_algorithms_of_a_task_is_not_the_task():
    read = _corpus("We do *PQ*.", "A *PQ algorithm*.", "Any *PQ algorithm*.")
    assert not _is_restated(read, "PQ", "PQ algorithm")
    task = _corpus(
        "*PQ*.", "The *PQ algorithm*.", "The *PQ algorithm*.", kind="concept"
    )
    assert not _is_restated(task, "PQ", "PQ algorithm")


def test_a_score_is_the_quantity_where_numbers_stand_beside_both():
    read = _corpus(
        "We reach 41.2 *QLEU*.",
        "A *QLEU* of 17.5 is low.",
        "With a *QLEU score* of 40.1.",
        "The *QLEU score* is 39.5%.",
    )
    assert _is_restated(read, "QLEU", "QLEU score")


def test_the_score_of_something_that_is_no_quantity_is_another_thing():
    read = _corpus(
        "An *image*.", "The *image score* of 3.5.", "An *image score* = 4.5."
    )
    assert not _is_restated(read, "image", "image score")


def test_what_takes_time_is_told_by_the_verb_alone():
    names = ["running time", "training times", "filling time", "long time", "timing"]
    keys = [without_ing(name) for name in names]
    assert keys == ["runtime", "traintime", "filltime", None, None]


def test_bases_are_several_of_a_base():
    names = ["knowledge bases", "knowledge-bases", "bases", "databases", "basis"]
    keys = [with_base(name) for name in names]
    assert keys == ["knowledgebase", "knowledgebase", None, None, None]
