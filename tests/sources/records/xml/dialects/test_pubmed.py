"""PubMed: articles of several generations, and books."""

import pytest

from kg.files.opening import open_data
from kg.records import Affiliation, Document, Remark, SubjectHeading
from kg.sources.records.xml.dialects.pubmed import DIALECT
from kg.sources.records.xml.element_parsing import parse_element
from kg.sources.records.xml_records import parse

ARTICLE = """<PubmedArticle><MedlineCitation Status="MEDLINE"><PMID Version="1">31</PMID>
<Article PubModel="Print"><Journal><JournalIssue><PubDate><Year>2019</Year><Month>May</Month>
</PubDate></JournalIssue><Title>Journal of Mills</Title><ISOAbbreviation>J Mills</ISOAbbreviation>
</Journal><ArticleTitle>Flour <i>and</i> health.</ArticleTitle>
<ELocationID EIdType="doi" ValidYN="Y">10.5555/mill.31</ELocationID>
<Abstract><AbstractText Label="AIM">To ask.</AbstractText>
<AbstractText Label="RESULTS" NlmCategory="RESULTS">H<sub>2</sub>O fell.</AbstractText>
<CopyrightInformation>© 2019</CopyrightInformation></Abstract>
<AuthorList CompleteYN="Y"><Author ValidYN="Y"><LastName>Lee</LastName><ForeName>Ann B</ForeName>
<Initials>AB</Initials><Suffix>Jr</Suffix>
<Identifier Source="ORCID">http://orcid.org/0000-0002-1825-0097</Identifier>
<AffiliationInfo><Affiliation>University of Oslo, Oslo, Norway.</Affiliation>
<Identifier Source="ROR">https://ror.org/01xtthb56</Identifier></AffiliationInfo>
<AffiliationInfo><Affiliation>Mill Trust, Kent.</Affiliation></AffiliationInfo></Author>
<Author ValidYN="N"><LastName>Le</LastName><ForeName>Ann</ForeName></Author>
<Author ValidYN="Y"><CollectiveName>MILL Study Group</CollectiveName></Author></AuthorList>
<Language>eng</Language><PublicationTypeList>
<PublicationType UI="D016428">Journal Article</PublicationType></PublicationTypeList></Article>
<MedlineJournalInfo><MedlineTA>J Mills</MedlineTA></MedlineJournalInfo>
<MeshHeadingList><MeshHeading><DescriptorName MajorTopicYN="N">Flour</DescriptorName>
<QualifierName MajorTopicYN="Y">analysis</QualifierName></MeshHeading>
<MeshHeading><DescriptorName MajorTopicYN="N">Humans</DescriptorName></MeshHeading>
</MeshHeadingList><KeywordList Owner="NOTNLM"><Keyword MajorTopicYN="N">wind mills</Keyword>
</KeywordList></MedlineCitation><PubmedData><ArticleIdList><ArticleId IdType="pubmed">31</ArticleId>
<ArticleId IdType="pmc">PMC77</ArticleId></ArticleIdList><ReferenceList>
<Reference><Citation>Chu B. Wind. 2001.</Citation><ArticleIdList>
<ArticleId IdType="pubmed">12</ArticleId></ArticleIdList></Reference>
<Reference><Citation>Day C. Sails. 2002.</Citation></Reference>
<Reference><ArticleIdList><ArticleId IdType="doi">10.5555/w.2</ArticleId></ArticleIdList>
</Reference></ReferenceList></PubmedData></PubmedArticle>"""


def read(text):
    items = list(parse(open_data(text.encode(), name="x.xml")))
    assert [item for item in items if isinstance(item, Remark) and item.lost] == []
    return [item for item in items if isinstance(item, Document)]


def values_of(text):
    (values,) = DIALECT.reader(None)(parse_element(text).element)
    return values


def test_an_article_as_pubmed_has_it():
    (document,) = read(f"<PubmedArticleSet>\n{ARTICLE}\n</PubmedArticleSet>")
    assert document.text == "Flour and health.\nAIM: To ask. RESULTS: H2O fell."
    assert (document.id, document.record_line) == ("31", 2)
    assert (document.doi, document.year) == ("10.5555/mill.31", 2019)
    assert (document.venue, document.language) == ("Journal of Mills", "eng")
    assert document.type == "Journal Article"
    assert document.ids == (("pmcid", "PMC77"), ("pmid", "31"))
    first, group = document.authors
    assert (first.name, first.orcid) == ("Lee, Jr, Ann B", "0000-0002-1825-0097")
    assert first.affiliations == (
        Affiliation("University of Oslo, Oslo, Norway.", "01xtthb56"),
        Affiliation("Mill Trust, Kent."),
    )
    assert (group.name, group.affiliations) == ("MILL Study Group", ())
    assert document.references == ("pmid:12", "Day C. Sails. 2002.", "10.5555/w.2")
    assert "wind mills" in document.keywords


def test_headings_of_mesh_tell_what_a_work_is_mainly_about():
    values = values_of(ARTICLE)
    assert values.keywords == ["wind mills"]
    assert values.subjects == [
        SubjectHeading("mesh", "Flour", 1.0),
        SubjectHeading("mesh", "Humans", None),
    ]


@pytest.mark.parametrize(
    ("date", "year"),
    [
        ("<MedlineDate>1998 Dec-1999 Jan</MedlineDate>", 1998),
        ("<MedlineDate>Spring 2001</MedlineDate>", 2001),
        ("<Year>2004</Year>", 2004),
    ],
)
def test_a_citation_of_the_former_files(date, year):
    (document,) = read(f"""<MedlineCitationSet><MedlineCitation><PMID>8</PMID><Article>
<Journal><JournalIssue><PubDate>{date}</PubDate></JournalIssue></Journal>
<ArticleTitle>[On mills].</ArticleTitle><AuthorList><Author><LastName>Lee</LastName>
<FirstName>Ann</FirstName><Affiliation>Mill Trust, Kent.</Affiliation></Author></AuthorList>
<Language>ger</Language></Article><MedlineJournalInfo><MedlineTA>J Mills</MedlineTA>
</MedlineJournalInfo><OtherAbstract Type="Publisher"><AbstractText>They turn.</AbstractText>
</OtherAbstract></MedlineCitation></MedlineCitationSet>""")
    assert document.text == "On mills\nThey turn."
    assert (document.venue, document.year, document.id) == ("J Mills", year, "8")
    (author,) = document.authors
    assert (author.name, author.affiliations) == (
        "Lee, Ann",
        (Affiliation("Mill Trust, Kent."),),
    )


def test_a_chapter_of_a_book():
    (document,) = (
        read("""<PubmedArticleSet><PubmedBookArticle><BookDocument><PMID>20</PMID>
<ArticleIdList><ArticleId IdType="bookaccession">NBK1</ArticleId></ArticleIdList>
<Book><BookTitle>All of Milling</BookTitle><PubDate><Year>1993</Year></PubDate>
<AuthorList Type="editors"><Author><LastName>Chu</LastName><ForeName>Bo</ForeName></Author>
</AuthorList></Book><ArticleTitle>Sails</ArticleTitle><Language>eng</Language>
<AuthorList Type="authors"><Author><LastName>Day</LastName><Initials>C</Initials></Author>
</AuthorList><Abstract><AbstractText>They turn.</AbstractText></Abstract></BookDocument>
<PubmedBookData/></PubmedBookArticle></PubmedArticleSet>""")
    )
    assert (document.title, document.venue, document.year) == (
        "Sails",
        "All of Milling",
        1993,
    )
    assert [author.name for author in document.authors] == ["Day, C"]


def test_years_of_articles_that_are_ahead_of_print():
    values = values_of("""<PubmedArticle><MedlineCitation><Article>
<Journal><JournalIssue/></Journal><ArticleDate><Year>2021</Year></ArticleDate></Article>
</MedlineCitation></PubmedArticle>""")
    assert values.year == "2021"
