from collections import Counter
from itertools import combinations

from pipelines.readers.made_up_works import make_people, make_works


def test_people_are_told_apart_by_their_family_names():
    people = make_people()
    assert len({person.family for person in people}) == len(people) == 40
    assert people[2].inverted == "de la Vega, Juan R."
    assert people[2].initials == "JR"


def test_works_share_titles_texts_and_dois_with_none():
    works = make_works()
    for values in zip(*((w.title, w.abstract, w.doi) for w in works), strict=True):
        assert len(set(values)) == 60


def test_no_two_works_share_most_of_their_sentences():
    sentences = [set(work.abstract.split(". ")) for work in make_works()]
    assert max(len(a & b) for a, b in combinations(sentences, 2)) < 3


def test_everybody_wrote_several_works():
    counts = Counter(person for work in make_works() for person in work.authors)
    assert set(counts) == set(make_people())
    assert min(counts.values()) >= 3
