"""EndNote XML of several programs."""

import pytest

STYLED = '<style face="normal" font="default" size="100%">{}</style>'


def styled(words):
    return STYLED.format(words)


RECORD = f"""<record><database name="Mills.enl">Mills.enl</database><rec-number>1</rec-number>
<ref-type name="Journal Article">17</ref-type><contributors><authors>
<author>{styled("Lee, Ann B.")}</author><author>{styled("MILL Group,")}</author></authors>
<secondary-authors><author>{styled("Day, Cy")}</author></secondary-authors></contributors>
<auth-address>{styled("Mill Institute, Oslo.&#xD;Wind College, Kent.")}</auth-address>
<titles><title>{styled("Flour and ")}<style face="italic">health</style></title>
<secondary-title>{styled("Journal of Mills")}</secondary-title></titles>
<periodical><full-title>{styled("Journal of Mills")}</full-title></periodical>
<keywords><keyword>{styled("wind&#xD;mills")}</keyword>
<keyword>{styled("flour")}</keyword></keywords>
<dates><year>{styled("2019")}</year></dates><accession-num>{styled("31")}</accession-num>
<abstract>{styled("We ask.")}</abstract><urls><related-urls>
<url>{styled("https://doi.org/10.5555/Mill.1")}</url></related-urls></urls>
<custom2>{styled("PMC77")}</custom2><remote-database-name>{styled("NLM")}</remote-database-name>
<language>{styled("eng")}</language></record>"""


def test_a_reference_of_endnote(read):
    (document,), rejects, warnings = read(f"<xml><records>{RECORD}</records></xml>")
    assert rejects == []
    assert document.text == "Flour and health\nWe ask."
    names = [author.name for author in document.authors if author.name]
    assert names == ["Lee, Ann B.", "MILL Group"]
    (loose,) = [author for author in document.authors if not author.name]
    places = [place.raw for place in loose.affiliations]
    assert places == ["Mill Institute, Oslo.", "Wind College, Kent."]
    assert (document.venue, document.year, document.doi) == (
        "Journal of Mills",
        2019,
        "10.5555/mill.1",
    )
    assert document.keywords[:3] == ("wind", "mills", "flour")
    assert document.ids == (("pmcid", "PMC77"), ("pmid", "31"))
    assert (document.type, document.language) == ("Journal Article", "eng")
    unread = '"database" (1 record), "rec-number" (1 record), "contributors/secondary-authors"'
    assert any(unread in warning for warning in warnings)


@pytest.mark.parametrize(
    "text",
    [
        f"<records>{RECORD}</records>",
        RECORD,
        f"<?xml version='1.0'?>{RECORD}\n{RECORD}",
        "<xml><records><record><ref-type name='Book'>6</ref-type><contributors><authors>"
        "<author>Lee, Ann B.; MILL Group</author></authors></contributors><titles><title>"
        "Flour and health</title></titles></record></records></xml>",
    ],
)
def test_exports_of_other_programs(read, text):
    documents, rejects, _ = read(text)
    assert {document.title for document in documents} == {"Flour and health"}
    names = [author.name for author in documents[0].authors if author.name]
    assert names == ["Lee, Ann B.", "MILL Group"]
    assert rejects == []


def test_an_export_of_the_former_kind(read):
    (document,), _, _ = read(
        "<XML><RECORDS><RECORD><REFERENCE_TYPE>0</REFERENCE_TYPE><AUTHORS><AUTHOR>Lee, Ann"
        "</AUTHOR></AUTHORS><YEAR>1999</YEAR><TITLE>Mills</TITLE><SECONDARY_TITLE>J. Mills"
        "</SECONDARY_TITLE><KEYWORDS><KEYWORD>wind</KEYWORD></KEYWORDS></RECORD></RECORDS></XML>"
    )
    assert (document.title, document.year, document.venue) == (
        "Mills",
        1999,
        "J. Mills",
    )
    assert ([a.name for a in document.authors], document.keywords) == (
        ["Lee, Ann"],
        ("wind",),
    )


def test_a_number_that_is_no_doi_is_told(read):
    text = RECORD.replace(
        "https://doi.org/10.5555/Mill.1", "https://mills.org"
    ).replace(
        "<dates>",
        "<electronic-resource-num>S0140-6736</electronic-resource-num><dates>",
    )
    (document,), _, warnings = read(f"<xml><records>{text}</records></xml>")
    assert document.doi is None
    assert any('DOI "S0140-6736" is left out' in warning for warning in warnings)
