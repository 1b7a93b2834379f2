import gzip

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kg.errors import SourceError
from kg.files.decoding import Decoder
from kg.files.mojibake import repair_mojibake

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


def test_stray_bytes_in_utf8_cost_themselves():
    text, notices = decoded(TEXT.encode() + b"Zo\xc3\xab \xa0\x92s caf\xc3\xa9\n")
    assert text == TEXT + "Zoë \xa0’s café\n"
    (notice,) = notices
    assert (notice.line, notice.reason[:7]) == (3, "2 bytes")


def test_a_line_in_another_encoding_costs_no_other():
    text, notices = decoded(TEXT.encode() + TEXT.encode("latin-1") + TEXT.encode())
    assert text == TEXT * 3
    assert [(n.line, "cp1252" in n.reason) for n in notices] == [(3, True)]


def test_lines_of_utf8_in_another_encoding_are_utf8():
    text, notices = decoded(TEXT.encode("latin-1") * 9, TEXT.encode())
    assert text == TEXT * 10
    assert [n.line for n in notices] == [1]


def test_a_word_that_is_utf8_by_chance_is_none():
    korean = "우리는 심층 신경망을 위한 확률적 경사 하강법의 수렴성을 연구한다.\n이다\n"
    text, _ = decoded(korean.encode("cp949"))
    assert text == korean


def test_a_byte_that_is_no_character_is_counted():
    text, notices = decoded(TEXT.encode() + b"caf\xc3\xa9, caf\xc3\xa9 \x81\n")
    assert text == TEXT + "café, café \ufffd\n"
    assert [n.line for n in notices] == [3, 3]


def test_what_was_read_in_a_wrong_encoding_is_repaired_and_said():
    wrong = TEXT.encode().decode("cp1252")
    text, (notice,) = decoded(b"one\n", wrong.encode(), "é\n".encode())
    assert text == "one\n" + TEXT + "é\n"
    assert notice.line == 2
    assert "rÃ©seaux" in notice.reason


def test_a_last_letter_may_tell():
    assert decoded(b"caf\xe9")[0] == "café"


@given(st.text(min_size=1), st.integers(0, 99))
def test_a_block_may_be_cut_anywhere(text, place):
    data = b"\xef\xbb\xbf" + text.encode()
    place = 3 + place % len(data[3:])
    cut = data[3:place].decode(errors="ignore")  # halves that look repaired are no loss
    pieces = (text, cut, text[len(cut) :])
    assume(not any(repair_mojibake(piece).lines for piece in pieces))
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
