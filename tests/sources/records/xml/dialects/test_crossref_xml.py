"""Crossref's XML of journals, meetings, preprints and books."""

from kg.records import Affiliation

ARTICLE = """<journal_article publication_type="full_text" language="en"><titles><title>Mills of
<i>wind</i></title></titles><contributors><person_name sequence="first" contributor_role="author">
<given_name>Ann B.</given_name><surname>Lee</surname><affiliations><institution><institution_name>
University of Oslo</institution_name><institution_id type="ror">https://ror.org/01xtthb56
</institution_id><institution_place>Oslo, Norway</institution_place></institution></affiliations>
<ORCID authenticated="true">https://orcid.org/0000-0002-1825-0097</ORCID></person_name>
<person_name contributor_role="editor"><given_name>Cy</given_name><surname>Day</surname>
</person_name><person_name contributor_role="author"><given_name>Bo</given_name><surname>Chu
</surname><affiliation>Wind College, Kent</affiliation></person_name><organization
contributor_role="author">MILL Group</organization></contributors><jats:abstract><jats:title>
Abstract</jats:title><jats:p>We ask.</jats:p></jats:abstract><publication_date
media_type="print"><year>2020</year></publication_date><publication_date media_type="online">
<year>2019</year></publication_date><doi_data><doi>10.5555/Mill.1</doi><resource>x</resource>
</doi_data><citation_list><citation key="1"><doi>10.5555/m.2</doi></citation><citation key="2">
<unstructured_citation>Day. Sails.</unstructured_citation></citation><citation key="3"><author>Eve
</author><cYear>2001</cYear></citation></citation_list></journal_article>"""
JOURNAL = """<journal><journal_metadata><full_title>Journal of Mills</full_title>
</journal_metadata><journal_issue><publication_date><year>2018</year></publication_date>
</journal_issue>{}</journal>"""


def record(*parts):
    inner = "".join(
        f"<doi_record><crossref>{part}</crossref></doi_record>" for part in parts
    )
    return f"<doi_records>{inner}</doi_records>"


def test_an_article_of_a_journal(read):
    (document,), rejects, _ = read(record(JOURNAL.format(ARTICLE)))
    assert rejects == []
    assert document.text == "Mills of wind\nWe ask."
    assert [author.name for author in document.authors] == [
        "Lee, Ann B.",
        "Chu, Bo",
        "MILL Group",
    ]
    lee, chu, _ = document.authors
    assert lee.orcid == "0000-0002-1825-0097"
    assert lee.affiliations == (
        Affiliation("University of Oslo, Oslo, Norway", "01xtthb56"),
    )
    assert chu.affiliations == (Affiliation("Wind College, Kent"),)
    assert (document.venue, document.year, document.doi) == (
        "Journal of Mills",
        2019,
        "10.5555/mill.1",
    )
    assert document.references == ("10.5555/m.2", "Day. Sails.", "Eve 2001")


def test_what_an_article_lacks_its_issue_says(read):
    text = ARTICLE.replace("publication_date", "other_date")
    assert read(record(JOURNAL.format(text)))[0][0].year == 2018


def test_a_paper_of_a_meeting_and_a_preprint(read):
    paper = ARTICLE.replace("journal_article", "conference_paper")
    meeting = (
        "<conference><event_metadata><conference_name>Mill Days</conference_name></event_metadata>"
        f"<proceedings_metadata><proceedings_title>Proceedings of Mill Days</proceedings_title>"
        f"</proceedings_metadata>{paper}</conference>"
    )
    posted = ARTICLE.replace("journal_article", "posted_content")
    documents, rejects, _ = read(record(meeting, posted))
    assert rejects == []
    assert [document.venue for document in documents] == [
        "Proceedings of Mill Days",
        None,
    ]


def test_a_book_and_its_chapters(read):
    book = (
        "<book><book_metadata><titles><title>All of Milling</title></titles>"
        "<publication_date><year>2001</year></publication_date></book_metadata>"
        "<content_item><titles><title>Sails</title></titles></content_item></book>"
    )
    documents, _, _ = read(f"<doi_batch><body>{book}</body></doi_batch>")
    assert [(d.title, d.venue, d.year) for d in documents] == [
        ("All of Milling", None, 2001),
        ("Sails", "All of Milling", 2001),
    ]
