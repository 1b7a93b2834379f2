"""Words in, spans out, whatever the windows and batches."""

import pytest

from kg.tagger import tagging
from kg.tagger.storage import PACKAGED, TrainedTagger, read
from kg.tagger.tagging import WINDOW, tag, windows
from kg.text.tokenizer import tokenize

TEXTS = [
    tokenize(text)[0]
    for text in (
        "We train neural networks by stochastic gradient descent.",
        "",
        "Sparse coding is a kernel method. " * 40,
        "A short text.",
    )
]


@pytest.fixture(scope="module")
def trained() -> TrainedTagger:
    return read(PACKAGED)


def test_places_count_the_tokens_of_each_text(trained: TrainedTagger) -> None:
    found = tag(trained, TEXTS)
    named = [" ".join(TEXTS[0][span.start : span.end]) for span in found[0]]
    assert named == ["neural networks", "stochastic gradient descent"]
    assert found[1] == []
    # Forty times the same sentence, in several windows: forty times the same span.
    coding = [s for s in found[2] if TEXTS[2][s.start : s.end] == ["Sparse", "coding"]]
    assert len(coding) == 40


def test_the_size_of_batches_changes_no_span(
    trained: TrainedTagger, monkeypatch: pytest.MonkeyPatch
) -> None:
    together = tag(trained, TEXTS)
    monkeypatch.setattr(tagging, "BATCH", 1)
    alone = tag(trained, TEXTS)
    for one, other in zip(together, alone, strict=True):
        assert [span[:3] for span in one] == [span[:3] for span in other]


def test_less_probable_spans_are_found_where_they_are_asked_for(
    trained: TrainedTagger,
) -> None:
    few, many = (tag(trained, TEXTS, min_probability=p) for p in (0.9, 0.05))
    for one, other in zip(few, many, strict=True):
        assert set(one) <= set(other)
        assert all(span.score >= 0.9 for span in one)
    assert sum(map(len, few)) < sum(map(len, many))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ([], []),
        (["a"] * 3, [(0, 3)]),
        (["a"] * (WINDOW + 1), [(0, WINDOW), (WINDOW, WINDOW + 1)]),
        (["a"] * 100 + ["."] + ["a"] * 60, [(0, 101), (101, 161)]),
        (["a"] * 50 + ["."] + ["a"] * 100, [(0, WINDOW), (WINDOW, 151)]),
    ],
)
def test_windows(words: list[str], expected: list[tuple[int, int]]) -> None:
    assert list(windows(words)) == expected
