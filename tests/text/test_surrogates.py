import os

import pytest

from kg.text.surrogates import replace_surrogates


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("plain.txt", "plain.txt"),
        ("Gödel 𝔽", "Gödel 𝔽"),
        (os.fsdecode(b"caf\xe9.txt"), "caf\ufffd.txt"),
        ("lone \ud800 half", "lone \ufffd half"),
    ],
)
def test_every_text_can_be_written(text, written):
    assert replace_surrogates(text) == written
    assert replace_surrogates(text).encode("utf-8").decode("utf-8") == written


def test_half_a_surrogate_pair_is_replaced_one_for_one():
    assert replace_surrogates("a\ud800b\udfff") == "a\ufffdb\ufffd"
    assert replace_surrogates("𝔸é") == "𝔸é"
