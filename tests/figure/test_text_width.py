import pytest

from kg.figure.text_width import shorten, text_width, wrap


def test_width_grows_with_size_weight_and_letters():
    assert text_width("abc", 20) == pytest.approx(2 * text_width("abc", 10))
    assert text_width("abc", 10, bold=True) > text_width("abc", 10)
    assert text_width("abcd", 10) > text_width("abc", 10)
    assert text_width("", 10) == 0


def test_wide_scripts_are_wide():
    assert text_width("情報", 10) > 1.5 * text_width("ab", 10)


def test_lines_keep_all_words_and_are_no_wider():
    text = "least absolute shrinkage and selection operator"
    lines = wrap(text, 7, 60)
    assert " ".join(lines) == text
    assert all(text_width(line, 7) <= 60 for line in lines if " " in line)


def test_a_word_that_is_too_wide_stands_alone():
    assert wrap("an incomprehensibility indeed", 10, 40) == [
        "an",
        "incomprehensibility",
        "indeed",
    ]
    assert wrap("  ", 10, 40) == []


@pytest.mark.parametrize("most", [0, 8, 30, 500])
def test_what_is_cut_says_so_and_fits(most):
    text = "stochastic gradient descent"
    cut = shorten(text, 8, most)
    assert cut == text or cut.endswith("…")
    assert text_width(cut, 8) <= max(most, text_width("…", 8))
