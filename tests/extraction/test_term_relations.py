"""Relations between two terms of a sentence, by the words between them."""

import re

import pytest

from kg.extraction.passages import find_passages
from kg.extraction.term_relations import find_relations
from kg.records import Document, Mention, Section


def _relations(marked):
    """Relations of a text whose concepts stand in [brackets], and methods in <angles>."""
    text = re.sub(r"[\[\]<>]", "", marked)
    terms, shift = [], 0
    for match in re.finditer(r"\[(.+?)\]|<(.+?)>", marked):
        start = match.start() - shift
        shift += 2
        surface = match[1] or match[2]
        kind = "concept" if match[1] else "method"
        terms.append(Mention(start, start + len(surface), kind, surface, surface))
    document = Document("d", "s", text, (Section(0, len(text), "body"),))
    found = find_relations(document, find_passages(document), terms)
    assert all(text[link.start : link.end] for link in found)
    assert all(0.9 <= link.score <= 1 for link in found)
    return [(link.kind, link.source.surface, link.target.surface) for link in found]


@pytest.mark.parametrize(
    "sentence",
    [
        "<combs> for [wool sorting] are old.",
        "<combs> for the problem of [wool sorting] are old.",
        "<combs> (C) for cleaning [wool sorting] are old.",
        "<combs> are widely used for [wool sorting].",
        "<combs> were applied to improve [wool sorting].",
        "<combs> to solve [wool sorting] are old.",
        "<combs> for fast, reliable [wool sorting] are old.",
        "[wool sorting] using <combs> is old.",
        "[wool sorting] via the <combs> is old.",
        "[wool sorting] by means of <combs> is old.",
    ],
)
def test_a_method_is_used_for_what_is_done(sentence):
    assert _relations(sentence) == [("used_for", "combs", "wool sorting")]


@pytest.mark.parametrize(
    "sentence",
    [
        "<combs> and [wool sorting] are old.",
        "[wool] using <combs> is old.",  # nothing that is done
        "[wet conditions] using <combs> are old.",
        "[combs] for [wool sorting] are old.",  # two concepts
        "<combs>. For [wool sorting] they are old.",
        "<combs> for sheep that like [wool sorting] are old.",
    ],
)
def test_other_words_between_them_say_nothing(sentence):
    assert _relations(sentence) == []


def test_an_approach_leads_to_what_it_is_for():
    found = [("used_for", "comb approach", "wool sorting")]
    assert _relations("A <comb approach> to [wool sorting] is old.") == found
    assert _relations("A <comb way> to [wool sorting] is old.") == []


@pytest.mark.parametrize(
    ("sentence", "examples"),
    [
        ("[cereals] such as [rye] grow.", ["rye"]),
        (
            "[cereals], such as the [rye], [oats], and [wheat] grow.",
            ["rye", "oats", "wheat"],
        ),
        ("[cereals] (e.g., [rye] or [oats]) grow.", ["rye", "oats"]),
        ("[cereals] (e.g. [rye]) and [grasses] (e.g. reed) grow.", ["rye"]),
        ("[cereals] such as [rye], while [oats] grow.", ["rye"]),
        ("[soil] such as [clay] is dry.", []),  # one thing has no examples
        ("Questions on [cereals] such as [frost] stay.", []),
        ("[cereals] and [rye] grow.", []),
    ],
)
def test_examples_follow_such_as(sentence, examples):
    expected = [("such_as", "cereals", example) for example in examples]
    assert _relations(sentence) == expected
