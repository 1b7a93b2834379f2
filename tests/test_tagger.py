"""The shipped tagger: what it promises of any text, and how it fails when damaged."""

import json
import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from kg.errors import ModelError
from kg.tagger import GROUP, load
from kg.tagger.storage import PACKAGED
from kg.tagger.tagging import WINDOW, windows

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


def tagged(nlp: Language, texts: list[str]) -> list[list[tuple[int, int, str, float]]]:
    found = []
    for doc in nlp.pipe(texts):
        group = doc.spans[GROUP]
        found.append([
            (span.start_char, span.end_char, span.label_, score)
            for span, score in zip(group, group.attrs["scores"], strict=True)
        ])  # fmt: skip
    return found


def test_terms_of_a_plain_sentence(nlp: Language) -> None:
    text = "We train neural networks by stochastic gradient descent."
    kinds = {text[a:b]: kind for a, b, kind, _ in tagged(nlp, [text])[0]}
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
def test_spans_are_in_order_and_apart(nlp: Language, text: str) -> None:
    (found,) = tagged(nlp, [text])
    places = [place for a, b, _, _ in found for place in (a, b)]
    assert places == sorted(places)
    assert all(a < b and 0 <= score <= 1 for a, b, _, score in found)


def test_a_long_line_is_read_in_windows(nlp: Language) -> None:
    sentence = "We train neural networks by stochastic gradient descent. "
    (found,) = tagged(nlp, [sentence * 300])
    assert len(found) == 600


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ([], []),
        (["a"] * 3, [(0, 3)]),
        (["a"] * (WINDOW + 1), [(0, WINDOW), (WINDOW, WINDOW + 1)]),
        (["a"] * 400 + ["."] + ["a"] * 300, [(0, 401), (401, 701)]),
        (["a"] * 100 + ["."] + ["a"] * 500, [(0, WINDOW), (WINDOW, 601)]),
    ],
)
def test_windows(words: list[str], expected: list[tuple[int, int]]) -> None:
    assert list(windows(words)) == expected


def copied(folder: Path) -> Path:
    return Path(shutil.copytree(PACKAGED, folder / "model"))


def test_a_missing_model(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"no trained tagger.*model\.json"):
        load(tmp_path / "nowhere")


@pytest.mark.parametrize("name", ["weights.npz", "words.txt", "model.json"])
def test_a_missing_file(tmp_path: Path, name: str) -> None:
    folder = copied(tmp_path)
    (folder / name).unlink()
    with pytest.raises(ModelError, match=name):
        load(folder)


@pytest.mark.parametrize("name", ["weights.npz", "words.txt", "model.json"])
def test_a_damaged_file(tmp_path: Path, name: str) -> None:
    folder = copied(tmp_path)
    (folder / name).write_bytes((folder / name).read_bytes()[:-100])
    with pytest.raises(ModelError, match="damaged"):
        load(folder)


def test_another_version(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    about = json.loads((folder / "model.json").read_text("utf-8"))
    (folder / "model.json").write_text(json.dumps(about | {"format": 999}), "utf-8")
    with pytest.raises(ModelError, match="format 999"):
        load(folder)


def test_a_saved_pipeline_reads_the_same(nlp: Language, tmp_path: Path) -> None:
    nlp.get_pipe("kg_tagger").to_disk(tmp_path / "tagger")
    assert tagged(load(tmp_path / "tagger"), TEXTS) == tagged(nlp, TEXTS)


def test_the_shipped_model_is_small() -> None:
    assert sum(file.stat().st_size for file in PACKAGED.iterdir()) < 15_000_000
