import pytest

from kg.errors import DecisionError
from kg.resolution.decisions import Decision
from kg.resolution.decisions_file import parse_decisions, read_decisions

HEADER = "kind,a,b,verdict,note\n"


def test_lines_become_decisions():
    text = (
        HEADER + '# ours\n\nperson,"Li, Wei",Wei Li,Merge,seen them\nterm,a,b,apart\n'
    )
    assert parse_decisions(text) == (
        Decision("person", "Li, Wei", "Wei Li", "merge", "seen them", 4),
        Decision("term", "a", "b", "apart", "", 5),
    )


@pytest.mark.parametrize("header", ["kind,a,b,merge|apart,note", "Kind,A,B,Verdict"])
def test_the_header_may_be_written_in_these_ways(header):
    assert len(parse_decisions(header + "\nwork,a,b,merge\n")) == 1


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a,b\n", r"d\.csv:1: expected the header"),
        (HEADER + "person,a\n", r"d\.csv:2: expected 4 or 5 cells"),
        (HEADER + "person,Li, Wei,Wei Li,merge,x\n", r"d\.csv:2: expected 4 or 5"),
        (HEADER + "planet,a,b,merge\n", r"d\.csv:2: kind is one of .* 'planet'"),
        (HEADER + "person,a,,merge\n", r"d\.csv:2: a decision needs two names"),
        (HEADER + "person,a,b,same\n", r"d\.csv:2: verdict is merge or apart"),
        (HEADER + "person,a,a,merge\n", r"d\.csv:2: 'a' is compared with itself"),
        (HEADER + "person,a@d:1,a@d:1,apart\n", r"d\.csv:2: 'a@d:1' is compared"),
        (
            HEADER + "person,a@d:1,a@d:2,merge\nperson,A@d:1,a@d:2,apart\n",
            r"d\.csv:3: .* merged by d\.csv:2;",
        ),
        (HEADER + 'person,"a,b,merge\n', r"d\.csv:\d: no CSV"),
        (
            HEADER + "person,a,b,merge\nperson,a,b,apart\n",
            r"d\.csv:3: .* merged by d\.csv:2;",
        ),
        (
            HEADER + "term,a,b,merge\nterm,a,c,apart\nconcept,b,c,merge\n",
            r"d\.csv:3: .* merged by d\.csv:2, d\.csv:4;",
        ),
        (
            HEADER + "person,person:wei-li,X Y,merge\nperson,Wei Li,X Y,apart\n",
            r"d\.csv:3: .* kept apart",
        ),
    ],
)
def test_a_line_that_cannot_be_obeyed_is_named(text, message):
    with pytest.raises(DecisionError, match=message):
        parse_decisions(text, path="d.csv")


def test_one_name_may_mean_two_kinds():
    text = HEADER + "person,a,b,merge\ninstitution,a,b,apart\n"
    assert len(parse_decisions(text)) == 2


def test_a_name_of_two_documents_is_two_names():
    text = HEADER + "person,a@d:1,b,merge\nperson,a@d-1,b,apart\n"
    assert [decision.a for decision in parse_decisions(text)] == ["a@d:1", "a@d-1"]


def test_a_file_that_cannot_be_read_is_named(tmp_path):
    with pytest.raises(DecisionError, match=r"none\.csv"):
        read_decisions(tmp_path / "none.csv")
    latin = tmp_path / "latin.csv"
    latin.write_bytes(HEADER.encode() + "person,Jörg,b,merge\n".encode("latin-1"))
    with pytest.raises(DecisionError, match=r"latin\.csv: byte 30 is not UTF-8"):
        read_decisions(latin)


def test_a_file_is_read_with_its_path_and_lines(tmp_path):
    path = tmp_path / "decisions.csv"
    path.write_text("\ufeff" + HEADER + "person,Jörg A,J. A,merge\n", encoding="utf-8")
    (decision,) = read_decisions(path)
    assert decision.place == f"{path}:2"
