import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.sources.records.bibtex_values import expand, split_bibtex_names

MACROS = {"jan": "January", "proc": "Proceedings of "}


@pytest.mark.parametrize(
    ("raw", "value", "unread"),
    [
        ("{On mills}", "On mills", ""),
        ('"On {"}mills"', 'On {"}mills', ""),
        ("jan", "January", ""),
        ("JAN", "January", ""),
        ("feb", "feb", ""),
        ('proc # "Talks"', "Proceedings of Talks", ""),
        ("2001", "2001", ""),
        ("{A} year = {2001}", "A", "year = {2001}"),
        ("{never closed", "never closed", ""),
        (r"{an escaped \} brace}", r"an escaped \} brace", ""),
        ("", "", ""),
        ("#", "", ""),
    ],
)
def test_a_value_is_put_together(raw, value, unread):
    assert expand(raw, MACROS) == (value, unread)


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ("Lee, Ann and Bo Chu", ("Lee, Ann", "Bo Chu")),
        ("{Simon and Sons} and {NASA, Ames, and others}",
         ("Simon and Sons", "NASA, Ames, and others")),
        ("Ann Lee; Bo Chu", ("Ann Lee", "Bo Chu")),
        ("Alexandra Sand", ("Alexandra Sand",)),
        ("others", ()),
        ("陈, 思远 and 李, 文博", ("陈, 思远", "李, 文博")),
        ("陈思远, 李文博", ("陈思远", "李文博")),
        ("陈思远；李文博", ("陈思远", "李文博")),
    ],
)  # fmt: skip
def test_names_are_split_at_and(value, names):
    assert split_bibtex_names(value) == names


@given(st.text(alphabet="{}ab, and;\\", max_size=30))
def test_any_field_gives_names_of_one_line_each(value):
    assert all(name.strip() == name != "" for name in split_bibtex_names(value))
