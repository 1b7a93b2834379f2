import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.files.mixed_utf8 import (
    count_votes,
    decode_with_strays,
    length_of_cut_sequence,
    reads_as_utf8,
)


@given(st.text())
def test_utf8_is_utf8(text):
    data = text.encode()
    assert all(reads_as_utf8(line) for line in data.split(b"\n"))
    assert decode_with_strays(data) == (text, 0)
    assert count_votes(data).lines == b""


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1252", "déjà vu à Genève"),
        ("cp1251", "движение воды в реках"),
        ("gb18030", "我们研究深度神经网络"),
        ("euc_kr", "우리는 신경망을 연구한다"),
        ("cp932", "深層学習について考察する"),
    ],
)
def test_other_encodings_are_not(encoding, text):
    assert not reads_as_utf8(text.encode(encoding))


@given(st.text(min_size=1), st.integers(1, 3))
def test_what_is_cut_is_less_than_a_character(text, cut):
    data = text.encode()[:-cut] if len(text.encode()) > cut else b""
    held = length_of_cut_sequence(data)
    assert data[: len(data) - held].decode() in text
