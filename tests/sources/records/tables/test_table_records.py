import pytest

from kg.files.opening import open_text
from kg.records import Document, Remark
from kg.sources.records.tables.table_records import parse
from kg.sources.unused_text import Unused

HEADING = "Title,Authors,Year,Journal,DOI,Abstract\n"
ROWS = (
    'On mills,"Lee, Ann; Li, Bo",2001,Mills Today,10.1234/m1,"They turn, slowly."\n'
    'On wind,"Roe, Cy",2002,Wind,,"It blows.\nAnd stops."\n'
)


def read(text, name="x.csv"):
    items = list(parse(open_text(text, name=name)))
    documents = [item for item in items if isinstance(item, Document)]
    remarks = [item for item in items if isinstance(item, Remark)]
    return documents, remarks


def names(document):
    return [author.name for author in document.authors]


def test_a_row_is_a_document_with_all_that_its_columns_hold():
    (mills, wind), remarks = read(HEADING + ROWS)
    assert (mills.title, mills.year, mills.venue) == ("On mills", 2001, "Mills Today")
    assert (mills.doi, mills.record_line) == ("10.1234/m1", 2)
    assert mills.text == "On mills\nThey turn, slowly."
    assert (names(mills), names(wind)) == (["Lee, Ann", "Li, Bo"], ["Roe, Cy"])
    assert (wind.record_line, wind.text) == (3, "On wind\nIt blows. And stops.")
    assert remarks == []


@pytest.mark.parametrize("sign", ["\t", ";", "|"])
def test_the_sign_between_cells_is_told_by_the_heading(sign):
    header = sign.join(["Title", "Authors", "Year"])
    rows = sign.join(["On mills", '"Lee, Ann and Li, Bo"', "2001"])
    (document,), remarks = read(f"{header}\n{rows}\n")
    assert names(document) == ["Lee, Ann", "Li, Bo"]
    assert remarks == []


def test_lines_above_the_heading_are_no_rows():
    preamble = '"About the data: exported in May, of all mills"\n'
    documents, (remark,) = read(preamble + HEADING + ROWS)
    assert [document.record_line for document in documents] == [3, 4]
    assert (remark.line, remark.lost) == (1, False)
    assert 'above the heading, not read: ""About the data' in remark.reason
    assert read("sep=,\n" + HEADING + ROWS)[1] == []


def test_columns_that_nothing_reads_are_named_once():
    _, (remark,) = read("Title,Year,Colour\nA,2001,red\nB,2002,\nC,2003,blue\n")
    assert remark.reason == 'fields that are not read: "Colour" (2 records)'


def test_empty_rows_and_headings_among_rows_are_counted():
    documents, remarks = read(HEADING + ROWS + ",,,,,\n,,,,,\n" + HEADING + ROWS)
    assert len(documents) == 4
    assert [(remark.line, remark.reason) for remark in remarks] == [
        (5, "2 rows are empty"),
        (1, "the heading stands 1 time more, among the rows"),
    ]


def test_a_row_that_fits_no_way_costs_itself_alone():
    shifted = "On rain,Lee,Mills,2003,10.1234/m3,It falls.\n"
    documents, remarks = read(HEADING + shifted + ROWS)
    assert [document.title for document in documents] == ["On mills", "On wind"]
    (remark,) = remarks
    assert (remark.line, remark.lost) == (2, True)
    assert remark.reason == 'a row is shifted: "Mills" stands under "Year"'


def test_a_comma_or_a_line_break_without_quotes_is_mended_and_told():
    row = "On rain,Ann Lee,2003,Rain,10.1234/m3,It falls, and falls.\n"
    broken = "On snow,Ann Lee,2004,Snow,10.1234/m4,It lies.\nAnd melts.\n"
    (rain, snow, *_), remarks = read(HEADING + row + broken + ROWS)
    assert rain.text == "On rain\nIt falls, and falls."
    assert snow.text == "On snow\nIt lies. And melts."
    assert [(remark.line, remark.last) for remark in remarks] == [(2, 2), (3, 4)]
    assert not any(remark.lost for remark in remarks)


def test_a_quote_that_is_never_closed_costs_no_other_row():
    row = '"On rain,Lee,2003,Rain,10.1234/m3,It falls.\n'
    documents, (remark,) = read(HEADING + row + ROWS)
    assert [d.title for d in documents] == ["On rain", "On mills", "On wind"]
    assert (remark.line, remark.reason) == (2, "a quote that is never closed")


def test_text_below_a_table_is_given_back():
    text = "We ask how long a walk takes, and answer: not long."
    items = list(parse(open_text(f"{HEADING}{ROWS}\n{text}\n", name="x")))
    assert [item for item in items if isinstance(item, Unused)] == [
        Unused(6, text, "no row of the table")
    ]


def test_a_file_without_a_heading_is_given_back():
    (item,) = parse(open_text("We ask.", name="x"))
    assert item == Unused(1, "We ask.", "no heading of a table is found")


def test_a_table_of_markdown_is_read():
    text = "| Title | Authors | Year |\n|---|---|---|\n| On mills | Ann Lee | 2001 |\n"
    (document,), remarks = read(text)
    assert (document.title, names(document), remarks) == ("On mills", ["Ann Lee"], [])


@pytest.mark.parametrize(
    "heading",
    [
        "Titel,Autoren,Jahr,Zeitschrift,Zusammenfassung",
        "Título,Autores,Año,Revista,Resumen",
        "Titre,Auteurs,Année,Revue,Résumé",
        "Título,Autores,Ano,Revista,Resumo",
        "标题,作者,年份,期刊,摘要",
        "Название,Авторы,Год,Журнал,Аннотация",
        "タイトル,著者,発行年,雑誌名,要旨",
    ],
)
def test_headings_are_read_in_many_languages(heading):
    (document,), remarks = read(
        f"{heading}\nOn mills,Ann Lee; Bo Li,2001,Mills,They turn."
    )
    assert (document.title, document.year, document.venue) == (
        "On mills",
        2001,
        "Mills",
    )
    assert names(document) == ["Ann Lee", "Bo Li"]
    assert document.text.endswith("They turn.")
    assert remarks == []


def test_another_heading_below_is_that_of_the_rows_below_it():
    other = "Author,Year,Document Title,Colour\nAnn Lee,2005,On water,red\n"
    documents, remarks = read(HEADING + ROWS + other)
    assert [(d.title, d.year) for d in documents] == [
        ("On mills", 2001),
        ("On wind", 2002),
        ("On water", 2005),
    ]
    assert names(documents[-1]) == ["Ann Lee"]
    (remark,) = remarks
    assert remark.reason == 'fields that are not read: "Colour" (1 record)'


def test_a_column_without_a_heading_is_named_by_its_place():
    _, (remark,) = read("Title,Year,,Authors\nA,2001,red,Ann Lee\n")
    assert remark.reason == 'fields that are not read: "column 3" (1 record)'


def test_the_rest_of_a_heading_that_a_line_break_cut_is_no_other_heading():
    heading = "Title,Authors,Year,Journal,DOI\nAbstract,Language,Keywords\n"
    row = "On mills,Ann Lee,2001,Mills,10.1234/m,They turn.,en,mill\n"
    documents, remarks = read(heading + row)
    assert documents == []
    assert any(remark.lost and remark.line == 3 for remark in remarks)
