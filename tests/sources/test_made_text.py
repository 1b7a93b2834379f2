from kg.errors import SourceError
from kg.records import Document, Remark
from kg.sources.made_text import MadeText, read_made_texts
from kg.sources.readers import _parse_text

TEXT = "We ask how the mills of the north turn, and find that the wind turns them. " * 4


def read(*items):
    return list(read_made_texts(items, _parse_text, name="x.doc"))


def test_documents_of_a_text_stand_where_their_file_has_them():
    lines = (
        "Title: On mills",
        f"Abstract: {TEXT}",
        "",
        "Title: On wind",
        f"Abstract: {TEXT}",
    )
    found = read(MadeText(lines, (3, 5, 6, 8, 9)))
    assert [(d.title, d.first_line, d.record_line) for d in found] == [
        ("On mills", None, 3),
        ("On wind", None, 8),
    ]
    assert found[0].text == "\n".join(lines[:2])


def test_remarks_are_placed_and_other_items_pass():
    remark = Remark("x.doc", 1, "odd", lost=False)
    document = Document("", "x.doc", "T", ())
    first, second, lost = read(remark, document, MadeText(("Home page",), (70,)))
    assert (first, second) == (remark, document)
    assert lost.line is None or lost.line == 70
    assert lost.lost


def test_a_text_without_words_is_nothing():
    assert read(MadeText((), ()), MadeText(("", " "), (1, 2))) == []


def test_what_no_reader_takes_is_a_remark():
    def refuse(_file):
        raise SourceError("no reader is for it")

    (remark,) = read_made_texts([MadeText((TEXT,), (4,))], refuse, name="x.doc")
    assert (remark.line, remark.reason) == (4, "no reader is for it")
