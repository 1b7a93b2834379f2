from itertools import permutations

import numpy as np
import pytest

from kg.resolution.terms import work_likeness as module
from kg.resolution.terms.work_likeness import likeness_of_works

# Two subjects with three terms each, and a word of every work.
WORKS = {f"{subject}{n}": subject for subject in "xy" for n in range(6)}
USES = {
    **{
        f"{subject}-term{n}": {w for w, s in WORKS.items() if s == subject}
        for subject in "xy"
        for n in range(3)
    },
    "accuracy": {"x0", "x1", "x2", "y0", "y1", "y2"},
    "once": {"x0"},
}


def test_a_word_of_works_of_all_subjects_has_the_least():
    found = likeness_of_works(USES, len(WORKS))
    assert min(found, key=found.__getitem__) == "accuracy"
    assert found["accuracy"] < 0 < found["x-term0"]


def test_of_a_term_of_one_work_nothing_is_known():
    assert "once" not in likeness_of_works(USES, len(WORKS))


@pytest.mark.parametrize(
    ("uses", "works"), [({}, 0), ({"a": {"v"}}, 1), ({"a": {"v", "w"}}, 2)]
)
def test_without_other_terms_all_are_usual(uses, works):
    assert set(likeness_of_works(uses, works).values()) <= {0.0}


def test_the_mean_is_that_of_all_pairs_without_the_term_itself():
    terms = sorted(term for term, found in USES.items() if len(found) > 1)
    rarity = {term: np.log(len(WORKS) / len(USES[term])) for term in terms}
    means = []
    for term in terms:
        others = [t for t in terms if t != term]
        rows = [
            [rarity[t] * (work in USES[t]) for t in others]
            for work in sorted(USES[term])
        ]
        unit = np.array(rows) / np.linalg.norm(rows, axis=1, keepdims=True)
        pairs = np.triu_indices(len(unit), k=1)
        means.append((unit @ unit.T)[pairs].mean())
    counts = np.array([len(USES[term]) for term in terms])
    smoothed = (np.array(means) * counts + np.mean(means)) / (counts + 1)
    expected = np.log2(smoothed / np.mean(means))
    found = likeness_of_works(USES, len(WORKS))
    assert [found[term] for term in terms] == pytest.approx(expected.tolist())


def test_order_and_blocks_change_nothing(monkeypatch):
    few = dict(list(USES.items())[4:])
    found = [
        likeness_of_works(dict(order), len(WORKS))
        for order in permutations(few.items())
    ]
    monkeypatch.setattr(module, "_ROWS", 2)
    assert all(each == found[0] for each in found)
    assert likeness_of_works(few, len(WORKS)) == found[0]
