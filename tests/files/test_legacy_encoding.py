import pytest

from kg.files.legacy_encoding import guess_legacy_encoding, share_of_odd_words
from pipelines.encodings.score import samples

# The pipeline has all of them.
FEW = [s for s in samples() if not s.is_unicode and len(s.text) > 60][::9]


@pytest.mark.parametrize("sample", FEW, ids=lambda s: f"{s.language} {s.encoding}")
def test_short_texts_are_read_as_they_were_written(sample):
    data = sample.text.encode(sample.encoding)
    assert data.decode(guess_legacy_encoding(data)) == sample.text


def test_what_tells_nothing_is_the_commonest():
    assert guess_legacy_encoding(b"caf\xe9 and more of the same") == "cp1252"


@pytest.mark.parametrize("word", ["erkl‰rt", "voilа", "Schr\x9adinger", "étÉ"])
def test_odd_words_are_told(word):
    assert share_of_odd_words(f"{word} and été") == 0.5


def test_ascii_has_no_odd_words():
    assert share_of_odd_words("x+y and McKay") == 0
