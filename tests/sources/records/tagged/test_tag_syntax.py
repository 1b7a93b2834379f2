import pytest

from kg.sources.records.tagged.tag_syntax import (
    BARE,
    BRACES,
    COLON,
    LOOSE_DASH,
    LOOSE_MEDLINE,
    NAMED,
    PERCENT,
    STRICT_DASH,
    STRICT_MEDLINE,
    Syntax,
    tag_lines,
)

NONE: frozenset[str] = frozenset()
RIS = Syntax(LOOSE_DASH, frozenset(["TY", "TI", "AU"]), NONE, NONE, strict=STRICT_DASH)
WOS = Syntax(BARE, frozenset(["PT", "TI", "ER"]), NONE, NONE)


def read(text: str, syntax: Syntax = RIS) -> list[tuple[str | None, str]]:
    return [line[1:] for line in tag_lines(text.split("\n"), syntax)]


@pytest.mark.parametrize(
    "line",
    [
        *("TI  - On mills", "TI - On mills", "TI- On mills", "TI\t-\tOn mills"),
        *(
            "TI  – On mills",
            "TI  — On mills",
            "\ufeffTI  - On mills",
            "   TI  - On mills",
            "TI  -On mills",
            "TI  -  On mills",
        ),
    ],
)
def test_a_tag_is_told_in_all_its_spellings(line: str) -> None:
    assert read(line) == [("TI", "On mills")]


def test_a_tag_that_nobody_knows_is_one_in_its_exact_form_only() -> None:
    assert read("ZZ  - red\nAI - and mills\nUK- wide") == [
        ("ZZ", "red"),
        (None, "AI - and mills"),
        (None, "UK- wide"),
    ]


def test_a_tag_may_have_no_value() -> None:
    assert read("TI  -\nTI  - ") == [("TI", ""), ("TI", "")]
    ending = Syntax(LOOSE_DASH, frozenset(["ER", "TI"]), NONE, NONE, strict=STRICT_DASH)
    assert read("ER\n ER  \nTI\nERA", ending) == [
        *(("ER", ""), ("ER", ""), (None, "TI"), (None, "ERA")),
    ]


@pytest.mark.parametrize("blanks", ["", " ", "    ", "\t"])
def test_what_is_set_in_deeper_than_the_first_tag_goes_on(blanks: str) -> None:
    lines = ["PT J", "TI On mills", "   TI and wind", "and rain", "ER"]
    assert read("\n".join(blanks + line for line in lines), WOS) == [
        *(("PT", "J"), ("TI", "On mills"), (None, " TI and wind"), (None, "and rain")),
        ("ER", ""),
    ]


def test_a_line_end_of_old_macintosh_files_ends_a_line_too() -> None:
    assert read("TI  - On mills\rAU  - Lee") == [("TI", "On mills"), ("AU", "Lee")]


@pytest.mark.parametrize(
    ("pattern", "line", "tag"),
    [
        (STRICT_MEDLINE, "PMID- On mills", "PMID"),
        (STRICT_MEDLINE, "TI  - On mills", "TI"),
        (LOOSE_MEDLINE, "FAU- On mills", "FAU"),
        (PERCENT, "%T On mills", "T"),
        (PERCENT, "%@ On mills", "@"),
        (BRACES, "{Title}: On mills", "Title"),
        (BRACES, "{Author Address}: On mills", "Author Address"),
        (NAMED, "Title-题名: On mills", "Title"),
        (COLON, "Author-Name: On mills", "Author-Name"),
    ],
)
def test_each_dialect_writes_its_own(pattern, line: str, tag: str) -> None:
    found = pattern.match(line)
    assert (found["tag"], found["value"].strip()) == (tag, "On mills")


@pytest.mark.parametrize(
    ("pattern", "line"),
    [
        *((BARE, "TIn"), (BARE, "T1x"), (PERCENT, "%Tx"), (PERCENT, "9 % T")),
        *((STRICT_MEDLINE, "TI - x"), (NAMED, "Well-known: x"), (BRACES, "{x}")),
    ],
)
def test_words_are_no_tags(pattern, line: str) -> None:
    assert pattern.match(line) is None
