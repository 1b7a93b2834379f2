"""What tests of every dialect do: a text is read as a file of it."""

import pytest

from kg.files.opening import open_data
from kg.records import Document, Remark
from kg.sources.records.xml_records import parse


@pytest.fixture
def read():
    """Return a function: text → its documents, its rejects, its warnings' reasons."""

    def read_text(text: str) -> tuple[list[Document], list[str], list[str]]:
        items = list(parse(open_data(text.encode(), name="x.xml")))
        remarks = [item for item in items if isinstance(item, Remark)]
        return (
            [item for item in items if isinstance(item, Document)],
            [remark.reason for remark in remarks if remark.lost],
            [remark.reason for remark in remarks if not remark.lost],
        )

    return read_text
