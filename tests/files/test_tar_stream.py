import io
import tarfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import SourceError
from kg.files.tar_stream import is_tar, tar_members

FORMATS = [tarfile.USTAR_FORMAT, tarfile.GNU_FORMAT, tarfile.PAX_FORMAT]


def archive(*members, form=tarfile.PAX_FORMAT):
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w", format=form) as made:
        for name, content in members:
            info = tarfile.TarInfo(name)
            info.size = len(content)
            made.addfile(info, io.BytesIO(content))
    return file.getvalue()


def read(data):
    return [(m.name, m.kind, m.read(1 << 30)) for m in tar_members(io.BytesIO(data))]


@pytest.mark.parametrize("form", FORMATS)
def test_the_library_s_archives_are_read(form):
    members = [("a.txt", b"one"), ("b/c.txt", b""), ("d", b"x" * 2000)]
    assert read(archive(*members, form=form)) == [(n, "", c) for n, c in members]


@pytest.mark.parametrize("form", FORMATS[1:])
def test_long_names_are_whole(form):
    name = "folder/" * 40 + "müller.txt"
    assert read(archive((name, b"x"), ("b", b"y"), form=form)) == [
        (name, "", b"x"),
        ("b", "", b"y"),
    ]


def test_a_name_of_two_parts_is_one():
    name = "folder/" * 20 + "a.txt"
    assert read(archive((name, b"x"), form=tarfile.USTAR_FORMAT)) == [(name, "", b"x")]


@pytest.mark.parametrize(
    ("kind", "word"),
    [
        (tarfile.SYMTYPE, "a link"),
        (tarfile.LNKTYPE, "a link"),
        (tarfile.DIRTYPE, "a folder"),
        (tarfile.FIFOTYPE, "a pipe"),
        (tarfile.CHRTYPE, "a device"),
    ],
)
def test_what_is_no_file_has_a_kind_and_no_content(kind, word):
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as made:
        info = tarfile.TarInfo("odd")
        info.type, info.linkname = kind, "/etc/passwd"
        made.addfile(info)
        made.addfile(tarfile.TarInfo("b"))
    found = [
        (name.rstrip("/"), what, data) for name, what, data in read(file.getvalue())
    ]
    assert found == [("odd", word, b""), ("b", "", b"")]


def test_content_that_nobody_reads_is_passed_over():
    data = archive(("a", b"x" * 5000), ("b", b"y"))
    names = [member.name for member in tar_members(io.BytesIO(data))]
    assert names == ["a", "b"]


def test_an_archive_cut_in_a_member_gives_what_stood_before():
    data = archive(("a", b"one"), ("b", b"x" * 2000))[:2000]
    members = tar_members(io.BytesIO(data))
    assert next(members).read(9) == b"one"
    with pytest.raises(SourceError, match="ends early"):
        next(members).read(9999)


def test_a_damaged_header_is_an_error():
    data = bytearray(archive(("a", b"one"), ("b", b"two")))
    data[1024] ^= 1
    with pytest.raises(SourceError, match="damaged"):
        read(bytes(data))


def test_a_name_of_megabytes_is_an_error():
    data = archive(("n" * (2 << 20), b"x"), form=tarfile.GNU_FORMAT)
    with pytest.raises(SourceError, match="more than a megabyte"):
        read(data)


@pytest.mark.parametrize(
    ("data", "answer"),
    [
        (archive(("a", b"x")), True),
        (archive(("a", b"x"))[:511], False),
        (b"\0" * 1024, False),
        (b"We ask how mills turn. " * 40, False),
        (b"", False),
    ],
)
def test_an_archive_is_told_by_its_first_header(data, answer):
    assert is_tar(data) is answer


@given(st.binary(max_size=2000), st.integers(0, 1500))
def test_any_damage_ends_in_an_error_or_in_members(noise, place):
    data = archive(("a", b"one"), ("b" * 200, b"two"))
    damaged = data[:place] + noise + data[place + len(noise) :]
    try:
        found = read(damaged)
    except SourceError:
        return
    assert all(isinstance(name, str) for name, _, _ in found)
