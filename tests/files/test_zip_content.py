import gzip
import io
import zipfile

import pytest

from kg.errors import SourceError
from kg.files import zip_content
from kg.files.opening import open_data
from kg.files.zip_content import read_zip_member


def packed(**members):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in members.items():
            made.writestr(name, content)
    return file.getvalue()


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_a_member_is_given_whole(pack):
    file = open_data(pack(packed(a="one", b="two")), name="x")
    assert read_zip_member(file, "b") == b"two"
    assert read_zip_member(file, "c") is None


@pytest.mark.parametrize("cut", [5, 60, -1])
def test_a_damaged_archive_is_an_error(cut):
    with pytest.raises(SourceError, match="damaged"):
        read_zip_member(open_data(packed(a="one")[:cut], name="x"), "a")


def test_too_large_a_member_is_an_error(monkeypatch):
    monkeypatch.setattr(zip_content, "_LARGEST", 10)
    with pytest.raises(SourceError, match="larger than"):
        read_zip_member(open_data(packed(a="x" * 11), name="x"), "a")
