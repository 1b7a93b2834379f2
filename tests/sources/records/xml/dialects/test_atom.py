"""Atom of arXiv and of journals."""

import pytest

from kg.sources.records.xml.dialects.atom import venue_of_citation

ARXIV = """<feed xmlns="http://www.w3.org/2005/Atom"><title>ArXiv Query: mills</title><entry>
<id>http://arxiv.org/abs/2101.00001v2</id><updated>2022-01-02T00:00:00Z</updated>
<published>2021-01-02T00:00:00Z</published><title>Mills
  of <i>wind</i></title><summary>  We ask. </summary>
<author><name>Ann B. Lee</name><arxiv:affiliation xmlns:arxiv="http://arxiv.org/schemas/atom">
University of Oslo</arxiv:affiliation></author><author><name>Bo Chu</name></author>
<arxiv:doi xmlns:arxiv="http://arxiv.org/schemas/atom">10.5555/Mill.1</arxiv:doi>
<arxiv:journal_ref xmlns:arxiv="x">J. Mills 12 (2022) 3-9</arxiv:journal_ref>
<arxiv:comment xmlns:arxiv="x">12 pages</arxiv:comment>
<link href="http://arxiv.org/abs/2101.00001v2" rel="alternate"/>
<category term="cs.LG" scheme="http://arxiv.org/schemas/atom"/></entry></feed>"""


def test_an_answer_of_arxiv(read):
    (document,), rejects, warnings = read(ARXIV)
    assert rejects == []
    assert document.text == "Mills of wind\nWe ask."
    assert (document.id, document.ids) == ("2101.00001", (("arxiv", "2101.00001"),))
    assert (document.year, document.doi) == (2021, "10.5555/mill.1")
    assert document.venue == "J. Mills"
    places = [(a.name, [p.raw for p in a.affiliations]) for a in document.authors]
    assert places == [("Ann B. Lee", ["University of Oslo"]), ("Bo Chu", [])]
    assert warnings == [
        'fields that are not read: "title" (1 record), "comment" (1 record)'
    ]


def test_a_link_to_the_doi_stands_above_the_preprints_own(read):
    text = ARXIV.replace("arxiv:doi", "arxiv:other").replace(
        "<category", '<link title="doi" href="http://dx.doi.org/10.5555/m.2"/><category'
    )
    assert read(text)[0][0].doi == "10.5555/m.2"


def test_an_entry_of_a_journal(read):
    (document,), _, _ = read(
        "<feed><entry><id>tag:x,1</id><title>Sails</title><content type='html'>&lt;p&gt;They "
        "turn.&lt;/p&gt;</content><author><name>Cy Day</name></author><updated>2020-02-01"
        "</updated><prism:publicationName>J. Mills</prism:publicationName>"
        "<dc:identifier>doi:10.5555/m.3</dc:identifier></entry></feed>"
    )
    assert (document.text, document.venue) == ("Sails\nThey turn.", "J. Mills")
    assert (document.doi, document.year) == ("10.5555/m.3", 2020)


@pytest.mark.parametrize(
    ("citation", "venue"),
    [
        ("Phys. Rev. D 100, 043 (2019)", "Phys. Rev. D"),
        ("Journal of Mills, Vol. 3, 2001", "Journal of Mills"),
        (
            "Proceedings of the Mill Conference, 2020",
            "Proceedings of the Mill Conference",
        ),
        ("J.Mills 3:1-9", "J.Mills"),
        ("", ""),
        ("1999", "1999"),
    ],
)
def test_a_citation_begins_with_its_journal(citation, venue):
    assert venue_of_citation(citation) == venue
