from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from kg.resolution.works.work_blocking import (
    LARGEST_BLOCK,
    cross_keys,
    hash_sequences,
    hash_words,
    pairs_sharing_keys,
)

WORDS = st.lists(st.lists(st.sampled_from("abcdefg"), max_size=5), max_size=9)


@given(WORDS)
def test_pairs_that_share_a_word(parts):
    found = [tuple(pair) for pair in pairs_sharing_keys(hash_words(parts)).tolist()]
    wanted = [
        (a, b)
        for a, b in combinations(range(len(parts)), 2)
        if set(parts[a]) & set(parts[b])
    ]
    assert found == wanted


@given(WORDS)
def test_words_in_a_row_are_of_one_record(parts):
    rows = hash_sequences(hash_words(parts), 2)
    assert rows.owners.tolist() == [
        number for number, words in enumerate(parts) for _ in words[1:]
    ]
    known = {}
    pairs = [pair for words in parts for pair in pairwise(words)]
    for pair, value in zip(pairs, rows.values.tolist(), strict=True):
        assert known.setdefault(pair, value) == value
    assert len(set(known.values())) == len(known)


@given(WORDS, WORDS)
def test_each_value_with_each(first, second):
    count = max(len(first), len(second))
    first = first + [[]] * (count - len(first))
    second = second + [[]] * (count - len(second))
    made = cross_keys(hash_words(first), hash_words(second), count)
    assert made.owners.tolist() == [
        n for n in range(count) for _ in range(len(first[n]) * len(second[n]))
    ]


def test_in_a_large_block_neighbours_stand_for_all():
    count = 3 * LARGEST_BLOCK
    pairs = pairs_sharing_keys(hash_words([["a"]] * count)).tolist()
    assert pairs == [[n, n + 1] for n in range(count - 1)]


def test_so_many_keys_must_be_shared():
    parts = [["a", "b"], ["b", "a"], ["a", "c"]]
    assert pairs_sharing_keys(hash_words(parts), least=2).tolist() == [[0, 1]]
    assert pairs_sharing_keys(hash_words([])).tolist() == []
