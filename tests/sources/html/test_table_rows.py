import pytest

from kg.sources.html.page_lines import Line
from kg.sources.html.table_rows import TableRows, as_label


def rows(*table):
    made = TableRows()
    shown = []
    for row in table:
        cells = [[Line(text, 0) for text in cell] for cell in row]
        shown.append([line.text for line in made.lines_of(cells)])
    return [*shown, *([line.text] for line in made.finish())]


def test_cells_of_one_line_are_a_row():
    assert rows([["09:00"], [], ["On mills"], []]) == [["09:00\t\tOn mills"]]


def test_cells_of_several_lines_are_lines():
    row = [["On mills", "A Lee"], ["12"]]
    assert rows(row) == [["", "On mills", "A Lee", "12", ""]]


def test_a_table_of_records_keeps_a_row_a_line():
    header = [["Title"], ["Abstract"], ["Room"]]
    assert rows(header, [["On mills"], ["We ask.", "", "They turn."], ["2"]]) == [
        [],
        ["Title\tAbstract\tRoom", "On mills\tWe ask. They turn.\t2"],
    ]
    assert rows(header) == [[], ["Title\tAbstract\tRoom"]]


def test_people_and_journal_below_titles_get_columns():
    header = [["Title"], ["Cited by"], ["Year"]]
    mills = [["On mills", "A Lee, B Mill, ...", "J. Mills 3, 2019"], ["12"], ["2019"]]
    assert rows(header, mills, [["On rye", "A Lee"], [], ["2020"]]) == [
        [],
        [
            "Title\tAuthors\tPublication\tCited by\tYear",
            "On mills\tA Lee, B Mill, ...\tJ. Mills 3, 2019\t12\t2019",
        ],
        ["On rye\tA Lee\t\t\t2020"],
    ]


def test_a_row_that_ends_before_the_titles_stays_as_it_is():
    header = [["No"], ["Title"], ["Year"]]
    mills = [["1"], ["On mills", "A Lee, B Mill", "J. Mills 3"], ["2019"]]
    assert rows(header, mills, [["Older works"]])[2:] == [["Older works"]]


def test_a_label_beside_its_value_is_one():
    assert rows([["Speaker"], ["Ann Lee"]]) == [["Speaker: Ann Lee"]]
    assert rows([["Abstract:"], ["We ask.", "So."]]) == [["Abstract: We ask.", "So."]]


def test_a_row_without_words_is_no_line():
    assert rows([[], []]) == [[]]


@pytest.mark.parametrize(
    ("word", "label"), [("Titel", "Titel:"), ("Mills", ""), ("", "")]
)
def test_labels_are_those_of_talks(word, label):
    assert as_label(word) == label
