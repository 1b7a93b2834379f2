"""What a reader sees, and where it stood."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.text.latex import decode_latex, decode_latex_field, decode_latex_with_offsets


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
        (r"Nguy\~{\^e}n", "Nguyễn"),
        (r"homo{\bf to}py", "homotopy"),
        (r"\O ystein \L ukasz", "Øystein Łukasz"),
        (r"$O(\frac{1}{\sqrt{T}})$", "O(1/√T)"),
        (r"\alpha and \beta", "α and β"),
        (r"$\alpha$-stable", "α-stable"),
        (r"see~\cite{a,b} again", "see again"),
        (r"a\hspace{0pt}b\vspace*{1em}", "ab"),
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
    assert decode_latex(surface) == shown


def test_offsets_lead_back_to_the_surface() -> None:
    text = r"the $\ell_1$ norm of Erd\H{o}s"
    shown, offsets = decode_latex_with_offsets(text)
    start = shown.index("norm")
    assert text[offsets[start] : offsets[start + 4]] == "norm"
    start = shown.index("Erdős")
    assert text[offsets[start] : offsets[start + 5]] == r"Erd\H{o}s"


@given(st.text(max_size=200) | st.text(alphabet="\\{}$^_~ab'\"c-\n ", max_size=80))
def test_reading_is_total_and_its_offsets_rise(text: str) -> None:
    shown, offsets = decode_latex_with_offsets(text)
    assert len(offsets) == len(shown) + 1
    assert offsets == sorted(offsets)
    assert offsets[-1] == len(text)
    assert decode_latex(text) == shown
    assert "  " not in shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\\" * 100_000, ""),
        ("$a " * 50_000, ("$a " * 50_000).rstrip()),
        ("{" * 100_000, ""),
        ("x" * 1_000_000, "x" * 1_000_000),
    ],
    ids=["backslashes", "dollars", "braces", "letters"],
)
def test_long_texts_of_nothing_but_marks_are_decoded(text: str, shown: str) -> None:
    assert decode_latex(text) == shown


@pytest.mark.parametrize(
    ("field", "said"),
    [
        ("plain words", "plain words"),
        (r"{\'E}tude of {SGD} for $\ell_1$", r"Étude of SGD for $\ell_1$"),
        (r"\(x_1\) and $$y^2$$", r"\(x_1\) and $$y^2$$"),
        ("``quoted'' -- and --- long", "“quoted” – and — long"),
        ("K{\\\"u}hn~and Mar\\'{\\i}a", "Kühn and María"),
        (r"Nguy\~{\^e}n", "Nguyễn"),
        (r"homo{\bf to}py", "homotopy"),
        (r"50\,\% of {A\&B}", "50 % of A&B"),
        ("it’s “kept”", "it’s “kept”"),
        ("lines\n  and   blanks ", "lines and blanks"),
        (r"\url{http://x.org}", "http://x.org"),
        ("", ""),
        ("{", ""),
        ("\\", "\\"),
    ],
)
def test_a_field_of_bibtex_is_decoded(field: str, said: str) -> None:
    assert decode_latex_field(field) == said


@given(st.text(alphabet="\\{}$^_~ab'\"c-`\n ", max_size=60))
def test_a_decoded_field_has_single_blanks(text: str) -> None:
    said = decode_latex_field(text)
    assert said == " ".join(said.split())
