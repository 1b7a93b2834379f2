import pytest

from kg.sources.outer_forms import end_of_markup, end_of_table

TALK = "We ask, at last, how long a walk on a graph, if it grows, needs to see it all."


@pytest.mark.parametrize(
    "table",
    [
        "Title,Authors,Year\nOn mills,Ann Lee,2001",
        'Title,Authors,Abstract\n"On\nmills",Ann Lee,"They, as we know, turn"',
        "Nr\tTitle\tAuthors\n1\tOn mills\tAnn Lee\n\n2\tOn wind\tBo Li",
        "Title; Authors\nOn mills; Ann Lee\nOn wind; Bo Li",
    ],
)
def test_a_table_ends_where_text_follows(table):
    rows = table.split("\n")
    assert end_of_table([*rows, "", TALK, TALK], 0) == len(rows)
    assert end_of_table(["", *rows, TALK], 1) == len(rows) + 1


@pytest.mark.parametrize("line", [TALK, "", "Title, and more", "Authors,Ann Lee"])
def test_a_line_that_is_no_header_begins_no_table(line):
    assert end_of_table([line, TALK, TALK], 0) is None


def test_a_quote_never_closed_ends_a_table_in_bounded_time():
    lines = ["Title,Authors", "On mills,Ann Lee", 'On wind,"Bo Li', *[TALK] * 3000]
    assert end_of_table(lines, 0) == 2


@pytest.mark.parametrize(
    ("markup", "end"),
    [
        ("<html>\n<p>Home</p>\n</html>", 3),
        ("<!DOCTYPE html>\n<html><body></body>\n</HTML >", 3),
        ('<?xml version="1.0"?>\n<feed><entry>\n</entry></feed>', 3),
        ('<a:feed xmlns:a="x">\n<a:feed>\n</a:feed>\n</a:feed>', 4),
        ("<div>\n<div>\n</div>\n</div>", 4),
        ("<html>\n<p>never closed", 4),
        ("<div>\n<p>never closed", None),
        ("<?xml?>", 3),
        ("<i>In italics</i>", None),
        (TALK, None),
    ],
)
def test_markup_ends_where_its_root_does(markup, end):
    assert end_of_markup([*markup.split("\n"), "", TALK], 0) == end
