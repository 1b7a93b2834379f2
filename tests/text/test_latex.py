"""What a reader sees, and where it stood."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.text.latex import folded, read_with_offsets, reading


@pytest.mark.parametrize(
    ("surface", "shown"),
    [
        ("plain words", "plain words"),
        (r"\varepsilon -SOSP", "ε-SOSP"),
        (r"$\ell_1$", "ℓ1"),
        (r"\ell_1 norm", "ℓ1 norm"),
        (r"\emph{new} idea", "new idea"),
        (r"{\bf new} idea", "new idea"),
        (r"Erd\H{o}s", "Erdős"),
        (r"Erd{\H o}s", "Erdős"),
        (r"{\'e}cole", "école"),
        (r"{\'{e}}cole", "école"),
        (r"G\"odel and \v{C}ech", "Gödel and Čech"),
        (r"Fran\c{c}ois", "François"),
        (r"na\"{\i}ve", "naïve"),
        (r"\O ystein \L ukasz", "Øystein Łukasz"),
        (r"$O(\frac{1}{\sqrt{T}})$", "O(1/√T)"),
        (r"\alpha and \beta", "α and β"),
        (r"$\alpha$-stable", "α-stable"),
        (r"see~\cite{a,b} again", "see again"),
        (r"\href{http://x.org}{home}", "home"),
        (r"50\% of A\&B", "50% of A&B"),
        ("costs $5 and $10", "costs $5 and $10"),
        ("snake_case", "snake_case"),
        ("e\ufb03cient", "efficient"),
        ("soft\u00adhyphen", "softhyphen"),
        ("non\u00a0breaking zero\u200bwidth", "non breaking zerowidth"),
        ("\uff21\uff22\uff23", "ABC"),
        ("\u201cquoted\u201d \u2018it\u2019", "\"quoted\" 'it'"),
        ("a\u2013b\u2014c\u2212d --- e", "a-b-c-d - e"),
        ("many   blanks\n\there ", "many blanks here"),
        ("optimi-\nzation", "optimization"),
        ("non-\nconvex", "non-convex"),
        ("a\x00b\x07c", "abc"),
        ("\\", "\\"),
        ("{", ""),
        ("", ""),
    ],
)
def test_a_surface_is_read(surface: str, shown: str) -> None:
    assert reading(surface) == shown


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (r"Erd\H{o}s-R\'enyi graph", "Erdos-Renyi Graph"),
        ("Łódź", "lodz"),
        ("Straße & Weg", "strasse and weg"),
        ("Xi\u2019an", "Xi'an"),
        ("mean-field", "Mean field"),
    ],
)
def test_names_that_differ_in_marks_alone_fold_alike(a: str, b: str) -> None:
    assert folded(a) == folded(b)


def test_offsets_lead_back_to_the_surface() -> None:
    text = r"the $\ell_1$ norm of Erd\H{o}s"
    shown, offsets = read_with_offsets(text)
    start = shown.index("norm")
    assert text[offsets[start] : offsets[start + 4]] == "norm"
    start = shown.index("Erdős")
    assert text[offsets[start] : offsets[start + 5]] == r"Erd\H{o}s"


@given(st.text(max_size=200) | st.text(alphabet="\\{}$^_~ab'\"c-\n ", max_size=80))
def test_reading_is_total_and_its_offsets_rise(text: str) -> None:
    shown, offsets = read_with_offsets(text)
    assert len(offsets) == len(shown) + 1
    assert offsets == sorted(offsets)
    assert offsets[-1] == len(text)
    assert reading(text) == shown
    assert "  " not in shown


@given(st.text(alphabet=st.characters(categories=["Lu", "Ll", "Nd"]), max_size=60))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@pytest.mark.parametrize(
    "text", ["\\" * 100_000, "$a " * 50_000, "{" * 100_000, "x" * 5_000_000]
)
def test_time_is_linear(text: str) -> None:
    start = time.perf_counter()
    reading(text)
    assert time.perf_counter() - start < 20
