import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extraction.references.entry_titles import (
    is_title,
    opens_no_title,
    title_end,
    trim_title,
)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Trees of words. ICML, 2019", "Trees of words"),
        ("Do trees grow? Annals, 2019", "Do trees grow?"),
        ("Trees of GL(3). Annals, 2019", "Trees of GL(3)"),
        ("Trees of words (ICML 2019)", "Trees of words"),
        ("Trees of words, J. Bot. 12", "Trees of words"),
        ("Trees of words, in Proceedings of ICML", "Trees of words"),
        ("Trees, graphs and words", "Trees, graphs and words"),
        ("Trees of words – ICML", "Trees of words"),
    ],
)
def test_where_a_title_ends(text, title):
    assert text[: title_end(text, 0, len(text))] == title


@pytest.mark.parametrize("phrase", ["Trees of words", "Botany", "f(x) and trees"])
def test_titles(phrase):
    assert is_title(phrase)


@pytest.mark.parametrize(
    "phrase", ["in preparation", "arXiv preprint", "https://x.org", "12", "Tree", ""]
)
def test_what_is_no_title(phrase):
    assert not is_title(phrase)


@pytest.mark.parametrize(
    "phrase", ["PRL 12 (2019)", "J. Bot. 12", "in preparation", "arXiv:2101.00001"]
)
def test_what_opens_no_title(phrase):
    assert opens_no_title(phrase)


@pytest.mark.parametrize("phrase", ["Trees of 12 words", "Deep Nets", ""])
def test_what_may_open_a_title(phrase):
    assert not opens_no_title(phrase)


@given(st.text(alphabet=' .,ab"“-(', max_size=20))
def test_a_trimmed_title_lies_within(text):
    begin, end = trim_title(text, 0, len(text))
    assert 0 <= begin <= end <= len(text)
    assert trim_title(text, begin, end) == (begin, end)
