import pytest

from kg.sources.records.fields import (
    find_dated,
    join_lines,
    parse_year,
    record_document,
    split_keywords,
)


@pytest.mark.parametrize(
    ("title", "abstract", "text", "sections"),
    [
        ("A", "B c.", "A\nB c.", [(0, 1, "title"), (2, 6, "body")]),
        ("A", None, "A", [(0, 1, "title")]),
        (None, "B", "B", [(0, 1, "body")]),
    ],
)
def test_a_records_text_is_its_title_and_abstract(title, abstract, text, sections):
    found = record_document(title, abstract, id="x", source="s", record_line=3)
    assert found.text == text
    assert [(s.start, s.end, s.kind) for s in found.sections] == sections
    assert (found.first_line, found.record_line) == (None, 3)


def test_a_record_of_neither_is_a_mistake_of_its_reader():
    with pytest.raises(ValueError, match="title or an abstract"):
        record_document(None, None, id="x", source="s", record_line=1)


@pytest.mark.parametrize(
    ("value", "year"),
    [
        ("2019", 2019),
        (" 2019-05-01", 2019),
        ("2019/2020", 2019),
        ("20195", None),
        ("May 2019", None),
        ("1066", None),
        ("", None),
    ],
)
def test_a_year_stands_at_the_beginning(value, year):
    assert parse_year(value) == year


@pytest.mark.parametrize(
    ("value", "keywords"),
    [
        ("graphs; random  walks", ("graphs", "random walks")),
        ("graphs, walks,", ("graphs", "walks")),
        ("trees, rooted; walks", ("trees, rooted", "walks")),
        ("", ()),
    ],
)
def test_keywords_are_split_at_semicolons_or_commas(value, keywords):
    assert split_keywords(value) == keywords


def test_lines_that_go_on_are_of_the_item_above():
    lines = ["  Univ Oslo,", " Norway, ", "Europe", "", "Univ Bonn"]
    items = ["Univ Oslo, Norway, Europe", "", "Univ Bonn"]
    assert join_lines(lines, lambda item, _: item.endswith(",")) == items
    assert join_lines(lines, lambda _, line: not line.strip())[2:] == [
        "Europe ",
        "Univ Bonn",
    ]
    assert join_lines([], lambda *_: True) == []


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (["soon", "May 2019", "2020"], "May 2019"),
        (["soon", "later"], "soon"),
        ([], ""),
    ],
)
def test_of_several_dates_the_first_with_a_year_counts(texts, found):
    assert find_dated(iter(texts)) == found
