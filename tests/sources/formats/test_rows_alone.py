import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.sources.formats.rows_alone import holds_rows, is_of_rows

PROSE = "We ask how long a walk takes, and answer, on trees, in short, that it is."
QUOTED = '"A1","On mills, old","Lee, Ann","They turn, and\nturn, and turn."'


@pytest.mark.parametrize(
    "text",
    [
        "A1,On mills,Lee,2001\nA2,On wind,Li,2002",
        "A1\tOn mills\tLee\t2001\nA2\tOn wind\tLi\t2002",
        f"{QUOTED}\n{QUOTED}",
        "Lee,On mills,,,2001\nLi,On wind,,,2002\nRoe,On water,a,\nA note",
        "mills;wind;z;1\n" * 9 + PROSE,
    ],
)
def test_rows_are_told_by_what_stands_beside_their_delimiters(text):
    assert is_of_rows(text.split("\n"))


@pytest.mark.parametrize(
    "text",
    [
        f"{PROSE}\n{PROSE}",
        "",
        "Ann Lee, Bo Chu, Max Stone, Cy Roe\n" * 9,
        "12 May: Ann Lee; 13 May: Bo Chu; 14 May: none; 15 May: Cy\n" * 6,
        "9:00\tLee\tOslo\n" * 9,
        '{"title":"On mills","authors":["Ann Lee","Bo Li"],"year":2001,"doi":""}\n' * 3,
        "a,b,c,d\n" + f"{PROSE}\n" * 9,
    ],
)
def test_prose_and_other_formats_are_no_rows(text):
    assert not is_of_rows(text.split("\n"))


def test_a_text_may_hold_rows_that_are_not_most_of_it():
    text = f"a,b,c,d\n{PROSE}\n{PROSE}\ne,f,g,h\n"
    assert holds_rows(text.split("\n"))
    assert not is_of_rows(text.split("\n"))
    assert not holds_rows([PROSE, PROSE])


@given(st.text(alphabet='a,;\t" \n', max_size=80))
def test_any_text_is_rows_or_not(text):
    lines = text.split("\n")
    assert holds_rows(lines) or not is_of_rows(lines)
