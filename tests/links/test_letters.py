"""The letters of short forms, and brackets that belong to a word."""

import pytest

from kg.links.letters import is_short, letters_of, masked, readings, turned


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
    ],
)
def test_brackets_inside_words_are_masked(text: str, plain: str) -> None:
    assert masked(text) == plain
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
    ],
)
def test_readings(short: str, found: list[str]) -> None:
    assert readings(short) == found


@pytest.mark.parametrize(
    ("short", "found"),
    [
        ("QTc", "cqt"),
        ("Vmax", "maxv"),
        ("L2", "2l"),
        ("IFN-gamma", "gammaifn"),
        ("Ara-C", "cara"),
        ("\x02Ca2+\x02i", "ica2"),
        ("SVMs", None),
        ("CFU-GM", None),
        ("SVM", None),
    ],
)
def test_the_last_part_first(short: str, found: str | None) -> None:
    assert turned(short) == found


@pytest.mark.parametrize(
    ("word", "short"),
    [("bw", True), ("GC/MS", True), ("tree", True), ("trees", False), ("iv", False)],
)
def test_what_may_be_a_short_form(word: str, short: bool) -> None:
    assert is_short(word) is short
