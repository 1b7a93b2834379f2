"""Sentences that say on what a work is evaluated, and with what it is compared."""

import re

import pytest

from kg.extraction.work_relations import find_work_relations
from kg.records import Document, Mention, Passage


def _relations(marked, *, kind="prose"):
    """What is found of the terms of a sentence: [concepts], <methods>, {used ones}."""
    text = re.sub(r"[][<>{}]", "", marked)
    terms, shift = [], 0
    for match in re.finditer(r"\[(.+?)\]|<(.+?)>|\{(.+?)\}", marked):
        start, shift = match.start() - shift, shift + 2
        surface = match[1] or match[2] or match[3]
        term = Mention(
            start,
            start + len(surface),
            "concept" if match[1] else "method",
            surface,
            surface,
            "uses" if match[3] else None,
        )
        terms.append(term)
    document = Document("d", "s", text, ())
    found = find_work_relations(document, [Passage(0, len(text), kind)], terms)
    assert all(link.source is None for link in found)
    return [(link.kind, link.target.surface) for link in found]


@pytest.mark.parametrize(
    "sentence",
    [
        "We evaluate it on the [RyeNet].",
        "Results on three datasets, namely Abc, Def and [RyeNet] are good.",
        "It achieves an F1 of 0.9 on the large [RyeNet].",
        "Our sieve outperforms combs on Abc and [RyeNet].",
    ],
)
def test_measures_on_something_evaluate_on_it(sentence):
    assert _relations(sentence) == [("evaluated_on", "RyeNet")]


@pytest.mark.parametrize(
    "sentence",
    [
        "We work on [RyeNet].",
        "We report results of combs trained on [RyeNet].",
        "Previous work reports results on [RyeNet].",
        "We evaluate it in the field. Combs run on [RyeNet].",
        "We test <combs> with [RyeNet].",
    ],
)
def test_other_words_evaluate_on_nothing(sentence):
    assert _relations(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Our sieve outperforms <combs>.",
        "We compare it with the well-known <combs>.",
        "We show improvements over existing <combs>.",
        "The proposed sieve is much faster than standard <combs>.",
        "{RyeSieve} is superior to the <combs>.",
    ],
)
def test_a_work_is_compared_with_what_it_measures_itself_by(sentence):
    assert _relations(sentence) == [("compared_with", "combs")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Sieves outperform <combs>.",
        "Previous work shows that our sieves outperform <combs>.",
        "We use <combs>.",
        "We compare <combs> with sieves.",
        "Our sieve outperforms [yields].",
    ],
)
def test_other_words_compare_a_work_with_nothing(sentence):
    assert _relations(sentence) == []


def test_references_say_nothing_of_the_work():
    assert _relations("Our sieve outperforms <combs>.", kind="references") == []
