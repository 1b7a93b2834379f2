import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.files.opened_file import Head
from kg.sources.formats.header_row import column_names


def names(text):
    return column_names(Head("x", b"", text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Title,Year\nA,2001\n", {"title", "year"}),
        ('"Author(s) ID";"Title";"DOI"\n"1";"A;B";""\n', {"author s id", "title", "doi"}),
        ("PT\tAU\tTI\nJ\tLee, A\tOn mills\n", {"pt", "au", "ti"}),
        ("sep=;\nTitle;Year\nA;2001\n", {"title", "year"}),
        ('"About the data: of 2024"\n\nTitle,DOI\nA,10.1/x', {"title", "doi"}),
        ('title,abstract\nA,"one\n\ntwo, three"\n', {"title", "abstract"}),
        ("title,authors,abstract\nA,Lee,a text, and, commas\n", {"title", "authors",
         "abstract"}),
        ("title,authors,year", {"title", "authors", "year"}),
        ('title,year\nA,"never closed' + "x" * 200_000, {"title", "year"}),
    ],
)  # fmt: skip
def test_known_columns_make_a_header(text, expected):
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "One line, of prose, with a title, and an author",
        "title,abstract\nThis is prose, with commas, and more of them",
        "Title, Year, and what else a reader of these pages would like to be told of it"
        "\nA,2001,B",
        "a,a,b\n" * 9,
        "a,b,\n" * 9,
        "One, two, three\n" * 9,
    ],
)
def test_other_lines_do_not(text):
    assert names(text) == frozenset()


def test_rows_alone_make_a_table_if_they_agree():
    assert names("a\tb\tc\n" + "1\t2\t3\n" * 5) == {"a", "b", "c", "a table"}
    assert names("a\tb\tc\n" + "1\t2\t3\n" * 5 + "1\t2\n") == frozenset()
    assert names("a\tb\tc\n" + "1\t2\t3\n" * 2) == frozenset()


@given(st.text(alphabet='title,year;\t|" \n', max_size=80))
def test_any_text_has_columns_or_none(text):
    assert all(name == name.lower() for name in names(text))
