import io
import zipfile

from kg.sources.records.tables.xlsx_cells import xlsx_sheets
from tests.sources.records.tables.workbooks import MAIN, pack, xlsx

STYLES = (
    '<numFmts><numFmt numFmtId="164" formatCode="d. mmm yyyy"/>'
    '<numFmt numFmtId="165" formatCode="0.00"/></numFmts>'
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/>'
    '<xf numFmtId="165"/></cellXfs>'
)


def rows(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return [
            [row.cells for row in found] for _, found in xlsx_sheets(archive, 1 << 20)
        ]


def test_numbers_are_days_where_their_style_says_so():
    cells = [(36526, 1), (36526.5, 2), (36526, 3), 2001, 2.5]
    assert rows(xlsx([cells], styles=STYLES)) == [
        [["2000-01-01", "2000-01-01", "36526", "2001", "2.5"]]
    ]


def test_cells_that_are_left_out_are_empty():
    assert rows(xlsx([["a", "", "b"], ["", "c"]])) == [[["a", "", "b"], ["", "c"]]]


def test_texts_stand_in_the_cell_in_runs_or_are_results():
    cells = (
        '<c r="A1" t="inlineStr"><is><r><t>On </t></r><r><t>mills</t></r></is></c>'
        '<c r="B1" t="str"><v>Lee</v></c><c r="C1" t="e"><v>#N/A</v></c><c><v>7</v></c>'
    )
    sheet = f'<worksheet xmlns="{MAIN}"><row>{cells}</row></worksheet>'
    data = pack({"xl/workbook.xml": "", "xl/worksheets/sheet1.xml": sheet})
    assert rows(data) == [[["On mills", "Lee", "", "7"]]]


def test_no_reference_makes_a_row_without_end():
    sheet = f'<worksheet xmlns="{MAIN}"><row><c r="XFD1"><v>7</v></c></row></worksheet>'
    assert rows(pack({"xl/worksheets/sheet1.xml": sheet})) == [[[]]]
