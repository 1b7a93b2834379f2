import numpy as np

from kg.analysis.projection import Ways, thin
from kg.analysis.sides import Side
from kg.analysis.structure import ANALYSES
from pipelines.structure import network_size


def test_a_made_up_corpus_has_the_pairs_asked_for():
    corpus = network_size.make_corpus(2000, 6000)
    made = thin((Side(corpus, corpus.matrix.sum(axis=1)),), Ways())
    assert 5000 < len(made.works) <= 6000
    again = network_size.make_corpus(2000, 6000)
    assert np.array_equal(again.matrix.indices, corpus.matrix.indices)
    study = network_size.make_study(corpus, made)
    assert len(study.groups) == 2000
    assert study.groups.max() > 1


def test_every_question_is_measured(capsys):
    network_size.main(nodes=600, edges=1500)
    steps = [line.split()[0] for line in capsys.readouterr().out.splitlines()]
    assert set(ANALYSES) > network_size.OF_STORE
    assert set(ANALYSES) - network_size.OF_STORE <= set(steps)
