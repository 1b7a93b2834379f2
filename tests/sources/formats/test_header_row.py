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
    assert names(text) - {"a table", "records"} == expected


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


PROSE = "We ask how long a walk takes, and answer, at least on trees, that it is short."
TABLE = "Date | Speaker | Title\n3 May | Ann Lee | On mills\n4 May | Bo Chu | On wind\n"


@pytest.mark.parametrize(
    "text",
    [
        f"{TABLE}\n{PROSE}\n\n{PROSE}\n",
        f"# Talks\n\n| Date | Title |\n|---|---|\n| 3 May | Mills |\n\n{PROSE}\n\n{PROSE}",
        f"Title, authors, year\n\nWe match title, authors, year of records. {PROSE}\n",
        "Title, authors, year\n\nWe ask how title, authors, year are matched.\n",
        f"Name;Title;Date\nAnn Lee;On mills;3 May\n\n{PROSE}\n",
        f"Name,Title,Date\nAnn Lee,On mills,3 May\n\n{PROSE}\n",
        f"Name, title, date\nAnn Lee, On mills, 3 May\n\n{PROSE}\n\n{PROSE}",
        "time\twho\twhere\n" + "9:00\tLee\tA\n" * 9 + f"{PROSE}\n" * 3,
    ],
)
def test_prose_under_a_short_table_is_no_table(text):
    assert names(text) == frozenset()


@pytest.mark.parametrize(
    "text",
    [
        TABLE,
        TABLE + "5 May | Mei Sun | On water\n" * 9 + PROSE,
        "Title, authors, year\nOn mills, Lee, 2001\nOn wind, Chu, 2002\n",
        f'Title,Abstract\nOn mills,"{PROSE}"\nOn wind,"{PROSE}"\n',
        f"Title,Authors,Abstract\nOn mills,Lee,{PROSE}\nOn wind,Chu,{PROSE}\n",
        f"| Title | Abstract |\n|---|---|\n| On mills | {PROSE} |\n",
        "title,abstract,a,b,c,d,e,f\n" + "x,y,z,a,b,c,d,e\n" * 12 + f"{PROSE}\n" * 9,
    ],
)
def test_a_table_that_holds_most_of_the_text_is_one(text):
    assert "title" in names(text)


def test_rows_alone_make_a_table_if_they_agree():
    assert names("a\tb\tc\n" + "1\t2\t3\n" * 5) == {"a", "b", "c", "a table"}
    assert names("a\tb\tc\n" + "1\t2\t3\n" * 5 + "1\t2\n") == frozenset()
    assert names("a\tb\tc\n" + "1\t2\t3\n" * 2) == frozenset()


@given(st.text(alphabet='title,year;\t|" \n', max_size=80))
def test_any_text_has_columns_or_none(text):
    assert all(name == name.lower() for name in names(text))
