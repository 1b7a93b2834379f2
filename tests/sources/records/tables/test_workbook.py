import pytest

from kg.errors import SourceError
from kg.files.opening import open_data
from kg.records import Document, Remark
from kg.sources.readers import recognise
from kg.sources.records.tables.workbook import parse
from tests.sources.records.tables.workbooks import ods, pack, xlsx

HEADING = ["Title", "Authors", "Year", "Abstract"]
ROWS = [
    ["On mills", "Lee, Ann; Li, Bo", 2001, "They turn."],
    ["On wind", "Roe, Cy", 2002],
]


def read(data, **options):
    items = list(parse(open_data(data, name="x", **options)))
    documents = [item for item in items if isinstance(item, Document)]
    return documents, [item for item in items if isinstance(item, Remark)]


@pytest.mark.parametrize("make", [xlsx, ods])
def test_a_row_of_a_sheet_is_a_document(make):
    data = make([["Exported in May"], [], HEADING, *ROWS])
    assert recognise(open_data(data, name="x").head()) == "workbook"
    (mills, wind), remarks = read(data)
    assert (mills.title, mills.year, mills.record_line) == ("On mills", 2001, 4)
    assert [author.name for author in mills.authors] == ["Lee, Ann", "Li, Bo"]
    assert (wind.title, wind.year, wind.text) == ("On wind", 2002, "On wind")
    assert remarks == []


@pytest.mark.parametrize("make", [xlsx, ods])
def test_sheets_are_read_each_and_one_without_a_heading_is_told(make):
    documents, remarks = read(make([["a", "b"], ["c", "d"]], [HEADING, *ROWS]))
    assert len(documents) == 2
    assert [(remark.lost, "sheet 1" in remark.reason) for remark in remarks] == [
        (True, True)
    ]


def test_what_is_damaged_is_said():
    data = xlsx([HEADING, *ROWS])
    with pytest.raises(SourceError, match="damaged"):
        read(data[:-30])
    broken = pack({"xl/workbook.xml": "", "xl/worksheets/sheet1.xml": "<a><b>"})
    with pytest.raises(SourceError, match="damaged"):
        read(broken)


def test_what_is_too_large_unpacked_is_not_read():
    with pytest.raises(SourceError, match="larger than"):
        read(xlsx([HEADING, *ROWS]), max_bytes=100)


def test_no_entity_is_followed():
    sheet = '<!DOCTYPE a [<!ENTITY b "c">]><worksheet>&b;</worksheet>'
    data = pack({"xl/workbook.xml": "", "xl/worksheets/sheet1.xml": sheet})
    with pytest.raises(SourceError, match="document type"):
        read(data)
