import gzip

import pytest

from kg.errors import SourceError
from kg.files.opening import open_text

TEXT = "Les réseaux étudiés\nconvergent très vite, même sans régularité.\n"


def opened(path, data, *, max_bytes=10**7):
    path.write_bytes(data)
    return open_text(path, max_bytes=max_bytes)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "x.txt"


@pytest.mark.parametrize(
    ("encoding", "named"),
    [
        ("utf-8", None),
        ("utf-8-sig", None),
        ("utf-16", "utf-16-le"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("utf-32", "utf-32-le"),
        ("utf-32-be", "utf-32-be"),
        ("latin-1", "cp1252"),
        ("cp1252", "cp1252"),
    ],
)
def test_encodings_are_recognised_and_named(path, encoding, named):
    found = opened(path, TEXT.encode(encoding))
    assert found.text == TEXT
    assert [named in notice.reason for notice in found.warnings] == [True] * bool(named)


def test_utf8_with_a_defect_stays_utf8(path):
    found = opened(path, TEXT.encode() * 9 + b"caf\xe9 \n" + TEXT.encode())
    assert found.text.count("\ufffd") == 1
    assert found.text.startswith(TEXT)
    assert [notice.line for notice in found.warnings] == [19]


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "empty"),
        (b"\n  \n", "empty"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"PK\x03\x04rest", "zip"),
        (b"<!DOCTYPE html><p>x", "HTML"),
        (bytes(range(256)) * 9, "binary"),
        (gzip.compress(gzip.compress(b"x", mtime=0), mtime=0), "gzip"),
    ],
)
def test_what_is_no_text_is_refused_by_name(path, data, what):
    with pytest.raises(SourceError, match=what):
        opened(path, data)


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (b"a\r\nb\r\n", "a\nb\n"),
        (b"a\rb\r", "a\nb\n"),
        (b"a\rb\nc", "a\rb\nc"),
    ],
)
def test_line_ends(path, raw, text):
    assert opened(path, raw).text == text


def test_control_characters_stay_with_a_warning(path):
    found = opened(path, b"plain words here\nand a \x07 bell between them")
    assert "\x07" in found.text
    assert [notice.line for notice in found.warnings] == [2]


def test_gzip_is_told_by_content_and_may_have_several_members(path):
    packed = gzip.compress(b"one\n") + gzip.compress(b"two\n") + b"\0\0"
    assert opened(path, packed).text == "one\ntwo\n"


@pytest.mark.parametrize("cut", [slice(None, -12), slice(None, 4000)])
def test_a_truncated_archive_gives_the_part_that_is_there(path, cut):
    data = b"".join(b"line %d\n" % i for i in range(20_000))
    found = opened(path, gzip.compress(data)[cut])
    assert not found.complete
    assert data.decode().startswith(found.text)


def test_an_archive_is_bounded(path):
    with pytest.raises(SourceError, match="unpacked"):
        opened(path, gzip.compress(b"0" * 10**6), max_bytes=10**5)


def test_a_file_that_cannot_be_read_is_refused(path, monkeypatch):
    path.write_text("x")

    def refuse(self):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(type(path), "read_bytes", refuse)
    with pytest.raises(SourceError, match="permission denied"):
        open_text(path, max_bytes=99)
