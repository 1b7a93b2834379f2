import pytest

from kg.records import Affiliation, Author
from kg.sources.records.json_dialects.json_people import (
    affiliations_of,
    authors_of,
    name_of,
    orcid_of,
    with_institutions,
)

ORCID = "0000-0002-1825-0097"


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ("Lee, Ann; Chu, Bo", ["Lee, Ann", "Chu, Bo"]),
        ("Lee A, Chu BO.", ["Lee A", "Chu BO"]),
        ([{"person_or_org": {"family_name": "Lee", "given_name": "Ann"}}], ["Lee, Ann"]),
        (["Ann Lee", "Bo Chu"], ["Ann Lee", "Bo Chu"]),
        (["Lee, Ann; Chu, Bo"], ["Lee, Ann", "Chu, Bo"]),
        ([{"given": "Ann", "family": "Lee"}], ["Lee, Ann"]),
        ([{"firstName": "Ann", "lastName": "Lee"}], ["Lee, Ann"]),
        ([{"first": "Ann", "middle": ["B.", "C."], "last": "Lee", "suffix": "Jr."}],
         ["Lee, Jr., Ann B. C."]),
        ([{"family": "Gogh", "given": "Vincent", "non-dropping-particle": "van"}],
         ["van Gogh, Vincent"]),
        ([{"literal": "The Rye Group"}], ["The Rye Group"]),
        ([{"author": {"display_name": "Ann Lee"}, "author_position": "first"}], ["Ann Lee"]),
        ([{"author": {}, "raw_author_name": "Ann Lee"}], ["Ann Lee"]),
        ([{"name": {"first": "Ann", "last": "Lee"}}], ["Lee, Ann"]),
        ({"author": [{"@pid": "1", "text": "Ann Lee"}]}, ["Ann Lee"]),
        ({"author": "Ann Lee"}, ["Ann Lee"]),
        ({"0": {"name": "Ann Lee"}, "1": {"name": "Bo Chu"}}, ["Ann Lee", "Bo Chu"]),
        ({"name": "Ann Lee"}, ["Ann Lee"]),
        ([{"given": "Plato"}], ["Plato"]),
        (None, []),
    ],
)  # fmt: skip
def test_people_are_read_by_their_looks(value, names):
    complaints = []
    assert [author.name for author in authors_of(value, complaints)] == names
    assert complaints == []


@pytest.mark.parametrize(
    ("value", "word"), [(7, "authors"), ([{"email": "x"}], "without a name")]
)
def test_what_is_nobody_is_told(value, word):
    complaints = []
    assert authors_of(value, complaints) == []
    assert word in complaints[0]


@pytest.mark.parametrize(
    "keys",
    [
        {"orcid": ORCID},
        {
            "ids": [
                {"schema": "BAI", "value": "A.Lee.1"},
                {"schema": "ORCID", "value": ORCID},
            ]
        },
        {"authorid": {"type": "ORCID", "value": ORCID}},
        {"author": {"orcid": ORCID}},
    ],
)
def test_an_orcid_stands_in_its_field_or_among_ids(keys):
    assert orcid_of(keys) == ORCID


def test_a_number_that_is_no_orcid_is_left_out():
    assert orcid_of({"ids": ["0000-0002-1825-0098", 7]}) == ""
    assert name_of({"ids": [7]}) == ""


def test_places_stand_with_a_person_or_with_whom_it_is_wrapped_in():
    assert affiliations_of({"org": "Mill"}, []) == (Affiliation("Mill"),)
    assert affiliations_of({"author": {"affiliation": "Mill"}}, []) == (
        Affiliation("Mill"),
    )
    assert authors_of([{"name": "Ann Lee", "affiliation": ["Mill"]}], []) == [
        Author("Ann Lee", (Affiliation("Mill"),))
    ]


YALE, MILL = Affiliation("Yale", country="US"), Affiliation("Rye Mill", "05dxps055")


@pytest.mark.parametrize(
    ("raw", "institutions", "joined"),
    [
        (("School, Yale", "Mill"), (MILL, YALE),
         (Affiliation("School, Yale", None, "US"), Affiliation("Mill", "05dxps055"))),
        (("Mill",), (YALE, MILL), (Affiliation("Mill"), MILL)),
        (("Mill",), (YALE,), (Affiliation("Mill", None, "US"),)),
        (("Mill",), (), (Affiliation("Mill"),)),
    ],
)  # fmt: skip
def test_an_institution_goes_with_the_words_that_name_it(raw, institutions, joined):
    assert with_institutions(tuple(map(Affiliation, raw)), institutions) == joined
