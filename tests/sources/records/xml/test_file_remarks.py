"""What is said of a file as a whole."""

from kg.sources.records.xml.file_remarks import FileRemarks
from kg.sources.records.xml.record_stream import DocumentType, XmlRecord


def reasons(counted):
    return [(remark.line, remark.reason) for remark in counted.remarks("x.xml")]


def test_each_thing_is_said_once_with_its_first_line():
    counted = FileRemarks()
    for line in (3, 7):
        counted.note_record(
            XmlRecord(line, line, "a", entities=(f"e{line}",), is_mended=True)
        )
        counted.note_other("home pages", line + 1)
    counted.note_document_type(DocumentType(1, "<!DOCTYPE a [<!ENTITY b 'c'>]>"))
    assert reasons(counted) == [
        (1, "1 entity is declared: no declaration is followed"),
        (4, "2 records are no works (home pages): not read"),
        (3, "entities that are not known stay as they stand: &e3;, &e7;"),
        (3, "signs and tags that XML has no room for are mended: 2 records"),
    ]


def test_of_many_names_some_are_said():
    counted = FileRemarks()
    for number in range(5000):
        counted.note_record(XmlRecord(1, 1, "a", entities=(f"e{number}",)))
    assert reasons(counted)[0][1].endswith("&e9; and 990 more")


def test_of_a_clean_file_nothing_is_said():
    counted = FileRemarks()
    counted.note_document_type(DocumentType(1, "<!DOCTYPE dblp SYSTEM 'dblp.dtd'>"))
    assert reasons(counted) == []
