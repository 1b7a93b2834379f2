import numpy as np
import pytest

from kg.records import Entity
from kg.resolution.terms.salience import FEATURES
from kg.resolution.terms.term_use import corpus_use
from pipelines.terms.train_salience import (
    JudgedTerms,
    area_under_curve,
    fit,
    judged_features,
    read_background,
    read_judgements,
)
from tests.resolution.terms.test_salience import NOTHING_KNOWN
from tests.resolution.terms.test_term_use import resolution


def test_unclear_judgements_are_left_out(tmp_path):
    path = tmp_path / "judged.csv"
    path.write_text("rye,salient\naccuracy,not\nsoil,unclear\n")
    assert read_judgements(path) == {"rye": True, "accuracy": False}


def test_a_judged_term_is_found_by_any_name():
    entity = Entity("method:svm", "method", "SVM", ("support vector machine",))
    corpus = corpus_use([], resolution([]))
    judged = {"support vector machine": True, "nowhere": False}
    found = judged_features([entity], corpus, judged, NOTHING_KNOWN)
    assert found.features.shape == (1, len(FEATURES))
    assert found.salient.tolist() == [1.0]


def test_the_fit_finds_the_feature_that_tells():
    random = np.random.default_rng(0)
    features = random.normal(size=(400, len(FEATURES)))
    features[:, -1] = 1
    salient = (features[:, 0] > 0).astype(float)
    weights = fit([JudgedTerms(features, salient)])
    assert tuple(weights) == FEATURES
    others = [abs(weights[name]) for name in FEATURES[1:]]
    assert weights["title"] > 5 * max(others)


def test_the_area_under_the_curve_counts_ties_as_half():
    truth = np.array([1.0, 0.0, 1.0, 0.0])
    assert area_under_curve(np.array([4.0, 3.0, 2.0, 1.0]), truth) == 0.75
    assert area_under_curve(np.ones(4), truth) == pytest.approx(0.5)


def test_a_background_is_read_from_a_folder(tmp_path):
    for name in ("title_counts", "title_word_counts"):
        (tmp_path / f"{name}.csv").write_text("# Test\nwords,works,titles\nrye,9,3\n")
    background = read_background(tmp_path)
    assert background.terms.counts == background.words.counts == {"rye": (9, 3)}
