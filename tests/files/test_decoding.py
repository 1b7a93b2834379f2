import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import SourceError
from kg.files.decoding import Decoder

TEXT = "Les réseaux étudiés\nconvergent très vite, même sans régularité.\n"


def decoded(*blocks, is_cut=False):
    decoder = Decoder()
    text = "".join(decoder.feed(block, is_cut=is_cut) for block in blocks)
    return text, decoder.notices()


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
def test_encodings_are_recognised_and_named(encoding, named):
    text, notices = decoded(TEXT.encode(encoding))
    assert text == TEXT
    assert [named in notice.reason for notice in notices] == [True] * bool(named)


def test_the_first_block_beyond_ascii_tells():
    blocks = [b"one\n", TEXT.encode("latin-1"), b"two \xe9\n"]
    text, (notice,) = decoded(*blocks)
    assert text == "one\n" + TEXT + "two é\n"
    assert "cp1252" in notice.reason


def test_utf8_with_a_defect_stays_utf8():
    text, notices = decoded(TEXT.encode() * 9 + b"caf\xe9 \n", TEXT.encode())
    assert text.count("\ufffd") == 1
    assert text.startswith(TEXT)
    assert [notice.line for notice in notices] == [19]


def test_a_defect_in_a_later_block_is_counted():
    text, (notice,) = decoded(TEXT.encode(), b"caf\xe9\n", "\ufffd".encode())
    assert text == TEXT + "caf\ufffd\n\ufffd"
    assert (notice.line, notice.reason[:1]) == (3, "1")


def test_a_last_letter_may_tell():
    assert decoded(b"caf\xe9")[0] == "café"


@given(st.text(min_size=1), st.integers(0, 99))
def test_a_block_may_be_cut_anywhere(text, place):
    data = b"\xef\xbb\xbf" + text.encode()
    place = 3 + place % len(data[3:])
    decoder = Decoder()
    first = decoder.feed(data[:place], is_cut=True)
    assert first + decoder.feed(data[place:]) == text


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7 ...", "PDF"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"PK\x03\x04rest", "zip"),
        (bytes(range(256)) * 9, "binary"),
        (gzip.compress(b"x", mtime=0), "gzip"),
    ],
)
def test_what_is_no_text_is_refused_by_name(data, what):
    with pytest.raises(SourceError, match=what):
        decoded(data)


def test_control_characters_stay_with_a_warning():
    text, notices = decoded(b"plain words here\n", b"and a \x07 bell between them")
    assert "\x07" in text
    assert [notice.line for notice in notices] == [2]
