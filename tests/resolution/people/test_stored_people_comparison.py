import pytest

from kg.resolution.people.profiles import Profile
from kg.resolution.people.stored_people_comparison import Person, compare_people


def _person(*names, **known):
    sets = {key: set(value) for key, value in known.items()}
    return Person(names[0], names, (Profile(works={hash(names) % 97}, **sets),))


LONER = _person("Hanno Ottersbach")


@pytest.mark.parametrize(
    ("other", "rule"),
    [
        (_person("Hilke Ottersbach"), "names clash"),
        (_person("H. Ottersbach", "Hilke Ottersbach"), "names clash"),
        (_person("Ottersbach"), "surname alone"),
        (_person("Hanno Ottersbach", topics=["moths"]), "homonyms"),
        (_person("Hano Ottersbach"), "too little"),
    ],
)
def test_what_keeps_two_people_apart(other, rule):
    found = compare_people(LONER, other, others=[], topic_counts={})
    assert found.rule == rule
    assert 0 <= found.score <= 1


def test_people_side_by_side_are_two():
    one = _person("Hanno Ottersbach", author_lines=[3])
    other = _person("H. Ottersbach", author_lines=[3])
    found = compare_people(one, other, others=[], topic_counts={})
    assert (found.rule, found.score) == ("side by side", 0.0)


def test_what_two_share_and_who_else_is_meant_are_weighed():
    shared = {"topics": ["moths", "lanterns"], "coauthors": [("brenk", "uta")]}
    told = {"moths": 2, "lanterns": 2}
    names = ("Hanno Ottersbach", "H. Ottersbach")
    near = compare_people(
        *(_person(name, **shared) for name in names), others=[], topic_counts=told
    )
    far = compare_people(*map(_person, names), others=[], topic_counts={})
    assert near.score > far.score
    assert "Uta Brenk" in near.reason
    assert "moths" in near.reason
    rivals = ["Hilke Ottersbach", "Hedda Ottersbach"]
    crowded = compare_people(
        *(_person(name, **shared) for name in names), others=rivals, topic_counts=told
    )
    assert "rivals" in crowded.reason
    assert crowded.score < near.score
