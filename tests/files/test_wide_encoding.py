import pytest

from kg.files.wide_encoding import guess_wide_encoding, share_of_coherent

ENGLISH = "We ask how long a walk needs.\n"
TEXTS = (
    ENGLISH,
    "Мы изучаем сходимость метода.\n",
    "Μελετούμε τη σύγκλιση της μεθόδου.\n",
    "本研究では、深層学習のための確率的勾配法の収束について考察する。",
    "우리는 심층 신경망을 위한 경사 하강법을 연구한다.",
    "אנו חוקרים את ההתכנסות של השיטה.",
    "ندرس تقارب الطريقة العشوائية للشبكات العميقة.",
)


@pytest.mark.parametrize(
    "encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"]
)
@pytest.mark.parametrize("text", TEXTS)
def test_unicode_is_told_without_a_mark(text, encoding):
    assert guess_wide_encoding(text.encode(encoding)) == encoding


@pytest.mark.parametrize(
    "data",
    [
        ENGLISH.encode(),
        b"text with\0a zero byte in it, " + ENGLISH.encode(),
        "très\0français et été".encode("latin-1"),
        "这是一篇关于深度学习的论文。".encode("gb18030"),
        b"\0\1\2" * 99,
        bytes(range(256)) * 9,
        b"",
    ],
)
def test_other_data_is_none(data):
    assert guess_wide_encoding(data) is None


def test_half_a_character_at_the_end_is_passed_over():
    assert guess_wide_encoding(TEXTS[1].encode("utf-16-le")[:-1]) == "utf-16-le"


def test_noise_is_not_coherent():
    swapped = TEXTS[1].encode("utf-16-le").decode("utf-16-be")
    assert share_of_coherent(swapped) < 0.9 < share_of_coherent(TEXTS[1])
