import math

import pytest

from pipelines.talks import cue_weights
from pipelines.talks.cue_weights import inverse_frequencies, learn_cues, learn_tails
from pipelines.talks.endings import Metadata

FACTS = Metadata(("Ana Lima", "Rui Costa"), ("Porto",), ("warm seas",), ("Letters",))
ABSTRACTS = [
    f"Motivated by case {n} we begin. Waves are counted by hand. Sand is weighed."
    " More sand is weighed. Experiments conclude the work."
    for n in range(60)
]


def test_what_only_first_sentences_say_weighs_for_an_opening():
    weights = learn_cues([ABSTRACTS, ABSTRACTS], last=False)
    assert weights["motivated"] > 0
    assert weights["motivated"] > weights.get("sand", 0.0)


def test_what_only_last_sentences_say_weighs_for_a_closing():
    weights = learn_cues([ABSTRACTS, ABSTRACTS], last=True)
    assert weights["conclude"] > 0


def test_a_word_of_one_collection_alone_says_nothing(monkeypatch):
    monkeypatch.setattr(cue_weights, "_CUES", 12)
    own = [text.replace("Motivated", "Proteins") for text in ABSTRACTS]
    weights = learn_cues([own, ABSTRACTS], last=False)
    assert "proteins" not in weights
    assert "motivated" not in weights


def test_rare_words_weigh_by_how_few_abstracts_have_them():
    weights = inverse_frequencies(["waves everywhere", "waves again", "waves", "waves"])
    common, *rare = sorted(weights.values())
    assert common == 0
    assert rare == pytest.approx([round(math.log(4), 1)] * len(rare))


def test_lines_behind_abstracts_are_told_from_abstracts(monkeypatch):
    monkeypatch.setattr(cue_weights, "TAILS", 60)
    monkeypatch.setattr(cue_weights, "SHORT_TALKS", 20)
    monkeypatch.setattr(cue_weights, "_CUES", 200)
    weights = learn_tails(ABSTRACTS, FACTS, {})
    assert "" in weights
    assert any(weight > 0 for weight in weights.values())
    assert any(weight < 0 for cue, weight in weights.items() if cue)
