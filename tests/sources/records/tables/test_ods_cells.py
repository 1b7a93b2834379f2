import io
import zipfile

from kg.sources.records.tables.ods_cells import ods_sheets
from tests.sources.records.tables.workbooks import OFFICE, ods, pack


def sheets(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return [list(rows) for _, rows in ods_sheets(archive, 1 << 20)]


def test_empty_rows_that_repeat_are_one():
    found = sheets(ods([["a", "b"]], [["c", 7]]))
    assert [[row.cells for row in rows] for rows in found[:2]] == [
        [["a", "b"], []],
        [["c", "7"], []],
    ]
    assert [row.line for row in found[0]] == [1, 2]


def test_cells_and_rows_repeat_as_often_as_they_say():
    names = f'xmlns:table="{OFFICE}table:1.0" xmlns:text="{OFFICE}text:1.0"'
    row = (
        '<table:table-row table:number-rows-repeated="2"><table:table-cell '
        'table:number-columns-repeated="2"><text:p>a</text:p><text:p>b</text:p>'
        "</table:table-cell></table:table-row>"
    )
    data = pack({"content.xml": f"<a {names}><table:table>{row}</table:table></a>"})
    assert [row.cells for row in sheets(data)[0]] == [["a\nb", "a\nb"]] * 2


def test_sheets_that_nobody_reads_are_passed_over():
    with zipfile.ZipFile(io.BytesIO(ods([["a"]], [["b"]]))) as archive:
        names = [name for name, _ in ods_sheets(archive, 1 << 20)]
    assert names[:2] == ["sheet 1", "sheet 2"]
