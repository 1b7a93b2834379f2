import pytest

from kg.errors import SourceError
from kg.sources.documents.docx import _WORD
from kg.sources.documents.odt import _TEXT
from kg.sources.documents.office_lines import office_lines


def run(text, raised=False):
    style = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>' if raised else ""
    return f"<w:r>{style}<w:t>{text}</w:t></w:r>"


def word(body):
    xml = f'<w:document xmlns:w="x"><w:body>{body}</w:body></w:document>'
    return [line.text for line in office_lines(xml.encode(), _WORD).lines]


def paragraph(*runs):
    return f"<w:p>{''.join(runs)}</w:p>"


def table(*rows):
    cells = ("".join(f"<w:tc>{paragraph(run(c))}</w:tc>" for c in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        (paragraph(run("On "), run("mills")) + paragraph(run("b")), ["On mills", "b"]),
        (paragraph(run("a")) + paragraph() + paragraph(run("b")), ["a", "", "b"]),
        (paragraph(run("Lee"), run("1", raised=True), run(", x")), ["Lee¹, x"]),
        (paragraph("<w:r><w:delText>a</w:delText></w:r>", run("b")), ["b"]),
        (paragraph("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>"), ["a b"]),
        (
            paragraph(run("a")) + table(["b", "c"], ["d", "e"]),
            ["a", "", "b\tc", "d\te"],
        ),
        (f"<w:Fallback>{paragraph(run('a'))}</w:Fallback>{paragraph(run('b'))}", ["b"]),
    ],
)
def test_paragraphs_of_word_are_lines(body, lines):
    assert word(body) == lines


def opendocument(body):
    xml = f"<o:d xmlns:o='x' xmlns:t='y'>{body}</o:d>"
    return office_lines(xml.encode(), _TEXT).lines


def test_headings_spans_and_notes_of_opendocument():
    body = (
        "<t:tracked-changes><t:p>gone</t:p></t:tracked-changes><t:h>On mills</t:h>"
        "<t:p>a<t:span>b</t:span><t:s/>c<t:note><t:note-citation>1</t:note-citation>"
        "<t:note-body><t:p>A note.</t:p></t:note-body></t:note> d</t:p>"
    )
    lines = opendocument(body)
    assert [line.text for line in lines] == ["On mills", "ab c d", "", "A note."]
    assert [line.place for line in lines[:2]] == [1, 2]


def test_broken_xml_gives_what_stood_before():
    text = office_lines(b"<d><p>On mills</p><p>x</p><", _TEXT)
    assert [line.text for line in text.lines] == ["On mills", "x"]
    assert "broken" in text.damage
    with pytest.raises(SourceError, match="broken"):
        office_lines(b"<d><", _TEXT)


def test_entities_are_refused():
    bomb = b'<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><d><p>&b;</p></d>'
    with pytest.raises(SourceError, match="entities"):
        office_lines(bomb, _TEXT)


@pytest.mark.parametrize(
    "part", ["<p>", "<table><table-row><table-cell>", "<note-body>", "<x>"]
)
def test_documents_of_any_depth_are_read(part):
    xml = f"<d><p>On mills</p>{part * 20_000}"
    assert office_lines(xml.encode(), _TEXT).lines[0].text == "On mills"
