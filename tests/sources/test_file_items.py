from kg.errors import SourceError
from kg.files.decoding import Notice
from kg.files.opening import open_text
from kg.records import Document, Remark
from kg.sources.file_items import with_file_remarks, without_too_long

DOCUMENT = Document("", "x", "We ask.", (), record_line=4)


def of_file(items, **fields):
    file = open_text("x", name="x")
    for name, value in fields.items():
        setattr(file, name, value)
    return list(with_file_remarks(file, "jsonl", items))


def test_a_document_that_is_too_long_is_a_remark_with_its_line():
    first, second = without_too_long(
        [DOCUMENT, Document("", "x", "x" * 9, (), 7, 8)], 6
    )
    assert (first.line, second.line) == (4, 8)
    assert "7 characters" in first.reason
    assert list(without_too_long([DOCUMENT], 7)) == [DOCUMENT]


def test_what_is_said_of_the_file_comes_last():
    found = of_file([DOCUMENT], warnings=(Notice("odd", 3),), complete=False)
    assert found[0] == DOCUMENT
    assert [(r.line, r.lost) for r in found[1:]] == [(3, False), (None, False)]
    assert "damaged" in found[2].reason


def test_a_file_of_nothing_and_one_that_breaks():
    def broken():
        yield DOCUMENT
        raise SourceError("gone")

    assert of_file([])[0].reason == "read as jsonl, but it holds no document"
    assert of_file(broken()) == [DOCUMENT, Remark("x", None, "gone")]


def test_a_remark_on_several_lines_says_so():
    (remark,) = of_file([Remark("x", 3, "odd", last=5)])
    assert remark.reason == "lines 3 to 5: odd"
