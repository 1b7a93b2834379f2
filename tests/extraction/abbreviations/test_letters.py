"""The letters of short forms, and brackets that belong to a word."""

import pytest

from kg.extraction.abbreviations.letters import (
    is_short_form,
    letter_sequences,
    letters_of,
    mask_text,
    reordered_letters,
)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("PGE(2) and NAD(P)H", "PGE\x022\x02 and NAD\x02P\x02H"),
        ("descent(SGD)", "descent(SGD)"),
        ("bis(oxymethyl)-furan", "bis\x02oxymethyl\x02-furan"),
        ("poly(ethyleneglycol) 2000", "poly\x02ethyleneglycol\x02 2000"),
        ("f (deep) g", "f (deep) g"),
        ("[Leu5]enkephalin [5]", "\x02Leu5\x02enkephalin [5]"),
        ("(+)-catechin", "\x02+\x02-catechin"),
        ("sodium [Na+] in", "sodium \x02Na+\x02 in"),
        ("levels ([AMP])", "levels (\x02AMP\x02)"),
        ("2(RS)-decanol", "2\x02RS\x02-decanol"),
    ],
)
def test_brackets_inside_words_are_masked(text: str, plain: str) -> None:
    assert mask_text(text) == plain
    assert len(plain) == len(text)


@pytest.mark.parametrize(
    ("short", "letters"),
    [
        ("SVMs", "svm"),
        ("IL-6", "il6"),
        ("LAS", "las"),
        ("as", "as"),
        ("RFLP's", "rflp"),
    ],
)
def test_letters(short: str, letters: str) -> None:
    assert letters_of(short) == letters


@pytest.mark.parametrize(
    ("short", "found"),
    [
        ("A3C", ["aaac", "a3c"]),
        ("END+", ["end+"]),
        ("CrB(-)", ["crb-"]),
        ("\x02Ca2+\x02i", []),
        ("\x02AMP\x02", ["amp["]),
        ("G+", ["gP"]),
    ],
)
def test_readings(short: str, found: list[str]) -> None:
    assert letter_sequences(short) == found


@pytest.mark.parametrize(
    ("short", "found"),
    [
        ("QTc", ["cqt"]),
        ("Vmax", ["maxv"]),
        ("L2", ["2l"]),
        ("IFN-gamma", ["gammaifn"]),
        ("Ara-C", ["cara"]),
        ("TAS-20", ["20tas"]),
        ("T(b)", ["bt"]),
        ("KinA2", ["2kina", "a2kin"]),
        ("\x02Ca2+\x02i", ["ica2[", "i[ca2"]),
        ("INa", ["naI"]),
        ("ICl(V)", ["vclI"]),
        ("cGMP", ["gcmp"]),
        ("99mTc-EC", ["tc99mec"]),
        ("SVMs", []),
        ("CFU-GM", []),
        ("SVM", []),
    ],
)
def test_the_parts_in_another_order(short: str, found: list[str]) -> None:
    assert reordered_letters(short) == found


@pytest.mark.parametrize(
    ("word", "short"),
    [
        ("bw", True),
        ("G+", True),
        ("GC/MS", True),
        ("tree", True),
        ("trees", False),
        ("iv", False),
    ],
)
def test_what_may_be_a_short_form(word: str, short: bool) -> None:
    assert is_short_form(word) is short
