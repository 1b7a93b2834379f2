"""Authors of JATS, and whose affiliation is whose."""

import pytest

from kg.records import Affiliation
from kg.sources.records.record_values import RecordValues
from kg.sources.records.xml.dialects.jats_authors import read_authors, read_places
from kg.sources.records.xml.element_parsing import parse_element

NAME = "<name><surname>{}</surname><given-names>{}</given-names></name>"
ANN, BO = NAME.format("Lee", "Ann B."), NAME.format("Chu", "Bo")


def authors_of(meta):
    values = RecordValues()
    read_authors(parse_element(f"<article-meta>{meta}</article-meta>").element, values)
    found = [(a.name, [p.raw for p in a.affiliations]) for a in values.authors]
    return found, [place.raw for place in values.affiliations], values


def places(aff):
    return read_places(parse_element(aff).element)


def test_affiliations_are_given_by_their_ids():
    found, loose, values = authors_of(
        f"""<contrib-group><contrib contrib-type="author"><contrib-id contrib-id-type="orcid">
https://orcid.org/0000-0002-1825-0097</contrib-id>{ANN}<xref ref-type="aff" rid="a1">1</xref>
<xref ref-type="corresp" rid="c1">*</xref><xref ref-type="aff" rid="a2">2</xref></contrib>
<contrib contrib-type="author">{BO}<xref ref-type="aff" rid="a2 a1">1,2</xref></contrib>
<contrib contrib-type="editor">{NAME.format("Day", "Cy")}<xref ref-type="aff" rid="a3"/></contrib>
</contrib-group><aff id="a1"><label>1</label>Mill Institute, Oslo, Norway</aff>
<aff id="a2"><sup>2</sup>Wind College, <email>x@y.org</email>Kent</aff><aff id="a3">Press</aff>"""
    )
    first, second = "Mill Institute, Oslo, Norway", "Wind College, Kent"
    assert found == [("Lee, Ann B.", [first, second]), ("Chu, Bo", [second, first])]
    assert loose == ["Press"]
    assert values.authors[0].orcid == "0000-0002-1825-0097"


@pytest.mark.parametrize(
    ("group", "expected"),
    [
        (f"<contrib>{ANN}<aff>Mill Institute</aff></contrib>", ["Mill Institute"]),
        (f"<contrib>{ANN}</contrib><aff>Mill Institute</aff>", ["Mill Institute"]),
        (f"<contrib>{ANN}<xref ref-type='aff'><sup>2</sup></xref></contrib>", ["Two"]),
        (f"<contrib>{ANN}</contrib>", []),
    ],
)
def test_affiliations_are_given_by_where_they_stand(group, expected):
    found, _, _ = authors_of(
        f"<contrib-group>{group}</contrib-group><aff><label>1</label>One</aff>"
        "<aff><label>2</label>Two</aff>"
    )
    assert found == [("Lee, Ann B.", expected)]


def test_those_that_nobody_refers_to_are_the_records():
    found, loose, _ = authors_of(
        f"<contrib-group><contrib>{ANN}</contrib></contrib-group><aff>One</aff><aff>Two</aff>"
    )
    assert (found, loose) == ([("Lee, Ann B.", [])], ["One", "Two"])


@pytest.mark.parametrize(
    ("contrib", "name"),
    [
        ("<collab>MILL Group<xref>1</xref></collab>", "MILL Group"),
        (
            f"<collab>MILL Group<contrib-group><contrib>{BO}</contrib></contrib-group></collab>",
            "MILL Group",
        ),
        ("<collab><institution>WHO</institution></collab>", "WHO"),
        ("<string-name>Ann Lee</string-name>", "Ann Lee"),
        (
            "<string-name><given-names>Ann</given-names> <surname>Lee</surname></string-name>",
            "Lee, Ann",
        ),
        (f"<name-alternatives>{ANN}{BO}</name-alternatives>", "Lee, Ann B."),
        ("<name><given-names>Plato</given-names></name>", "Plato"),
        (
            "<name><surname>Lee</surname><given-names>A</given-names><suffix>Jr</suffix></name>",
            "Lee, Jr, A",
        ),
        ("<anonymous/>", ""),
    ],
)
def test_names_of_people_and_groups(contrib, name):
    found, _, _ = authors_of(
        f"<contrib-group><contrib>{contrib}</contrib></contrib-group>"
    )
    assert [author for author, _ in found] == [name]


@pytest.mark.parametrize(
    ("aff", "expected"),
    [
        (
            "<aff><institution>Mill Institute</institution><addr-line>Oslo</addr-line>"
            "<country country='no'>Norway</country></aff>",
            Affiliation("Mill Institute, Oslo, Norway", None, "NO"),
        ),
        (
            "<aff><institution>Mill Institute</institution>, <city>Oslo</city>, "
            "<country>Norway</country>.</aff>",
            Affiliation("Mill Institute, Oslo, Norway."),
        ),
        (
            "<aff id='a'><label>a</label><institution-wrap><institution-id institution-id-type="
            "'ror'>https://ror.org/01xtthb56</institution-id><institution>University of Oslo"
            "</institution></institution-wrap><country>Norway</country></aff>",
            Affiliation("University of Oslo, Norway", "01xtthb56"),
        ),
        (
            "<aff><institution content-type='original'>Univ. Oslo, Norway</institution>"
            "<institution content-type='normalized'>University of Oslo</institution></aff>",
            Affiliation("Univ. Oslo, Norway"),
        ),
        (
            "<aff-alternatives><aff>One</aff><aff>Uno</aff></aff-alternatives>",
            Affiliation("One"),
        ),
    ],
)
def test_an_address_is_read_as_it_is_printed(aff, expected):
    assert places(aff) == [expected]


def test_an_address_without_words_is_none():
    assert places("<aff><label>1</label><email>x@y.org</email></aff>") == []
