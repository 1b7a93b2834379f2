"""The shipped tagger in spaCy: what it promises of any text."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from kg.tagger import PROPOSED, Span, load

TEXTS = [
    "Sparse coding by gradient descent\nWe bound the test error of ReLU networks.",
    "A short text.",
    "",
    "Principal component analysis (PCA) is run on gene expression data. " * 40,
    "Bandits with delays: the regret of Thompson sampling grows slowly.",
]


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load()


def tagged(nlp: Language, texts: list[str]) -> list[list[Span]]:
    return [doc.user_data[PROPOSED] for doc in nlp.pipe(texts)]


def probable(spans: list[Span]) -> list[Span]:
    return [span for span in spans if span.score > 0.5]


def test_terms_of_a_plain_sentence(nlp: Language) -> None:
    text = "We train neural networks by stochastic gradient descent."
    (found,) = tagged(nlp, [text])
    kinds = {text[span.start : span.end]: span.kind for span in probable(found)}
    assert kinds == {
        "neural networks": "method",
        "stochastic gradient descent": "method",
    }


def test_a_text_reads_the_same_alone_and_among_others(nlp: Language) -> None:
    together = tagged(nlp, TEXTS)
    for text, among in zip(TEXTS, together, strict=True):
        (alone,) = tagged(nlp, [text])
        assert [found[:3] for found in alone] == [found[:3] for found in among]
        assert [found[3] for found in alone] == pytest.approx(
            [found[3] for found in among], abs=1e-5
        )


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=300))
def test_spans_are_in_order_and_likely_ones_apart(nlp: Language, text: str) -> None:
    (found,) = tagged(nlp, [text])
    assert found == sorted(found, key=lambda span: (span.start, span.end))
    assert all(a < b <= len(text) and 0 < score <= 1 for a, b, _, score in found)
    places = [place for a, b, _, _ in probable(found) for place in (a, b)]
    assert places == sorted(places)


def test_a_long_line_is_read_in_windows(nlp: Language) -> None:
    sentence = "We train neural networks by stochastic gradient descent. "
    (found,) = tagged(nlp, [sentence * 300])
    assert len(probable(found)) == 600


def test_a_saved_pipeline_reads_the_same(nlp: Language, tmp_path: Path) -> None:
    nlp.get_pipe("kg_tagger").to_disk(tmp_path / "tagger")
    assert tagged(load(tmp_path / "tagger"), TEXTS) == tagged(nlp, TEXTS)
