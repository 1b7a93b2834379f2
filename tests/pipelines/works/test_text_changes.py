from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.text.latex import decode_latex
from pipelines.works import text_changes as changes

TEXT = (
    "We count the first reefs. They are modeled in color. A center is found. All die."
)
LONG = " ".join(f"word{n}" for n in range(80))
EVERY = [
    value
    for value in vars(changes).values()
    if callable(value)
    and getattr(value, "__module__", "") == changes.__name__
    and not value.__name__.startswith("_")
    and value.__name__ not in ("typos", "cut", "edited")
]


@given(st.integers(0, 999))
def test_every_rewriting_repeats_for_a_seed(seed):
    for rewriting in (
        *EVERY,
        changes.typos(0.05),
        changes.cut(0.5),
        changes.edited(0.1),
    ):
        assert rewriting(TEXT, Random(seed)) == rewriting(TEXT, Random(seed))


@pytest.mark.parametrize(
    ("rewriting", "text", "expected"),
    [
        (changes.capitals, "Ab c", "AB C"),
        (changes.small, "Ab C", "ab c"),
        (changes.british, "We optimize labeled colors at the center.",
         "We optimise labelled colours at the centre."),
        (changes.typeset, "The first-order flow of Li's",
         "The \ufb01rst\u2010order \ufb02ow of Li\u2019s."),
        (changes.without_subtitle, "Warm reefs: a survey", "Warm reefs"),
        (changes.without_subtitle, "Reefs: a survey", "Reefs: a survey"),
        (changes.headless, "One is. Two is. Three is.", "Two is. Three is."),
        (changes.labelled, "One is. Two is.", "BACKGROUND: One is. METHODS: Two is."),
        (changes.small_words, "The reefs in seas", "reefs for seas"),
    ],
)  # fmt: skip
def test_texts_are_rewritten_as_other_sources_have_them(rewriting, text, expected):
    assert rewriting(text, Random(0)) == expected


@pytest.mark.parametrize("seed", range(20))
def test_one_letter_at_least_is_mistyped(seed):
    assert changes.typos(0.0)("aaaaaaaaab", Random(seed)) in set(_slips("aaaaaaaaab"))


def _slips(text):
    """Yield all that one slip can make of a text, itself included: equal letters swap."""
    for place, letter in enumerate(text):
        head, tail = text[:place], text[place + 1 :]
        yield head + tail
        yield head + letter + letter + tail
        yield from (head + other + tail for other in changes._LETTERS)
        if tail:
            yield head + tail[0] + letter + tail[1:]


def test_what_is_set_in_latex_reads_as_it_was():
    text = "The naïve café of Erdős costs 5 % more"
    for seed in range(10):
        written = changes.latex(text, Random(seed))
        assert "\\" in written
        assert decode_latex(written) == text


def test_html_writes_signs_as_entities_and_marks_a_word():
    written = changes.html("A & b <c> d-e", Random(0))
    assert "&amp;" in written
    assert "&lt;" in written
    assert "&#8209;" in written
    assert written.count("</") == 1


def test_lines_are_broken_and_nothing_is_lost():
    written = changes.rewrapped(LONG, Random(0))
    assert "\n" in written
    assert "".join(written.replace("-\n", "").split()) == LONG.replace(" ", "")


def test_a_text_is_cut_to_its_beginning_of_thirty_words_at_least():
    assert changes.cut(0.5)(LONG, Random(0)) == " ".join(LONG.split()[:40])
    assert changes.cut(0.1, "…")(LONG, Random(0)) == " ".join(LONG.split()[:30]) + "…"
    assert changes.cut(0.1, "…")(TEXT, Random(0)) == TEXT


def test_a_word_such_as_abstract_stands_before_a_text():
    assert changes.headed(TEXT, Random(0)).endswith(TEXT)
    assert changes.headed(TEXT, Random(0)) != TEXT


def test_words_are_dropped_or_replaced_and_most_stay():
    words = changes.edited(0.2)(LONG, Random(0)).split()
    kept = [word for word in words if word in LONG.split()]
    assert 40 < len(kept) < 80
    assert set(words) - set(kept) <= set(changes.STAND_INS)


def test_a_sentence_goes_and_another_moves_to_the_end():
    sentences = TEXT.split(". ")
    written = changes.rearranged(TEXT, Random(1))
    assert len(written) < len(TEXT)
    assert all(part.strip(".") in TEXT for part in written.split(". "))
    assert written != ". ".join(sentences[:3])
