import gzip
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import SourceError
from kg.files import opened_file as opened
from kg.files.opening import open_data, open_text

LINES = b"".join(b"line %d\n" % i for i in range(20_000))


def file(data, *, max_bytes=10**7):
    return open_data(data, name="x.txt", max_bytes=max_bytes)


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (b"a\r\nb\r\n", "a\nb\n"),
        (b"a\rb\r", "a\nb\n"),
        (b"a\rb\nc", "a\rb\nc"),
    ],
)
def test_line_ends(raw, text):
    assert file(raw).text() == file(raw).head().text == text
    assert list(file(raw).lines()) == text.split("\n")


@given(st.lists(st.sampled_from(["a", "é", "\n", "\r\n", "\U0001f600", " "])))
def test_pieces_and_lines_are_the_text_wherever_blocks_end(parts):
    text = "".join(parts)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(opened, "_BLOCK", 5)
        patch.setattr(opened.read_bytes, "__defaults__", (5,))
        whole = open_text(text, name="x")
        assert "".join(whole.pieces()) == text.replace("\r\n", "\n")
        assert "\n".join(whole.lines()) == text.replace("\r\n", "\n")
        assert whole.warnings == ()


def test_the_head_is_a_beginning():
    data = "é".encode() * 10**6
    head = file(gzip.compress(data)).head()
    assert data.startswith(head.data)
    assert len(head.data) == 1 << 20
    assert set(head.text) == {"é"}


def test_the_head_is_read_once_unless_it_cannot_be():
    opens = []

    def read_from(data):
        def open_it():
            opens.append(data)
            return io.BytesIO(data)

        return opened.Opened("x.txt", 10**7, open_it)

    mills, empty = read_from(b"On mills"), read_from(b"")
    assert mills.head() is mills.head()
    for _ in range(2):
        with pytest.raises(SourceError, match="empty"):
            empty.head()
    assert opens == [b"On mills", b"", b""]


def test_heads_of_one_text_are_equal_whatever_its_encoding():
    texts = ["Löwe\nKüche".encode(), "Löwe\r\nKüche".encode("utf-16")]
    assert len({file(data).head() for data in texts}) == 1


def test_the_head_of_what_is_no_text_has_bytes_only():
    head = file(b"%PDF-1.4 ...").head()
    assert (head.data, head.text) == (b"%PDF-1.4 ...", "")


@pytest.mark.parametrize(
    "data", [b"", b"\n  \n", gzip.compress(b"", mtime=0), "\ufeff ".encode()]
)
def test_a_file_of_nothing_has_no_head(data):
    with pytest.raises(SourceError, match=r"empty|white space"):
        file(data).head()


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_bytes_reach_readers_of_bytes_unpacked(pack):
    with file(pack(b"PK\x03\x04\0")).raw() as raw:
        assert raw.read() == b"PK\x03\x04\0"


def test_gzip_is_told_by_content_and_may_have_several_members():
    packed = gzip.compress(b"one\n") + gzip.compress(b"two\n") + b"\0\0"
    assert file(packed).text() == "one\ntwo\n"


@pytest.mark.parametrize("cut", [slice(None, -12), slice(None, 4000)])
def test_a_truncated_archive_gives_the_part_that_is_there(cut):
    found = file(gzip.compress(LINES)[cut])
    text = "".join(found.pieces())
    assert not found.complete
    assert len(text) > 1000
    assert LINES.decode().startswith(text)
    with pytest.raises(SourceError, match="ends early"):
        found.text()


def test_an_archive_of_nothing_good_is_refused():
    with pytest.raises(SourceError, match="ends early"):
        file(gzip.compress(LINES)[:9]).head()


def test_an_archive_is_bounded():
    with pytest.raises(SourceError, match="unpacked"):
        file(gzip.compress(b"0" * 10**6), max_bytes=10**5).text()
