from random import Random

import pytest

from pipelines.works import record_changes as changes

RECORD = {
    "title": "Reefs of the warm seas",
    "abstract": "We count reefs.",
    "authors": ["Ana Maria Lima", "Rui Costa", "Bo Li"],
    "affiliations": ["Porto", None, None],
    "year": 2001,
}


def _upper(text, _):
    return text.upper()


def test_a_rewriting_changes_the_fields_that_are_there():
    record = changes.in_fields(_upper, "title", "venue")(RECORD, Random(0))
    assert record == {**RECORD, "title": "REEFS OF THE WARM SEAS"}


def test_fields_are_left_out():
    assert changes.without("year")(RECORD, Random(0)) == {**RECORD, "year": None}


def test_changes_are_done_one_after_another():
    both = changes.all_of(
        changes.without("year"), changes.in_fields(_upper, "abstract")
    )
    record = both(RECORD, Random(0))
    assert (record["year"], record["abstract"]) == (None, "WE COUNT REEFS.")


def test_of_several_changes_some_are_drawn_anew_for_each_record():
    each = {name: changes.without(name) for name in ("title", "abstract", "year")}
    change, chance = changes.some_of(2, each), Random(1)
    gone = [
        frozenset(name for name in each if change(RECORD, chance)[name] is None)
        for _ in range(20)
    ]
    assert len(set(gone)) > 1
    for _ in range(5):
        record = change(RECORD, chance)
        assert sum(record[name] is None for name in each) == 2


def test_a_publisher_puts_its_line_behind_an_abstract():
    abstract = changes.owned(RECORD, Random(0))["abstract"]
    assert abstract.startswith("We count reefs. ")
    assert len(abstract) > 25
    assert changes.owned({"title": "x"}, Random(0)) == {"title": "x"}


@pytest.mark.parametrize("seed", range(10))
def test_a_title_differs_in_one_word(seed):
    words = changes.retitled(RECORD, Random(seed))["title"].split()
    kept = [word for word in words if word in RECORD["title"].split()]
    assert len(words) - len(kept) == 1
    assert len(words) in (5, 6)


def test_without_an_abstract_a_title_stays_as_it_is():
    bare = {**RECORD, "abstract": None}
    assert changes.retitled(bare, Random(0)) == bare


def test_a_year_is_one_or_two_off():
    years = {changes.other_year(RECORD, Random(n))["year"] for n in range(30)}
    assert years == {1999, 2000, 2002}
    assert changes.other_year({"year": None}, Random(0)) == {"year": None}


@pytest.mark.parametrize(
    ("rewriting", "expected"),
    [
        (changes.initialled, ["A. M. Lima", "R. Costa", "B. Li"]),
        (changes.as_indexed, ["Lima AM", "Costa R", "Li B"]),
        (changes.family_first, ["Lima, Ana Maria", "Costa, Rui", "Li, Bo"]),
        (changes.and_others(1), ["Ana Maria Lima", "et al."]),
        (changes.and_others(3), ["Ana Maria Lima", "Rui Costa", "Bo Li"]),
    ],
)
def test_authors_are_written_in_another_way(rewriting, expected):
    record = changes.of_authors(rewriting)(RECORD, Random(0))
    assert record["authors"] == expected
    # Which affiliation is whose is not known any more.
    assert record["affiliations"] is None


def test_authors_are_shuffled_dropped_and_misspelt():
    names = RECORD["authors"]
    assert sorted(changes.shuffled(names, Random(1))) == sorted(names)
    left = changes.one_dropped(names, Random(1))
    assert len(left) == 2
    assert set(left) < set(names)
    assert changes.one_dropped(["Bo Li"], Random(1)) == ["Bo Li"]
    slips = [changes.misspelt(list(names), Random(seed)) for seed in range(20)]
    changed = [sum(map(str.__ne__, names, slip)) for slip in slips]
    assert max(changed) == 1
    assert sum(changed) > 10


def test_a_record_without_authors_stays_as_it_is():
    change = changes.of_authors(changes.shuffled)
    assert change({"authors": [None]}, Random(0)) == {"authors": [None]}
