import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.files.zip_directory import directory_size, list_zip_members


def archive(*names, comment=b"", before=b""):
    file = io.BytesIO(before)
    file.seek(0, io.SEEK_END)
    with zipfile.ZipFile(file, "w") as made:
        for name in names:
            made.writestr(name, "content of " + name)
        made.comment = comment
    return file


@given(st.lists(st.text("añ/ x.", min_size=1), unique=True), st.binary(max_size=99))
def test_the_library_s_archives_are_listed(names, comment):
    file = archive(*names, comment=comment.replace(b"PK", b""))
    with zipfile.ZipFile(file) as made:
        assert list(list_zip_members(file)) == made.namelist()


def test_something_may_stand_before_the_archive():
    assert list_zip_members(archive("a", before=b"#!/bin/sh\n")) == ("a",)


@pytest.mark.parametrize("cut", [0, 3, 25, 60])
def test_an_archive_cut_short_lists_nothing(cut):
    assert list_zip_members(io.BytesIO(archive("a").getvalue()[:cut])) == ()


@given(st.binary(max_size=60), st.binary(max_size=60))
def test_any_bytes_around_the_end_s_mark_are_no_trouble(before, after):
    list_zip_members(io.BytesIO(before + b"PK\5\6" + after))
    list_zip_members(io.BytesIO(b"PK\1\2" + before + b"PK\5\6" + after))


def test_a_directory_grows_with_its_names():
    sizes = [directory_size(archive(*names)) for names in ([], ["a"], ["a", "bb"])]
    assert sizes == [0, 47, 95]
