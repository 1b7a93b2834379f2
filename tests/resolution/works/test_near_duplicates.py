import random

import pytest

from kg.resolution.works.near_duplicates import (
    hash_texts,
    near_duplicate_pairs,
    shingle_overlap,
)
from kg.resolution.works.work_blocking import LARGEST_BLOCK

WORDS = [f"{a}{b}" for a in "bdfgklmn" for b in ("ara", "elo", "iru", "ona", "usi")]


def text(seed, length=120):
    chooser = random.Random(seed)
    return " ".join(chooser.choice(WORDS) for _ in range(length))


def sketched(*texts):
    return hash_texts(texts)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "Matrices of size $n\\times k$ are low rank",
            "Matrices of size $n$ are low rank",
        ),
        ("The Erd\\H{o}s graphs are sparse", "The Erdős graphs are sparse"),
        ("An \\emph{odd} kernel, indeed", "An odd  kernel indeed."),
        ("An <i>odd</i> kernel &amp; trees", "An odd kernel &amp;amp; trees"),
    ],
)
def test_latex_makes_no_difference(a, b):
    first, second = sketched(a, b)
    assert first.checksum == second.checksum
    assert shingle_overlap(first, second) == (1.0, 1.0)


def test_an_edited_or_cut_text_is_a_candidate_and_a_stranger_is_none():
    whole = text(1)
    edited = whole.replace(whole.split()[40], "wordly")
    cut = " ".join(whole.split()[:70])
    found = near_duplicate_pairs(sketched(whole, edited, cut, text(2)))
    assert (0, 1) in found
    assert (0, 2) in found
    assert not any(3 in pair for pair in found)


def test_a_template_of_very_many_texts_gives_few_candidates():
    count = 3 * LARGEST_BLOCK
    assert len(near_duplicate_pairs(sketched(*[text(1)] * count))) == count - 1


def test_texts_without_words_share_nothing():
    empty, short = sketched("", "$x$ 12")
    assert shingle_overlap(empty, short) == (0.0, 0.0)
    assert near_duplicate_pairs([empty, short]) == []
