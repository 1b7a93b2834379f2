import gzip
import io
import random
import zipfile

import pytest

from kg.files.opened_file import Head
from kg.files.opening import open_data
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


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_a_first_member_of_any_size_does_not_hide_the_others(pack):
    picture = random.Random(4).randbytes(1_500_000)
    data = packed(("word/media/image1.png", picture), ("word/document.xml", "w"))
    head = open_data(pack(data), name="x.docx").head()
    # A directory can be looked up only where one can go to the end without unpacking.
    expected = {"word/document.xml"} if pack is bytes else set()
    assert member_names(head) >= expected | {"word/media/image1.png", "pk"}
