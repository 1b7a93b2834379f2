"""Texts come back unchanged, and terms can begin and end where pages glue words."""

import json
from pathlib import Path

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from kg.text.tokenizer import Tokenizer, tokenize

GOLD = Path(__file__).parents[3] / "shared" / "gold"
tokenizer = Tokenizer(spacy.blank("en").vocab)

# Texts dense in what may go wrong: white space of all sorts, signs, capitals, accents.
HARD = st.text(
    st.sampled_from(" \t\n\r\x00\x0b\x1c\u00a0\u2028\u200b\u0301aBé0.-'’$\\{}_B")
)


@given(st.one_of(st.text(), HARD))
def test_a_doc_says_what_the_text_says(text: str) -> None:
    assert tokenizer(text).text == text


@given(st.one_of(st.text(), HARD))
def test_tokens_stand_at_their_place(text: str) -> None:
    for token in tokenizer(text):
        assert text[token.idx : token.idx + len(token)] == token.text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("deep learning.This", ["deep", "learning", ".", "This"]),
        ("BioJane Doe is", ["Bio", "Jane", "Doe", "is"]),
        ("Biology of PyTorch", ["Biology", "of", "PyTorch"]),
        ("Papers:https://x.org", ["Papers", ":", "https", ":", "//", "x", ".", "org"]),
        (r"$\mathbb{S}^{-1}$", ["$", r"\mathbb", *"{S}^{-1}$"]),
        ("k-means’s “loss”", ["k", "-", "means", "’s", "“", "loss", "”"]),
        ("Cafe\u0301 x_1 — y", ["Cafe\u0301", "x", "_", "1", "—", "y"]),
        ("one  two\n\nthree", ["one", " ", "two", "\n\n", "three"]),
        ("", []),
    ],
)  # fmt: skip
def test_words(text: str, words: list[str]) -> None:
    assert tokenize(text)[0] == words


def test_lone_surrogates_keep_their_place() -> None:
    assert tokenizer("a\ud800 b").text == "a\ufffd b"


def test_a_line_of_five_megabytes_is_cut() -> None:
    words, _ = tokenize("x" * 2_500_000 + " (" * 1_250_000)
    assert len(words) == 1_250_001


@pytest.mark.skipif(not GOLD.exists(), reason="needs ../shared")
@pytest.mark.parametrize("name", ["dev.jsonl", "train.jsonl"])
def test_annotated_mentions_begin_and_end_with_tokens(name: str) -> None:
    edges = kept = 0
    for line in (GOLD / name).read_text("utf-8").splitlines():
        document = json.loads(line)
        doc = tokenizer(document["text"])
        for mention in document["mentions"]:
            edges += 1
            kept += doc.char_span(mention["start"], mention["end"]) is not None
    assert kept / edges > 0.997
