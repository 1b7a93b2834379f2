"""TEI of GROBID and of HAL."""

GROBID = """<TEI xml:space="preserve" xmlns="http://www.tei-c.org/ns/1.0"><teiHeader xml:lang="en">
<fileDesc><titleStmt><title level="a" type="main">Mills of wind</title><funder>Fund</funder>
</titleStmt><publicationStmt><date type="published" when="2019-05-01">May 2019</date>
</publicationStmt><sourceDesc><biblStruct><analytic><author role="corresp">
<persName><forename type="first">Ann
</forename><forename type="middle">B</forename><surname>Lee</surname></persName><idno type="ORCID">
0000-0002-1825-0097</idno><affiliation key="aff0"><note type="raw_affiliation"><label>1</label>
Dept. of Mills, University of Oslo, Norway</note><orgName type="institution">University of Oslo
</orgName><address><country key="NO">Norway</country></address></affiliation></author>
<author><persName><forename>Bo</forename><surname>Chu</surname></persName><affiliation><orgName
type="department">Flour</orgName><orgName type="institution">Wind College</orgName><address>
<settlement>Kent</settlement><country key="GB">UK</country></address></affiliation></author>
<title level="a" type="main">Mills of wind</title></analytic><monogr><title level="j">J. Mills
</title><imprint><date type="published" when="2018"/></imprint></monogr><idno type="DOI">10.5555/m.1
</idno><idno type="arXiv">arXiv:2101.00001v1[cs.LG]</idno><idno type="MD5">AB</idno></biblStruct>
</sourceDesc></fileDesc><profileDesc><textClass><keywords><term>wind</term><term>flour</term>
</keywords></textClass><abstract><div><head>Abstract</head><p>We ask.</p><p>It turns.</p></div>
</abstract></profileDesc></teiHeader><text><body><div><p>Long.</p></div></body><back><div><listBibl>
<biblStruct><analytic><title>Sails</title><author><persName><surname>Day</surname></persName>
</author></analytic><monogr><imprint><date when="2001">2001</date></imprint></monogr></biblStruct>
<biblStruct><analytic><title>A</title></analytic><idno type="DOI">10.5555/m.2</idno></biblStruct>
<biblStruct><note type="raw_reference">Eve. Eels. 2002.</note></biblStruct></listBibl></div></back>
</text></TEI>"""
HAL = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><listBibl><biblFull><titleStmt>
<title xml:lang="fr">Moulins</title><title xml:lang="en">Mills</title><author role="aut"><persName>
<forename type="first">Ann</forename><surname>Lee</surname></persName><idno type="ORCID">
https://orcid.org/0000-0002-1825-0097</idno><affiliation ref="#struct-1"/></author>
<author role="edt"><persName><surname>Day</surname></persName></author></titleStmt><sourceDesc>
<biblStruct><analytic><title>Mills</title></analytic><monogr><title level="j">J. Mills</title>
<imprint><date type="datePub">2019-01</date></imprint></monogr><idno type="doi">10.5555/m.3</idno>
</biblStruct></sourceDesc><profileDesc>
<langUsage><language ident="en">English</language></langUsage>
<textClass><keywords scheme="author"><term xml:lang="en">wind</term></keywords></textClass>
<abstract xml:lang="fr"><p>Nous.</p></abstract><abstract xml:lang="en"><p>We ask.</p></abstract>
</profileDesc></biblFull></listBibl></body><back><listOrg type="structures"><org xml:id="struct-1">
<idno type="ROR">https://ror.org/01xtthb56</idno><orgName>Mill Lab</orgName><orgName type="acronym">
ML</orgName><desc><address><addrLine>1 Rue, Lyon</addrLine><country key="FR"/></address></desc>
</org></listOrg></back></text></TEI>"""


def test_what_grobid_reads(read):
    (document,), rejects, _ = read(GROBID)
    assert rejects == []
    assert document.text == "Mills of wind\nWe ask. It turns."
    assert (document.year, document.venue, document.doi) == (
        2018,
        "J. Mills",
        "10.5555/m.1",
    )
    assert document.ids == (("arxiv", "2101.00001"),)
    assert document.keywords == ("wind", "flour")
    assert document.references == ("Sails Day 2001", "10.5555/m.2", "Eve. Eels. 2002.")
    assert document.language == "en"
    assert [author.name for author in document.authors] == ["Lee, Ann B", "Chu, Bo"]


def test_a_document_that_breaks_off_is_read_by_its_header(read):
    (document,), rejects, _ = read(GROBID[: GROBID.index("Long.")])
    assert (document.title, rejects) == ("Mills of wind", [])


def test_several_documents_of_a_corpus(read):
    documents, rejects, _ = read(f"<teiCorpus>{GROBID}{GROBID}</teiCorpus>")
    assert (len(documents), rejects) == (2, [])


def test_the_works_of_hal(read):
    text = HAL.replace(
        "</biblFull>", "</biblFull>" + HAL[HAL.index("<biblFull") :].split("</listB")[0]
    )
    documents, rejects, _ = read(text)
    assert (len(documents), rejects) == (2, [])
    for document in documents:
        assert document.text == "Mills\nWe ask."
        assert (document.year, document.venue, document.doi) == (
            2019,
            "J. Mills",
            "10.5555/m.3",
        )
        assert [author.name for author in document.authors] == ["Lee, Ann"]
        assert document.keywords == ("wind",)


def test_keywords_in_one_line(read):
    text = GROBID.replace("<term>wind</term><term>flour</term>", "wind, flour")
    assert read(text)[0][0].keywords == ("wind", "flour")
