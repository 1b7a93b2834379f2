import numpy as np
import pytest

from kg.institutions.ror.index import index_registry
from kg.institutions.ror.registry_record import Organisation
from pipelines.institutions.score import Answer, linked_answers, measure, mistakes
from pipelines.institutions.train import Affiliation, Judged, judge

INDEX = index_registry([Organisation("Rye", "University of Rye")])
GOLD = Affiliation("Department of Physics, Univ. of Rye", frozenset(["Rye"]))


def answer(*, inside, score, right):
    return Answer(Judged(GOLD, [], []), inside, score, right, 0)


def test_what_the_measures_count():
    answers = [
        answer(inside=True, score=0.9, right=True),
        answer(inside=True, score=0.9, right=False),
        answer(inside=True, score=0.1, right=True),
        answer(inside=True, score=0.8, right=True),
        answer(inside=False, score=0.7, right=False),
        answer(inside=False, score=0.2, right=False),
        Answer(Judged(GOLD, [], []), True, 0.0, False, None),
    ]
    found = measure(answers, 0.5)
    assert found.precision == pytest.approx(2 / 3)
    assert found.recall == pytest.approx(2 / 5)
    assert found.f1 == pytest.approx(4 / 8)
    assert found.others == 1
    assert found.precision_of_all == pytest.approx(2 / 4)
    assert measure([], 0.5).precision == 0


def test_mistakes_are_listed():
    wrong = answer(inside=True, score=0.9, right=False)
    right = answer(inside=True, score=0.9, right=True)
    lines = list(mistakes([wrong, right], INDEX))
    assert lines[0] == repr(GOLD.text)
    assert "found 'University of Rye' 0.90" in lines[1]


def test_what_is_linked_is_scored_as_a_build_links_it():
    judged = judge([GOLD, Affiliation("Nowhere", frozenset(["Rye"]))], INDEX)
    named, nothing = linked_answers(judged, AlwaysSure(), INDEX)
    assert (named.inside, named.right, named.score) == (True, True, 0.9)
    assert (nothing.right, nothing.organisation) == (False, None)


class AlwaysSure:
    """Trees to which every candidate is likely."""

    def feature_table(self, rows):
        return np.zeros((len(rows), 1))

    def predict_proba(self, table):
        return np.full(len(table), 0.9)
