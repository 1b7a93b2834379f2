import pytest

from kg.resolution.works.near_duplicates import hash_texts
from kg.resolution.works.work_authors import compare_authors
from kg.resolution.works.work_records import WorkRecord

(NOTHING,) = hash_texts([""])
TEAM = frozenset({("lima", "a"), ("costa", "r"), ("brandl", "e")})


def make(title=None, authors=TEAM, **known):
    return WorkRecord("h", "l", title, None, authors, (), NOTHING, **known)


PLAIN = make("Kernels of large random graphs")


@pytest.mark.parametrize(
    ("authors", "expected"),
    [
        (TEAM, "same"),
        (frozenset(), "unknown"),
        (frozenset({("lima", "a")}), "same"),
        (frozenset({("lima", "a"), ("costa", "r"), ("klee", "j")}), "same"),
        (frozenset({("lima", "a"), ("klee", "j")}), "partial"),
        (frozenset({("lima", "b")}), "partial"),
        (frozenset({("brandlo", "e")}), "same"),
        (frozenset({("klee", "j")}), "strangers"),
    ],
)
def test_author_lists_are_compared_by_who_is_in_both(authors, expected):
    assert compare_authors(PLAIN, make(authors=authors)) == expected
    assert compare_authors(make(authors=authors), PLAIN) == expected


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        ([("ana lima", "ORCID", "1")], [("ana lima", "ORCID", "2")], "strangers"),
        ([("ana lima", "ORCID", "1")], [("ana lima", "ORCID", "1")], "same"),
        ([("ana lima", "ORCID", "1")], [("a lima", "ORCID", "2")], "same"),
        ([("ana lima", "ORCID", "1")], [], "same"),
        (
            [("ana lima", "ORCID", "1"), ("ana lima", "ORCID", "2")],
            [("ana lima", "ORCID", "2")],
            "same",
        ),
    ],
)
def test_one_name_with_two_identifiers_is_of_strangers(ours, theirs, expected):
    records = [make("T", author_ids=frozenset(ids)) for ids in (ours, theirs)]
    assert compare_authors(*records) == compare_authors(*reversed(records)) == expected
