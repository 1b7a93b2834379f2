import sys

import pytest

from kg.errors import SourceError
from kg.files.opening import open_data
from kg.records import Document, Remark
from kg.sources.documents import pdf
from kg.sources.readers import read

PAPER = [
    "On mills and winds",
    "Ann Lee and Bo Li",
    "University of Oslo, Norway",
    "Abstract",
    "We ask how the mills of the north turn, and find that the wind",
    "alone turns them, day and night, for as long as it blows over",
    "the hills. Nothing else is needed to make them turn around.",
    "1 Introduction",
    "Mills are old, and those who turn them know them well.",
]


def made(*pages):
    """Return a PDF of pages of lines, written by hand (ISO 32000-1, 7.5)."""
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    for number, lines in enumerate(pages):
        shown = "".join(f"({line}) Tj 0 -20 Td " for line in lines)
        stream = f"BT /F 12 Tf 50 750 Td {shown}ET"
        objects += [
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents {5 + 2 * number} 0 R"
            "/Resources<</Font<</F 3 0 R>>>>>>",
            f"<</Length {len(stream)}>>stream\n{stream}\nendstream",
        ]
    body, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, start=1):
        places.append(len(body))
        body += f"{number} 0 obj\n{each}\nendobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    count = len(objects) + 1
    head = f"xref\n0 {count}\n0000000000 65535 f \n{table}trailer<</Size {count}/Root 1 0 R>>"
    return body + f"{head}\nstartxref\n{len(body)}\n%%EOF".encode()


def parse(data):
    return list(pdf.parse(open_data(data, name="x.pdf")))


def test_a_paper_is_its_title_people_and_abstract(tmp_path):
    pytest.importorskip("pypdfium2")
    (tmp_path / "x.pdf").write_bytes(made(PAPER, ["More of mills."], ["And more."]))
    found = list(read([tmp_path / "x.pdf"]))
    (document,) = [item for item in found if isinstance(item, Document)]
    assert document.title == "On mills and winds"
    assert [s.kind for s in document.sections] == [
        "title",
        "authors",
        "affiliation",
        "body",
    ]
    assert "Introduction" not in document.text
    assert (document.first_line, document.record_line) == (None, 1)
    (remark,) = [item for item in found if isinstance(item, Remark)]
    assert remark.reason == (
        "of the document not read: 16 words behind its introduction, 1 page"
    )


def test_lines_know_their_page():
    pytest.importorskip("pypdfium2")
    text, _ = parse(made(["On mills"], ["On wind"], ["On rye"]))
    assert (text.lines, text.places) == (("On mills", "On wind"), (1, 2))


def test_a_document_without_text_is_told():
    pytest.importorskip("pypdfium2")
    with pytest.raises(SourceError, match="without text"):
        parse(made([]))


@pytest.mark.parametrize("cut", [8, 60, 200])
def test_a_document_that_is_cut_is_told_or_read(cut):
    pytest.importorskip("pypdfium2")
    with pytest.raises(SourceError, match="PDF document"):
        parse(made(PAPER)[:cut])


def test_too_large_a_document_is_told(monkeypatch):
    pytest.importorskip("pypdfium2")
    monkeypatch.setattr(pdf, "_LARGEST", 10)
    with pytest.raises(SourceError, match="larger than"):
        parse(made(PAPER))


def test_without_the_library_the_message_says_how(monkeypatch):
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(SourceError, match=r"PDF document.*pip install.*\[pdf\]"):
        parse(made(PAPER))
