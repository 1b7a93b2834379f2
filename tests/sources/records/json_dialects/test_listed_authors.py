import json

import pytest

from kg.records import Affiliation, Author
from kg.sources.records.json_dialects.listed_authors import (
    authors_of_ads,
    authors_of_arxiv,
    authors_of_contribution,
    authors_of_hal,
    authors_of_scopus,
    authors_of_talk,
)

ORCID = "0000-0002-1825-0097"
MILL, YARD = Affiliation("Rye Mill"), Affiliation("Yard")


def test_of_ads_lists_are_beside_each_other():
    record = {
        "author": ["Lee, Ann", "Chu, Bo"],
        "aff": ["Rye Mill; Yard", "-"],
        "orcid_pub": ["-", ORCID],
        "orcid_user": ["-"],
    }
    assert authors_of_ads(record, []) == [
        Author("Lee, Ann", (MILL, YARD)),
        Author("Chu, Bo", (), ORCID),
    ]


def test_of_ads_a_list_of_another_length_is_nobodys():
    assert authors_of_ads({"author": ["Lee, Ann"], "aff": ["A", "B"]}, []) == [
        Author("Lee, Ann")
    ]


@pytest.mark.parametrize(
    ("record", "authors"),
    [
        ({"authFullName_s": ["Ann Lee"], "authLastName_s": ["Lee"], "authFirstName_s": ["Ann"],
          "authIdHasStructure_fs": ["7_FacetSep_Ann Lee_JoinSep_8_FacetSep_Rye Mill",
                                    "7_FacetSep_Ann Lee_JoinSep_9_FacetSep_Yard"]},
         [Author("Lee, Ann", (MILL, YARD))]),
        ({"authFullName_s": ["Ann Lee", "Bo Chu"], "authLastName_s": ["Lee"],
          "authFirstName_s": ["Ann"]}, [Author("Ann Lee"), Author("Bo Chu")]),
        ({"authLastName_s": ["Lee"], "authFirstName_s": ["Ann"]}, [Author("Lee, Ann")]),
        ({}, []),
    ],
)  # fmt: skip
def test_of_hal_structures_are_those_of_the_name(record, authors):
    assert authors_of_hal(record, []) == authors


def test_of_arxiv_names_are_in_parts():
    record = {
        "authors_parsed": [["Lee", "Ann", "Jr", "Rye Mill"], ["ATLAS", ""], [], None]
    }
    assert authors_of_arxiv(record, []) == [
        Author("Lee, Jr, Ann", (MILL,)),
        Author("ATLAS"),
    ]


@pytest.mark.parametrize(
    ("talk", "authors"),
    [
        ({"speaker": "Ann Lee|Bo Chu", "speaker_affiliation": "Rye Mill|Yard"},
         [Author("Ann Lee", (MILL,)), Author("Bo Chu", (YARD,))]),
        ({"speaker_name": "Ann Lee", "speaker_affiliation": "Yard"}, [Author("Ann Lee", (YARD,))]),
        ({"speaker": "", "speakers": [{"name": "Ann Lee"}]}, [Author("Ann Lee")]),
        ({"title": "TBA"}, []),
    ],
)  # fmt: skip
def test_speakers_and_where_they_work(talk, authors):
    assert authors_of_talk(talk, []) == authors


def test_of_a_contribution_authors_stand_before_speakers():
    lee, chu = {"first_name": "Ann", "last_name": "Lee"}, {"fullName": "Bo Chu"}
    assert authors_of_contribution({"speakers": [chu], "coauthors": [lee]}, []) == [
        Author("Lee, Ann")
    ]
    assert authors_of_contribution({"speakers": [], "chairs": [chu, chu]}, []) == [
        Author("Bo Chu")
    ]
    assert authors_of_contribution({}, []) == []


def test_of_scopus_affiliations_are_told_by_their_numbers():
    record = {
        "author": [
            {"surname": "Lee", "given-name": "Ann", "afid": [{"$": "1"}, {"$": "9"}]}
        ],
        "affiliation": [
            {"afid": "1", "affilname": "Rye Mill"},
            {"afid": "2", "affilname": "Yard"},
        ],
    }
    assert authors_of_scopus(record, []) == [Author("Lee, Ann", (MILL,))]
    assert authors_of_scopus({"dc:creator": "Lee A."}, []) == []


@pytest.mark.parametrize(
    ("authors_of", "record"),
    [
        (
            authors_of_scopus,
            {"author": [{"surname": "Lee", "given-name": "Ann", "orcid": "MISTYPED"}]},
        ),
        (
            authors_of_talk,
            {"speakers": [{"name": "Lee, Ann", "orcid": "MISTYPED"}]},
        ),
    ],
)
def test_an_orcid_with_a_wrong_check_digit_tells_namesakes_apart(authors_of, record):
    # The remark on it says so, so it has to be there.
    text = json.dumps(record).replace("MISTYPED", "0000-0002-1825-0098")
    complaints = []
    (author,) = authors_of(json.loads(text), complaints)
    assert (author.orcid, author.unchecked_orcid) == (None, "0000-0002-1825-0098")
    assert "it only tells namesakes apart" in complaints[0]
