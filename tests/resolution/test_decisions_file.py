import os

import pytest

from kg.errors import DecisionError
from kg.resolution.decisions_file import parse_decisions, read_decisions

HEAD = "kind,a,b,verdict,note\n"


def test_a_line_is_a_decision_with_its_place():
    text = f"# on whom\n{HEAD}\nPerson,A. Li,Ana Li,MERGE,we asked\nterm,'=x,y,apart\n"
    first, second = parse_decisions(text, path="who.csv")
    assert (first.kind, first.verdict, first.note) == ("person", "merge", "we asked")
    assert (first.place, second.place) == ("who.csv:4", "who.csv:5")
    assert (second.a, second.note) == ("=x", "")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a,b,c\n", "expected the header"),
        (f"{HEAD}person,a\n", "expected 4 or 5 cells"),
        (f"{HEAD}planet,a,b,merge\n", "kind is one of"),
        (f"{HEAD}person,,b,merge\n", "needs two names"),
        (f"{HEAD}person,a,b,perhaps\n", "verdict is merge or apart"),
        (f"{HEAD}person,a,a,apart\n", "write name@document"),
        (f'{HEAD}person,"a,b,merge\n', "no CSV"),
        (f"{HEAD}person,a,b,merge\nperson,b,a,apart\n", "kept apart"),
    ],
)
def test_what_is_no_decision_is_refused_with_its_line(text, message):
    with pytest.raises(DecisionError, match=message) as refused:
        parse_decisions(text, path="who.csv")
    assert "who.csv:" in str(refused.value)


def test_a_file_is_read_with_or_without_a_byte_order_mark(tmp_path):
    path = tmp_path / "who.csv"
    path.write_text(f"\ufeff{HEAD}person,a,b,merge\n", encoding="utf-8")
    assert [decision.b for decision in read_decisions(path)] == ["b"]
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(DecisionError, match=r"byte 0 is not UTF-8; save it as"):
        read_decisions(path)
    with pytest.raises(DecisionError, match=r"cannot be read: No such file[^\[]*$"):
        read_decisions(tmp_path / "nowhere.csv")


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("before", ["", "# on, whom, and why\n\n"])
def test_cells_are_parted_as_spreadsheets_do(delimiter, before):
    lines = ["kind,a,b,verdict,note", "term,x^2,x²,merge,the same"]
    text = before + "\n".join(line.replace(",", delimiter) for line in lines)
    (decision,) = parse_decisions(text)
    assert (decision.a, decision.b, decision.note) == ("x^2", "x²", "the same")


def test_a_comma_in_a_name_stands_in_a_file_with_semicolons():
    (decision,) = parse_decisions("kind;a;b;verdict\nperson;Li, A.;Li, Ana;merge\n")
    assert (decision.a, decision.b) == ("Li, A.", "Li, Ana")


def test_a_file_whose_name_is_not_utf_8_has_one_that_can_be_written(tmp_path):
    path = tmp_path / os.fsdecode(b"caf\xe9.csv")
    path.write_text(f"{HEAD}person,a,b,merge\n", encoding="utf-8")
    (decision,) = read_decisions(path)
    assert decision.path == str(tmp_path / "caf\ufffd.csv")
