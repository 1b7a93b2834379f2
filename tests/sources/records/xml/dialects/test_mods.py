"""MODS of libraries."""

import pytest

RECORD = """<mods xmlns="http://www.loc.gov/mods/v3"><titleInfo><nonSort>The</nonSort><title>mills
</title><subTitle>of wind</subTitle></titleInfo><titleInfo type="translated"><title>Moulins</title>
</titleInfo><name type="personal"><namePart type="given">Ann</namePart><namePart type="family">Lee
</namePart><role><roleTerm type="text">author</roleTerm></role><affiliation>University of Oslo
</affiliation><nameIdentifier type="orcid">0000-0002-1825-0097</nameIdentifier></name>
<name type="personal"><namePart>Chu, Bo</namePart><namePart type="date">1970-</namePart><role>
<roleTerm type="code">aut</roleTerm></role></name><name><namePart>Day, Cy</namePart><role><roleTerm>
thesis advisor</roleTerm></role></name><name type="corporate"><namePart>MILL Group</namePart></name>
<abstract>We ask.</abstract><originInfo><dateIssued encoding="w3cdtf">2019-05</dateIssued>
</originInfo><relatedItem type="host"><titleInfo><title>Journal of Mills</title></titleInfo><part>
<date>2018</date></part></relatedItem><subject authority="lcsh"><topic>Flour</topic></subject>
<subject><topic>wind</topic></subject><identifier type="doi">10.5555/m.1</identifier><identifier
type="issn">1234-5678</identifier><language><languageTerm type="code">eng</languageTerm></language>
<genre>article</genre><recordInfo><recordIdentifier>r1</recordIdentifier></recordInfo></mods>"""


@pytest.mark.parametrize("text", [RECORD, f"<modsCollection>{RECORD}</modsCollection>"])
def test_a_record(read, text):
    (document,), rejects, _ = read(text)
    assert rejects == []
    assert document.text == "The mills: of wind\nWe ask."
    names = [(author.name, author.orcid) for author in document.authors]
    assert names == [
        ("Lee, Ann", "0000-0002-1825-0097"),
        ("Chu, Bo", None),
        ("MILL Group", None),
    ]
    assert [place.raw for place in document.authors[0].affiliations] == [
        "University of Oslo"
    ]
    assert (document.venue, document.year, document.doi) == (
        "Journal of Mills",
        2019,
        "10.5555/m.1",
    )
    assert (document.id, document.type, document.language) == ("r1", "article", "eng")
    assert "wind" in document.keywords


def test_the_year_may_be_the_hosts(read):
    text = RECORD.replace("dateIssued", "other")
    assert read(text)[0][0].year == 2018


def test_a_record_of_several_addresses(read):
    (document,), _, _ = read(
        "<mods><titleInfo><title>A</title></titleInfo><identifier type='uri'>http://arxiv.org/abs/"
        "2101.00001</identifier><location><url>https://doi.org/10.5555/m.2</url></location></mods>"
    )
    assert (document.doi, document.ids) == ("10.5555/m.2", (("arxiv", "2101.00001"),))
