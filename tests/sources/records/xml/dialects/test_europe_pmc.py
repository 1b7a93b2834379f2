"""Answers of Europe PMC."""

from kg.records import Affiliation, SubjectHeading

CORE = """<result><id>31</id><source>MED</source><pmid>31</pmid><pmcid>PMC77</pmcid>
<doi>10.5555/Mill.1</doi><title>Flour and &lt;i&gt;health&lt;/i&gt;.</title>
<authorString>Lee AB, MILL Group.</authorString><authorList><author><fullName>Lee AB</fullName>
<firstName>Ann B</firstName><lastName>Lee</lastName><initials>AB</initials><authorId
type="ORCID">0000-0002-1825-0097</authorId><authorAffiliationDetailsList><authorAffiliation>
<affiliation>University of Oslo, Norway.</affiliation></authorAffiliation>
</authorAffiliationDetailsList></author><author><collectiveName>MILL Group</collectiveName>
</author></authorList><journalInfo><yearOfPublication>2019</yearOfPublication><journal><title>
Journal of Mills</title></journal></journalInfo><pubYear>2019</pubYear><abstractText>We ask.
</abstractText><language>eng</language><pubTypeList><pubType>research-article</pubType>
</pubTypeList><meshHeadingList><meshHeading><majorTopic_YN>Y</majorTopic_YN><descriptorName>Flour
</descriptorName></meshHeading></meshHeadingList><keywordList><keyword>wind</keyword>
</keywordList></result>"""
LITE = """<result><id>32</id><source>MED</source><title>Wind.</title><authorString>Lee AB, Chu B.
</authorString><journalTitle>J Mills</journalTitle><pubYear>2001</pubYear></result>"""


def test_a_whole_answer_and_a_short_one(read):
    documents, rejects, _ = read(
        f"<responseWrapper><hitCount>2</hitCount><resultList>{CORE}{LITE}</resultList>"
        "</responseWrapper>"
    )
    assert rejects == []
    core, lite = documents
    assert core.text == "Flour and health.\nWe ask."
    lee, group = core.authors
    assert (lee.name, lee.orcid) == ("Lee, Ann B", "0000-0002-1825-0097")
    assert lee.affiliations == (Affiliation("University of Oslo, Norway."),)
    assert group.name == "MILL Group"
    assert (core.venue, core.year, core.doi) == (
        "Journal of Mills",
        2019,
        "10.5555/mill.1",
    )
    assert core.ids == (("pmcid", "PMC77"), ("pmid", "31"))
    assert core.subjects == (SubjectHeading("mesh", "Flour", 1.0),)
    assert core.keywords == ("wind",)
    assert [author.name for author in lite.authors] == ["Lee AB", "Chu B"]
    assert (lite.venue, lite.year) == ("J Mills", 2001)
