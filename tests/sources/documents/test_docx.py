import io
import zipfile

import pytest

from kg.errors import SourceError
from kg.files.opening import open_data
from kg.records import Document, Remark
from kg.sources.documents import docx
from kg.sources.readers import read

TEXT = "We ask how the mills of the north turn, and find that the wind alone turns them, day and"
TEXT += " night, for as long as it blows over the hills."


def word(*paragraphs, table=(), notes=()):
    def lines(texts):
        return "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in texts)

    rows = (
        "<w:tr>" + "".join(f"<w:tc>{lines([c])}</w:tc>" for c in row) + "</w:tr>"
        for row in table
    )
    body = lines(paragraphs) + f"<w:tbl>{''.join(rows)}</w:tbl>"
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        made.writestr("[Content_Types].xml", "<x/>")
        made.writestr("word/document.xml", f"<w:d xmlns:w='x'>{body}</w:d>")
        if notes:
            made.writestr(
                "word/footnotes.xml", f"<w:f xmlns:w='x'>{lines(notes)}</w:f>"
            )
    return file.getvalue()


def read_all(data, tmp_path):
    (tmp_path / "x.docx").write_bytes(data)
    return list(read([tmp_path / "x.docx"]))


def test_talks_of_a_document_are_read(tmp_path):
    talk = ("On mills", "Speaker: Ann Lee (Oslo)", f"Abstract: {TEXT}")
    first, second = read_all(word(*talk, "On rye", *talk[1:]), tmp_path)
    assert (first.title, first.record_line) == ("On mills", 1)
    assert (second.title, second.record_line) == ("On rye", 4)
    assert first.first_line is None


def test_an_abstract_with_its_header_is_read(tmp_path):
    data = word("On mills", "Ann Lee and Bo Li", "University of Oslo, Norway", TEXT)
    (document,) = read_all(data, tmp_path)
    assert document.title == "On mills"
    assert [s.kind for s in document.sections][:3] == [
        "title",
        "authors",
        "affiliation",
    ]


def test_a_table_of_abstracts_is_read(tmp_path):
    rows = [("Title", "Authors", "Abstract"), ("On mills", "Ann Lee", TEXT)]
    found = read_all(word("Talks", table=[*rows, ("On rye", "Bo Li", TEXT)]), tmp_path)
    documents = [item for item in found if isinstance(item, Document)]
    assert [(d.title, d.authors[0].name) for d in documents] == [
        ("On mills", "Ann Lee"),
        ("On rye", "Bo Li"),
    ]


def test_footnotes_stand_behind_the_text():
    (text,) = docx.parse(open_data(word("On mills", notes=["A note."]), name="x"))
    assert text.lines == ("On mills", "", "A note.")


@pytest.mark.parametrize("cut", [30, 100, -10])
def test_a_document_that_is_cut_is_a_reject(cut, tmp_path):
    (remark,) = read_all(word("On mills", TEXT)[:cut], tmp_path)
    assert isinstance(remark, Remark)
    assert remark.lost


def test_an_archive_without_the_text_is_an_error():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        made.writestr("word/styles.xml", "<x/>")
    with pytest.raises(SourceError, match="without its text"):
        list(docx.parse(open_data(file.getvalue(), name="x")))
