import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extraction.abbreviations.brackets import bracketed_pairs


def _pairs(text):
    return [(text[a:b], text[c:d]) for a, b, c, d in bracketed_pairs(text)]


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("optimal transport (OT)", ("OT", "optimal transport")),
        ("optimal transport [OT]", ("OT", "optimal transport")),
        ("OT (optimal transport)", ("OT", "optimal transport")),
        ("the EMLA cream (eutectic mixture of local anesthetics)",
         ("EMLA", "eutectic mixture of local anesthetics")),
        ("mean field limit (henceforth MFL)", ("MFL", "mean field limit")),
        ("(mean absolute error, MAE)", ("MAE", "mean absolute error")),
        ("Gaussian process (Roe 1999; GP)", ("GP", "Gaussian process")),
        ("Escherichia coli (E. coli)", ("E. coli", "Escherichia coli")),
        ("serum testosterone (T)", ("T", "testosterone")),
        ("the odds ratio (OR = 1.8)", ("OR", "odds ratio")),
    ],
)  # fmt: skip
def test_a_pair_around_brackets(text, pair):
    assert _pairs(text) == [pair]


@pytest.mark.parametrize(
    "text",
    [
        "we saw it (see below)",
        "metals (Al, Cu, Fe, and Zn)",
        "it was 66.6 +/- 6.8 (EC)",
        "the value of pressure (P=0.02)",
        "the first part (A) and the second (B)",
        "optimal transport (1999)",
        "optimal transport (OT",
        ") (",
        "",
    ],
)
def test_brackets_that_define_nothing(text):
    assert _pairs(text) == []


@given(st.text(alphabet="optimal trnspOT()[];,. ", max_size=60))
def test_forms_do_not_overlap_and_lie_within(text):
    for a, b, c, d in bracketed_pairs(text):
        assert 0 <= min(a, c) <= max(b, d) <= len(text)
        assert a < b
        assert c < d
        assert b <= c or d <= a
