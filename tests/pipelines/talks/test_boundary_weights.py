from dataclasses import replace

from kg.sources.pages.cue_words import load_model
from pipelines.talks.boundary_weights import (
    describe_boundaries,
    document_f1,
    learn_boundary,
    share_right,
)
from pipelines.talks.synthetic_dumps import Dump

REEFS = (
    "We study reefs in warm seas. The reefs are mapped, and reefs that die are counted."
)
MORE_REEFS = (
    "The counted reefs lie in warm seas, where a map of reefs is compared with another."
)
PROOFS = "In this talk I will prove a theorem on prime numbers. The proof of it is elementary."
DUMP = Dump((REEFS, MORE_REEFS, PROOFS), (True, False, True))


def test_each_boundary_before_prose_is_described_once():
    described = list(describe_boundaries([DUMP], load_model()))
    assert [opens for _, opens in described] == [False, True]
    assert len({frozenset(row) for row, _ in described}) == 1


def test_what_is_learned_tells_the_boundaries_that_it_was_learned_from():
    model = load_model()
    boundaries = list(describe_boundaries([DUMP] * 20, model))
    learned = replace(model, boundary=learn_boundary(boundaries))
    assert learned.boundary.keys() == boundaries[0][0].keys()
    assert share_right(boundaries, learned) == 1


def test_a_talk_is_right_where_both_its_ends_are():
    model = load_model()
    assert document_f1([DUMP], model) == 100
    wrong = Dump(DUMP.lines, (True, True, True))
    # Of two talks found one is among the three of the gold.
    assert document_f1([wrong], model) == 200 * 1 / 5
