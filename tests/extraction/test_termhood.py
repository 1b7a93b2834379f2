import pytest

from kg.extraction.termhood import term_candidates, trained_weights, weigh_proposals
from kg.tagger.labels import Span

TEXT = "A sparse code. Sparse codes of the code."


def _weigh(*proposals, least=0.0):
    return weigh_proposals(TEXT, proposals, least=least)


def test_a_place_is_one_term_of_its_likelier_kind():
    (term,) = _weigh(Span(2, 13, "method", 0.2), Span(2, 13, "concept", 0.6))
    assert term[:3] == (2, 13, "concept")


def test_the_document_decides_on_the_kind():
    terms = _weigh(Span(2, 13, "method", 0.5), Span(15, 27, "concept", 0.9))
    assert [term.kind for term in terms] == ["concept", "concept"]


def test_a_phrase_that_stands_again_is_likelier_a_term():
    alone = _weigh(Span(2, 13, "concept", 0.5))[0]
    again = _weigh(Span(2, 13, "concept", 0.5), Span(15, 27, "concept", 0.9))[0]
    assert again.score > alone.score


def test_the_score_falls_with_doubt_about_the_kind():
    sure = _weigh(Span(2, 13, "concept", 0.8))[0]
    unsure = _weigh(Span(2, 13, "concept", 0.45), Span(2, 13, "method", 0.35))[0]
    assert unsure.score < sure.score


def test_what_is_unlikely_a_term_is_left_out():
    proposals = (Span(2, 13, "concept", 0.95), Span(35, 39, "concept", 0.16))
    assert [t.start for t in _weigh(*proposals, least=0.4)] == [2]


@pytest.mark.parametrize("chance", [0.0, 1e-9, 1.0, 1.2])
def test_certainty_is_finite(chance):
    (found,) = term_candidates(TEXT, [Span(2, 13, "concept", chance or 1e-12)])
    assert abs(found.own) < 10


def test_the_tagger_is_believed():
    weights = trained_weights()
    assert weights.own > 0
    assert weights.again > 0
