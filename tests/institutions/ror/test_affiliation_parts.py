import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.institutions.ror.affiliation_parts import Span, parts, word_spans
from kg.institutions.ror.normalization import split_words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Univ. of Rye", ["Univ", "Rye"]),
        ("S. N. Bose Centre", ["S. N", "Bose", "Centre"]),
        ("U.S.A.", ["U.S.A"]),
        ("King's College", ["King's", "College"]),
        ("Universität Łódź", ["Universität", "Łódź"]),
        ("Rye#TAB#, Kent", ["Rye", "Kent"]),
    ],
)
def test_words_are_found_where_they_stand(text, expected):
    spans = word_spans(text, split_words(text))
    assert [text[span.start : span.end] for span in spans] == expected


@given(st.text(max_size=60))
def test_every_word_has_a_place(text):
    words = split_words(text)
    spans = word_spans(text, words)
    assert len(spans) == len(words)
    assert all(0 <= span.start <= span.end <= len(text) for span in spans)
    assert spans == sorted(spans)


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        ("Rye; Hythe", ["Rye", "Hythe"], ["Rye", "; Hythe"]),
        ("Rye, UK & Hythe", ["Rye", "Hythe"], ["Rye, UK", " & Hythe"]),
        ("Rye & Dept. of X, Hythe", ["Rye", "Hythe"], ["Rye", " & Dept. of X, Hythe"]),
        ("Dept. of X and Unit Y, Rye", ["Rye"], ["Dept. of X and Unit Y, Rye"]),
        ("Arts and Letters, Rye", ["Rye"], ["Arts and Letters, Rye"]),
        ("Rye and Kent", ["Rye and Kent"], ["Rye and Kent"]),
        ("Rye; no name", ["Rye"], ["Rye; no name"]),
        ("", [], [""]),
    ],
)
def test_parts_hold_institutions(text, names, expected):
    starts = [(text.index(name), len(name)) for name in names]
    found = parts(text, [Span(start, start + size) for start, size in starts])
    assert [text[part.start : part.end] for part in found] == expected
