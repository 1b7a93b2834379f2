import pytest

from kg.resolution.works.near_duplicates import hash_texts
from kg.resolution.works.title_blocking import similar_title_pairs
from kg.resolution.works.work_records import WorkRecord

NOTHING, TEXT = hash_texts(["", "some words of an abstract that say what it is about"])


def make(title, *families, text=NOTHING):
    authors = frozenset((family, "a") for family in families)
    return WorkRecord(title, title, title, None, authors, (), text)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Kernels of very large graphs", "Kernels of very large grahps"),
        ("Kernles of very large graphs", "Kernels of very large graphs"),
        ("GraphNet: kernels of very large graphs", "Kernels of very large graphs"),
    ],
)
def test_a_misspelling_or_a_subtitle_leaves_a_key(a, b):
    stranger = make("Zonal zinc in Zurich zoos")
    assert similar_title_pairs([make(a), stranger, make(b)]) == [(0, 2)]


def test_an_author_and_two_words_bring_titles_together():
    titles = ("Kernels graph large trees", "Kernels large graph trees")
    with_author = [make(title, "ally", text=TEXT) for title in titles]
    assert similar_title_pairs(with_author) == [(0, 1)]


def test_titles_with_few_letters_in_common_are_no_pair():
    some = [
        make("Kernels of very large graphs"),
        make("Kernels of very small moth wings"),
    ]
    assert similar_title_pairs(some) == []


def test_records_without_titles_are_in_no_pair():
    assert similar_title_pairs([make(""), make(""), make("Moths")]) == []
