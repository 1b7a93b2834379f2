"""Word documents (Office Open XML, ECMA-376): paragraphs, tables, footnotes as text."""

from collections.abc import Iterator

from kg.errors import SourceError
from kg.files.opened_file import Opened
from kg.files.zip_content import read_zip_member
from kg.records import Remark
from kg.sources.documents.office_lines import (
    Dialect,
    damage_remark,
    made_text,
    office_lines,
)
from kg.sources.html.page_lines import Line
from kg.sources.made_text import MadeText

_WORD = Dialect(
    roles={
        "p": "paragraph",
        "tbl": "table",
        "tr": "row",
        "tc": "cell",
        "t": "text",
        "r": "run",
        "tab": "tab",
        "br": "break",
        "cr": "break",
        "pPr": "",
        # A shape is there twice: as it is drawn, and for older programs.
        "Fallback": "left out",
        "instrText": "left out",
        "tabs": "left out",
    },
    is_mixed=False,
    raised=("vertAlign", "superscript"),
)
_PARTS = ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml")


def parse(file: Opened) -> Iterator[MadeText | Remark]:
    """Yield the text of a document, footnotes behind it.

    Raises:
        SourceError: the document is damaged, encrypted or too large.
    """
    lines: list[Line] = []
    for part in _PARTS:
        xml = read_zip_member(file, part)
        if xml is None and part == _PARTS[0]:
            raise SourceError("a Word document without its text: save it again")
        if xml:
            text = office_lines(xml, _WORD)
            gap = [Line("", lines[-1].place)] if lines and text.lines else []
            lines += [*gap, *text.lines]
            yield from damage_remark(file.name, text.damage)
    yield made_text(lines)
