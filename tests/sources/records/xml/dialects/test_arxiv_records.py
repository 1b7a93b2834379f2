"""Both forms of arXiv's own records."""

from kg.sources.records.xml.dialects.arxiv_records import read_arxiv
from kg.sources.records.xml.element_parsing import parse_element

STATED = """<id>0704.0001</id>{}<title>Mills of wind</title>
<categories>cs.LG math.CO</categories><journal-ref>J. Mills 12 (2008) 3</journal-ref>
<doi>10.5555/m.1 10.5555/m.2</doi><abstract>  We ask. </abstract>"""


def test_authors_in_parts():
    authors = """<created>2007-04-02</created><authors><author><keyname>Lee</keyname><forenames>
Ann B.</forenames><suffix>Jr</suffix><affiliation>Univ. of Oslo</affiliation></author></authors>"""
    values = read_arxiv(
        parse_element(f"<arXiv>{STATED.format(authors)}</arXiv>").element
    )
    assert (values.title, values.abstract) == ("Mills of wind", "We ask.")
    assert (values.year, values.venue, values.doi) == (
        "2007-04-02",
        "J. Mills",
        "10.5555/m.1",
    )
    (author,) = values.authors
    assert (author.name, author.affiliations[0].raw) == (
        "Lee, Jr, Ann B.",
        "Univ. of Oslo",
    )
    assert values.ids == [("arxiv", "0704.0001")]
    assert [subject.term for subject in values.subjects] == ["cs.LG", "math.CO"]


def test_authors_in_one_line():
    authors = """<submitter>Cy Day</submitter><version version="v1"><date>Mon, 2 Apr 2007 19:18:42
GMT</date></version><version version="v2"><date>Tue, 1 Jul 2008</date></version>
<authors>A. B. Lee, Bo Chu and Cy Day</authors>"""
    values = read_arxiv(
        parse_element(f"<arXivRaw>{STATED.format(authors)}</arXivRaw>").element
    )
    assert [author.name for author in values.authors] == [
        "A. B. Lee",
        "Bo Chu",
        "Cy Day",
    ]
    assert values.year.startswith("Mon, 2 Apr 2007")
