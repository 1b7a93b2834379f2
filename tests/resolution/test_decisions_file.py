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
    with pytest.raises(DecisionError, match="cannot be read as UTF-8"):
        read_decisions(path)
    with pytest.raises(DecisionError, match="cannot be read"):
        read_decisions(tmp_path / "nowhere.csv")
