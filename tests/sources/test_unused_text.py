import pytest

from kg.records import Document
from kg.sources.unused_text import (
    Unused,
    count_prose,
    end_of_paragraph,
    find_texts,
    remark_on_scraps,
    remark_on_unused,
    unused_runs,
)

TALK = (
    "We ask how long a walk on a growing graph needs until every vertex was seen, too. "
)


def document(first, last):
    return Document("", "x", "", (), first_line=first, last_line=last)


def test_lines_that_no_document_holds():
    documents = [document(5, 6), document(2, 3), document(2, 2)]
    assert list(unused_runs(9, documents)) == [(0, 2), (4, 5), (7, 9)]
    assert list(unused_runs(0, [])) == []


def test_a_text_has_twenty_words_on_lines_of_some():
    words = ("word " * 20).split()
    lines = [" ".join(words), "", *words, "", " ".join(words[:19]), "", TALK, TALK]
    assert list(find_texts(lines)) == [(0, 1), (len(lines) - 2, len(lines))]


def test_a_paragraph_ends_behind_the_blank_lines_below_it():
    lines = ["On mills", "They turn.", "", " ", "On wind"]
    assert [end_of_paragraph(lines, start) for start in range(6)] == [4, 4, 4, 4, 5, 5]


def test_scripts_without_spaces_have_words():
    assert list(find_texts(["我们研究深度神经网络中随机梯度方法的收敛性" * 2])) == [
        (0, 1)
    ]


def test_a_text_that_is_not_read_is_lost_and_named():
    lines = ["Home", "", TALK * 2, "", TALK * 2, ""]
    (remark,) = remark_on_unused(lines, source="x.txt", first=10)
    assert (remark.line, remark.last, remark.lost) == (13, 15, True)
    assert "We ask how long" in remark.reason


def test_words_of_a_menu_are_a_warning():
    (remark,) = remark_on_unused(["Home News About Us " * 6], source="x", first=0)
    assert not remark.lost


def test_nothing_is_said_of_less():
    assert list(remark_on_unused(["Home", "News"], source="x", first=0)) == []


@pytest.mark.parametrize(
    ("lines", "last"), [(["", ""], None), (["@misc", ""], 4), ([TALK * 2], None)]
)
def test_scraps_between_records_are_named(lines, last):
    remarks = list(remark_on_scraps(lines, source="x", first=2))
    assert [remark.last for remark in remarks] == [last] * (last is not None)


def test_what_was_given_back_is_said_with_its_lines():
    remark = Unused(3, "oops\nand so\n", "no JSON").remark("x")
    assert (remark.line, remark.last, remark.reason) == (3, 4, "no JSON")


def test_prose_is_counted_by_lines_or_as_wrapped():
    wrapped = [
        "We ask how long a walk takes that goes on",
        "and on until it is home.",
    ] * 3
    assert (
        count_prose([*wrapped, "", TALK * 2, TALK * 2, "", "Home News About " * 9]) == 3
    )
    assert count_prose(["Home"]) == 0
