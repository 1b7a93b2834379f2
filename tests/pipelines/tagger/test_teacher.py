import pytest

pytest.importorskip("torch", reason="the extra `train` is not installed")

from pipelines.tagger import teacher


@pytest.mark.parametrize(
    ("sizes", "expected"),
    [
        ([1, 1, 1, 1], [(0, 4)]),
        # No sentence ends in time: the window is full before the word that is too much.
        ([3, 3, 3, 3], [(0, 2), (2, 4)]),
        ([], []),
    ],
)
def test_windows_hold_so_many_pieces(monkeypatch, sizes, expected):
    monkeypatch.setattr(teacher, "PIECES", 6)
    assert list(teacher._cut(["a"] * len(sizes), sizes)) == expected


def test_windows_end_with_sentences_where_they_can(monkeypatch):
    monkeypatch.setattr(teacher, "PIECES", 6)
    words = ["a", "b", ".", "c", "d", "e", "f"]
    assert list(teacher._cut(words, [1] * 7)) == [(0, 3), (3, 7)]


def test_ways_to_write_a_word_have_numbers_of_their_own():
    words = (" ", "word", "ABC", "Word", "3", "iPhone", "§")
    assert [teacher._case(word) for word in words] == list(range(7))
