"""Texts of OpenDocument (ISO 26300), as LibreOffice writes them."""

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
from kg.sources.made_text import MadeText

_TEXT = Dialect(
    roles={
        "p": "paragraph",
        "h": "heading",
        "table": "table",
        "table-row": "row",
        "table-cell": "cell",
        "tab": "tab",
        "s": "tab",
        "line-break": "break",
        "note-body": "note",
        "note-citation": "left out",
        "annotation": "left out",
        "tracked-changes": "left out",
    },
    is_mixed=True,
)


def parse(file: Opened) -> Iterator[MadeText | Remark]:
    """Yield the text of a document, notes behind it.

    Raises:
        SourceError: the document is damaged, encrypted or too large.
    """
    xml = read_zip_member(file, "content.xml")
    if xml is None:
        raise SourceError("an OpenDocument text without its content: save it again")
    text = office_lines(xml, _TEXT)
    yield made_text(text.lines)
    yield from damage_remark(file.name, text.damage)
