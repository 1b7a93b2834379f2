import io
import zipfile

import pytest

from kg.files.opened_file import Head
from kg.sources.formats.zip_members import member_names


def packed(*members):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            method = zipfile.ZIP_STORED if name == "mimetype" else None
            archive.writestr(name, content, method)
    return file.getvalue()


@pytest.mark.parametrize(
    ("members", "names"),
    [
        ([("a.txt", "a"), ("word/Document.xml", "b" * 999)], {"word/document.xml"}),
        ([("mimetype", "application/epub+zip"), ("b", "c")], {"application/epub+zip"}),
    ],
)
def test_names_and_the_stated_type_are_found(members, names):
    found = member_names(Head("x", packed(*members), ""))
    assert found >= names | {"pk"} | {name.lower() for name, _ in members}


@pytest.mark.parametrize("data", [b"", b"words", b"PK", b"\x1f\x8b"])
def test_other_data_has_none(data):
    assert member_names(Head("x", data, "")) == frozenset()


@pytest.mark.parametrize("length", [4, 20, 31, 45])
def test_an_archive_may_be_cut_anywhere(length):
    data = packed(("mimetype", "application/epub+zip"))[:length]
    assert "pk" in member_names(Head("x", data, ""))
