import numpy as np

from kg.tagger import lexicon, tag
from kg.tagger.lexicon import Lexicon
from kg.tagger.neural_network import embed_types, make_batch
from kg.tagger.storage import PACKAGED, read
from kg.text.tokenizer import tokenize

TEXTS = [
    tokenize(text)[0]
    for text in (
        "We study stochastic gradient descent for deep networks.",
        "Ana Cruz of the University of Tartu studies deep networks.",
        "",
        "A kernel method.",
    )
]


def test_a_word_adds_to_the_gates_what_the_network_says():
    trained = read(PACKAGED)
    known = Lexicon(trained.model, trained.rows)
    for text in (TEXTS[0], TEXTS[1], TEXTS[0]):
        added, words, lengths = known.look_up([text])
        expected = embed_types(trained.model, make_batch([text], trained.rows).keys)
        of_words = make_batch([text], trained.rows).types
        assert np.allclose(added[:, words], expected[:, of_words], atol=1e-5)
        assert lengths.tolist() == [len(text)]


def test_what_is_forgotten_is_learned_again(monkeypatch):
    expected = tag(read(PACKAGED), TEXTS, min_probability=0.2)
    monkeypatch.setattr(lexicon, "_MOST", 3)
    trained = read(PACKAGED)
    found = [tag(trained, [text], min_probability=0.2)[0] for text in TEXTS]
    for one, other in zip(expected, found, strict=True):
        assert [s[:3] for s in one] == [s[:3] for s in other]
