"""DBLP: dump, person page, search."""

from kg.files.opening import open_data
from kg.records import Document, Remark
from kg.sources.records.xml_records import parse


def read(text):
    items = list(parse(open_data(text.encode(), name="dblp.xml")))
    documents = [item for item in items if isinstance(item, Document)]
    return documents, [item for item in items if isinstance(item, Remark)]


def test_records_of_the_dump():
    documents, remarks = read("""<?xml version="1.0" encoding="ISO-8859-1"?>
<!DOCTYPE dblp SYSTEM "dblp-2019-11-22.dtd">
<dblp>
<article mdate="2020-01-02" key="journals/mill/LeeG19">
<author orcid="0000-0002-1825-0097">Ann Lee 0001</author><author>J&ouml;rg Gr&uuml;n</author>
<title>Mills<sub>2</sub> that turn.</title><year>2019</year><journal>J. Mills</journal>
<ee type="oa">https://arxiv.org/abs/1901.00001</ee><ee>https://doi.org/10.5555/MILL.1</ee>
<cite>...</cite><cite>conf/wind/Chu01</cite></article>
<inproceedings key="conf/wind/Chu01"><author>Bo Chu</author><title>Why wind?</title>
<booktitle>WIND</booktitle><year>2001</year></inproceedings>
<phdthesis key="phd/X"><author>Cy Day</author><title>Sails...</title><year>1999</year>
<school>University of Oslo</school></phdthesis>
<www key="homepages/l/AnnLee"><author>Ann Lee 0001</author><title>Home Page</title></www>
</dblp>""")
    first, second, third = documents
    assert first.id == "journals/mill/LeeG19"
    assert (first.title, first.year, first.venue) == (
        "Mills2 that turn",
        2019,
        "J. Mills",
    )
    assert (first.doi, first.ids) == ("10.5555/mill.1", (("arxiv", "1901.00001"),))
    names = [(author.name, author.orcid) for author in first.authors]
    assert names == [("Ann Lee 0001", "0000-0002-1825-0097"), ("Jörg Grün", None)]
    assert (first.references, first.type) == (("conf/wind/Chu01",), "article")
    assert (second.title, second.venue, second.type) == (
        "Why wind?",
        "WIND",
        "inproceedings",
    )
    assert (third.title, third.venue) == ("Sails...", "University of Oslo")
    (home,) = [remark.reason for remark in remarks]
    assert home == "1 record is no work (home pages of people): not read"


def test_results_of_a_search():
    (document,), _ = (
        read("""<result><query>mills</query><hits total="1"><hit id="1"><info>
<authors><author pid="1/2">Ann Lee 0001</author><author pid="1/3">Bo Chu</author></authors>
<title>On mills.</title><venue>J. Mills</venue><year>2019</year>
<type>Journal Articles</type><doi>10.5555/mill.1</doi>
<key>journals/mill/LeeC19</key></info></hit></hits></result>""")
    )
    assert [author.name for author in document.authors] == ["Ann Lee 0001", "Bo Chu"]
    assert (document.id, document.doi) == ("journals/mill/LeeC19", "10.5555/mill.1")
    assert (document.venue, document.year, document.title) == (
        "J. Mills",
        2019,
        "On mills",
    )


def test_a_person_page():
    documents, remarks = read("""<dblpperson name="Ann Lee" n="1">
<person key="homepages/1/2"><author>Ann Lee</author></person>
<r><article key="journals/a/1"><author>Ann Lee</author><title>On mills.</title></article></r>
<coauthors n="1"><co><na>Bo Chu</na></co></coauthors></dblpperson>""")
    assert [document.title for document in documents] == ["On mills"]
    assert any("(people): not read" in remark.reason for remark in remarks)
