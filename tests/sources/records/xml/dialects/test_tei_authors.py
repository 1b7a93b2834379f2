"""Authors of TEI and their organisations."""

import pytest

from kg.records import Affiliation
from kg.sources.records.xml.dialects.tei_authors import (
    read_organisations,
    read_tei_authors,
)
from kg.sources.records.xml.element_parsing import parse_element


def authors(text, organisations=None):
    place = parse_element(f"<analytic>{text}</analytic>").element
    return list(read_tei_authors(place, organisations or {}, []))


@pytest.mark.parametrize(
    ("author", "name"),
    [
        (
            "<persName><forename>Ann</forename><surname>Lee</surname></persName>",
            "Lee, Ann",
        ),
        ("<persName>Ann Lee</persName>", "Ann Lee"),
        ("<orgName>MILL Group</orgName>", "MILL Group"),
        ("Ann Lee", "Ann Lee"),
        ("<affiliation><orgName>Oslo</orgName></affiliation>", ""),
    ],
)
def test_names(author, name):
    assert [each.name for each in authors(f"<author>{author}</author>")] == [name]


@pytest.mark.parametrize(
    ("affiliation", "expected"),
    [
        (
            "<orgName>Mills</orgName><orgName>Oslo U.</orgName><address><postCode>1</postCode>"
            "<settlement>Oslo</settlement><country key='NO'>Norway</country></address>",
            Affiliation("Mills, Oslo U., Oslo, Norway", None, "NO"),
        ),
        (
            "<note type='raw_affiliation'>1 Oslo U.</note><orgName>Oslo</orgName>",
            Affiliation("1 Oslo U."),
        ),
        ("Oslo U., Norway", Affiliation("Oslo U., Norway")),
        (
            "<orgName>Oslo U.</orgName><idno type='ROR'>https://ror.org/01xtthb56</idno>",
            Affiliation("Oslo U.", "01xtthb56"),
        ),
    ],
)
def test_affiliations_as_they_were_printed_or_in_parts(affiliation, expected):
    (author,) = authors(
        f"<author><persName>A B</persName><affiliation>{affiliation}</affiliation></author>"
    )
    assert author.affiliations == (expected,)


def test_an_organisation_of_a_list():
    tei = parse_element(
        "<TEI><text><back><listOrg><org xml:id='s1'><orgName>Mill Lab</orgName></org><org/>"
        "</listOrg></back></text></TEI>"
    ).element
    organisations = read_organisations(tei)
    assert list(organisations) == ["s1"]
    (author,) = authors(
        "<author role='aut'><persName>A B</persName><affiliation ref='#s1'/>"
        "<affiliation ref='#s2'/>"
        "</author><author role='edt'><persName>C D</persName></author>",
        organisations,
    )
    assert author.affiliations == (Affiliation("Mill Lab"),)
