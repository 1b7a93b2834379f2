from collections import Counter

from kg.resolution.works.boilerplate_abstracts import remove_boilerplate
from kg.resolution.works.near_duplicates import hash_texts
from kg.resolution.works.work_records import WorkRecord

NOTICE, OWN = hash_texts(
    ["an abstract is not available for this content", "moths fly to lanterns at night"]
)
TITLES = ("Kernels of large graphs", "Roads in Malta", "Songs of small trees")


def make(title, *families, text=NOTICE):
    authors = frozenset((family, "a") for family in families)
    return WorkRecord(title, title, title, None, authors, (), text)


def kept_words(records):
    return [r.text.words for r in remove_boilerplate(records, Counter())]


def test_a_text_of_many_titles_is_taken_off():
    records = [*map(make, TITLES), make("Moths", text=OWN)]
    assert kept_words(records) == [0, 0, 0, OWN.words]


def test_a_text_of_two_titles_may_be_a_mistake_and_stays():
    assert kept_words([make(title) for title in TITLES[:2]]) == [NOTICE.words] * 2


def test_copies_of_one_work_keep_their_text():
    copies = [make("Kernels of large graphs", "ally") for _ in range(5)]
    spelt = [make("Kernels of large grahps"), make("Kernles of large graphs")]
    assert kept_words([*copies, *spelt]) == [NOTICE.words] * 7


def test_a_text_of_one_title_by_many_strangers_is_taken_off():
    records = [make("Editorial notes", family) for family in ("ally", "brook", "crane")]
    assert kept_words(records) == [0, 0, 0]
