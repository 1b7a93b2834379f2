import pytest

from kg.extraction.abbreviations.definitions import explained_pairs


def _pairs(text):
    return [(text[a:b], text[c:d]) for a, b, c, d in explained_pairs(text)]


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("tensor rank, or TRK for short,", ("TRK", "tensor rank")),
        ("local flow nets, abbreviated as LFN,", ("LFN", "local flow nets")),
        ("local flow nets, in short LFN,", ("LFN", "local flow nets")),
        ("LFN stands for local flow nets.", ("LFN", "local flow nets")),
        ("LFN is short for local flow nets.", ("LFN", "local flow nets")),
        ("BART: Bad Advice on Rare Trees", ("BART", "Bad Advice on Rare Trees")),
        ("BART -- Bad Advice on Rare Trees", ("BART", "Bad Advice on Rare Trees")),
    ],
)
def test_short_forms_explained_in_words(text, pair):
    assert _pairs(text) == [pair]


@pytest.mark.parametrize(
    "text",
    [
        "AC, TC or ATC are three",
        "LFN stands for nothing.",
        "Note: Trees are Rare",
        "this or that",
        "",
    ],
)
def test_words_that_explain_nothing(text):
    assert _pairs(text) == []
