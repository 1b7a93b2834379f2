"""RSS of several versions."""


def test_new_papers_of_arxiv(read):
    (document,), rejects, _ = read(
        "<rss version='2.0'><channel><title>cs.LG updates</title><item><title>Mills of wind"
        "</title><link>https://arxiv.org/abs/2401.00001</link><description>arXiv:2401.00001v1 "
        "Announce Type: new \nAbstract: We ask.</description><guid>oai:arXiv.org:2401.00001v1"
        "</guid><category>cs.LG</category><pubDate>Tue, 02 Jan 2024 00:00:00 -0500</pubDate>"
        "<dc:creator>Ann Lee, Bo Chu, Cy Day</dc:creator></item></channel></rss>"
    )
    assert rejects == []
    assert document.text == "Mills of wind\nWe ask."
    assert [a.name for a in document.authors] == ["Ann Lee", "Bo Chu", "Cy Day"]
    assert (document.id, document.year) == ("2401.00001", 2024)


def test_the_former_feed_of_arxiv(read):
    (document,), rejects, _ = read(
        "<?xml version='1.0'?><rdf:RDF xmlns:rdf='r'><channel rdf:about='x'><title>t</title>"
        "<link>x</link></channel><item rdf:about='http://arxiv.org/abs/2101.00001'><title>Mills. "
        "(arXiv:2101.00001v1 [cs.LG])</title><description>&lt;p&gt;We ask.&lt;/p&gt;</description>"
        "<dc:creator>&lt;a href='http://x'&gt;Ann Lee&lt;/a&gt;, &lt;a href='http://y'&gt;Bo Chu"
        "&lt;/a&gt;</dc:creator></item></rdf:RDF>"
    )
    assert rejects == []
    assert document.text == "Mills.\nWe ask."
    assert [author.name for author in document.authors] == ["Ann Lee", "Bo Chu"]
    assert document.ids == (("arxiv", "2101.00001"),)


def test_the_issue_of_a_journal(read):
    (document,), _, _ = read(
        "<rss><channel><item><title>Sails</title><link>https://x.org/1</link><description>They "
        "turn.</description><dc:creator>Lee, Ann</dc:creator><dc:creator>Chu, Bo</dc:creator>"
        "<prism:doi>10.5555/m.1</prism:doi><prism:publicationName>J. Mills"
        "</prism:publicationName><dc:date>2019-02-03</dc:date></item></channel></rss>"
    )
    assert [author.name for author in document.authors] == ["Lee, Ann", "Chu, Bo"]
    assert (document.doi, document.venue, document.year) == (
        "10.5555/m.1",
        "J. Mills",
        2019,
    )
