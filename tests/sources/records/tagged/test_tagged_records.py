from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.sources.records.tagged.tag_syntax import (
    BARE,
    JOINED_BARE,
    LOOSE_DASH,
    PERCENT,
    STRICT_DASH,
    Syntax,
)
from kg.sources.records.tagged.tagged_records import TaggedRecord, cut_records
from kg.sources.unused_text import Unused

RIS = Syntax(
    LOOSE_DASH,
    frozenset(["TY", "TI", "AU", "AB", "ER", "EF"]),
    first=frozenset(["TY"]),
    last=frozenset(["ER"]),
    of_file=frozenset(["EF"]),
    titles=frozenset(["TI"]),
    strict=STRICT_DASH,
)
REFER = Syntax(
    PERCENT,
    frozenset("0TAX"),
    first=frozenset(["0"]),
    titles=frozenset(["T"]),
    open_ended=frozenset(["X"]),
)
A = "TY  - JOUR\nTI  - A\nER  - "
B = "TY  - JOUR\nTI  - B\nER  - "


def cut(text: str, syntax: Syntax = RIS) -> list[str | list[str]]:
    """Return each record as its titles, and the texts between them."""
    title = "TI" if syntax is RIS else "T"
    return [
        item.text
        if isinstance(item, Unused)
        else [field.value for field in item.fields if field.tag == title]
        for item in cut_records(text.split("\n"), syntax)
    ]


@pytest.mark.parametrize(
    "text",
    [
        *(
            f"{A}\n\n{B}",
            f"{A}\n{B}",
            f"\n\n{A}\n\n\n{B}\n\n",
            f"{A}\n\nEF  -\n\n{B}\nEF  - ",
        ),
        f"{A}\n{B}".replace("ER  - \n", ""),  # missing
        f"{A}\n{B}".replace("ER  - ", "ER  - 12"),
        f"{A}\n{B}".replace("ER  - \n", "ER  - "),  # on one line with the next
        f"{A}\n\n{B}".replace("TY  - JOUR\n", ""),
        f"{A}\n\n{B}".replace("ER  - \n", "").replace("TY  - JOUR\n", ""),
        f"{A}\n{B}".replace("TY  - JOUR", "TY  - JOUR\nTY  - JOUR"),
        f"{A}\n{B}".replace("\n", "\n\n"),
    ],
)
def test_records_are_parted(text: str) -> None:
    assert cut(text) == [["A"], ["B"]]


@pytest.mark.parametrize("heading", ["1. ", "<2>", "RECORD 3", "Of wind and mills"])
def test_what_stands_between_records_is_of_none(heading: str) -> None:
    assert cut(f"{heading}\n{A}\n{heading}\n{B}") == [
        *(heading.strip(), ["A"], heading.strip(), ["B"]),
    ]


def test_a_title_behind_a_lost_line_end_is_found_where_there_is_no_other() -> None:
    bare = Syntax(
        BARE,
        frozenset(["RT", "T1", "AD"]),
        first=frozenset(["RT"]),
        titles=frozenset(["T1"]),
        joined_title=JOINED_BARE,
    )
    (found,) = cut_records(["RT Book", "AD Univ T1 On mills"], bare)
    assert [field[:2] for field in found.fields[1:]] == [
        ("AD", "Univ"),
        ("T1", "On mills"),
    ]
    (kept,) = cut_records(["RT Book", "AD Univ T1 On mills", "T1 A"], bare)
    assert kept.fields[1].value == "Univ T1 On mills"


def test_a_number_in_brackets_ends_any_record() -> None:
    assert cut("TY  - JOUR\nTI  - A\n\n<2>\nAU  - Lee\nTI  - B") == [
        ["A"],
        "<2>",
        ["B"],
    ]


def test_a_number_ends_a_record_that_nothing_else_ends() -> None:
    assert cut("TY  - JOUR\nTI  - A\n2.\nTY  - JOUR\nTI  - B") == [["A"], "2.", ["B"]]


@pytest.mark.parametrize("gap", ["\n", "\n   ", "\n\n", "\n\n  "])
def test_a_value_goes_on_to_the_next_tag(gap: str) -> None:
    text = f"TY  - JOUR\nTI  - On{gap}mills{gap}2019\nAU  - Lee\nER  - "
    (record,) = cut_records(text.split("\n"), RIS)
    assert record.fields[1].value.split() == ["On", "mills", "2019"]


def test_a_line_that_is_set_in_keeps_a_blank() -> None:
    (record,) = cut_records(["TY  - JOUR", "TI  - On", "mills", "   and wind"], RIS)
    assert record.fields[1].value == "On\nmills\n and wind"
    assert (record.line, record.last) == (1, 4)


def test_text_behind_the_last_record_is_given_back_with_its_line() -> None:
    *_, unused = cut_records(f"{A}\n\nOn wind.\n\nIt turns.\n".split("\n"), RIS)
    assert unused == Unused(5, "On wind.\n\nIt turns.")


def test_records_without_marks_are_parted_at_blank_lines() -> None:
    text = "%A Lee\n%T A\n%X We\n\nask.\n\n%A Li\n%T B\n\n%T C\n%A Mo"
    assert cut(text, REFER) == [["A"], ["B"], ["C"]]


def test_a_text_without_end_goes_on_to_the_next_record() -> None:
    first, second = cut_records(["%0 A", "%X We", "", "ask.", "", "%0 B"], REFER)
    assert first.fields[-1].value == "We\nask."
    assert second.line == 6


def test_records_are_cut_as_they_come() -> None:
    endless = (line for _ in iter(int, 1) for line in A.split("\n"))
    assert len(list(islice(cut_records(endless, RIS), 1000))) == 1000
    prose = ("It turns." for _ in iter(int, 1))
    assert len(list(islice(cut_records(prose, RIS), 3))) == 3


LINES = st.sampled_from(
    [
        "TY  - JOUR",
        "TI  - A",
        "AB  - x",
        "ER  - ",
        "",
        "1.",
        "words",
        "  words",
        "EF  -",
    ]
)


@given(st.lists(LINES, max_size=40))
def test_no_line_with_words_is_lost(lines: list[str]) -> None:
    items = list(cut_records(lines, RIS))
    held = [
        field.value if isinstance(item, TaggedRecord) else ""
        for item in items
        if isinstance(item, TaggedRecord)
        for field in item.fields
    ] + [item.text for item in items if isinstance(item, Unused)]
    words = " ".join(held).split()
    for word in ("words", "A", "x"):
        assert words.count(word) == sum(line.split()[-1:] == [word] for line in lines)
