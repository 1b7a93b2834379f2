from kg.files.opening import open_text
from kg.records import Document, Remark
from kg.sources.pages import paragraphs

ONE = (
    "This report tells how the bridge over the river was measured in three winters and "
    "why the readings differ, which nobody had expected when the work began in spring."
)
TWO = ONE.replace("bridge", "tunnel")


def parse(text):
    items = list(paragraphs.parse(open_text(text, name="notes.txt")))
    return [i for i in items if isinstance(i, Document)], [
        i for i in items if isinstance(i, Remark)
    ]


def test_each_paragraph_is_a_document_with_one_warning():
    documents, remarks = parse(f"Notes\n\n{ONE}\n\nmenu\n\n{TWO}\n")
    assert [(d.first_line, d.last_line) for d in documents] == [(2, 2), (6, 6)]
    assert [d.text for d in documents] == [ONE, TWO]
    assert [(r.line, r.lost) for r in remarks] == [(3, False)]


def test_long_lines_are_paragraphs_without_blank_lines_between():
    documents, _ = parse(f"{ONE}\n{TWO}")
    assert [d.text for d in documents] == [ONE, TWO]


def test_wrapped_lines_are_one_paragraph():
    wrapped = ONE.replace(" in three", "\nin three").replace(" which", "\nwhich")
    documents, _ = parse(wrapped)
    assert [d.text for d in documents] == [wrapped]


def test_text_without_prose_is_lost_with_a_reason():
    documents, (remark,) = parse("1;2;3\n4;5;6")
    assert documents == []
    assert remark.lost
