"""Zotero RDF: works linked to journals, notes and files."""

HEAD = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:z="z" xmlns:bib="b"
xmlns:dc="dc" xmlns:dcterms="t" xmlns:foaf="f" xmlns:link="l" xmlns:prism="p">"""
AUTHORS = """<bib:authors><rdf:Seq><rdf:li><foaf:Person><foaf:surname>Lee</foaf:surname>
<foaf:givenName>Ann B.</foaf:givenName></foaf:Person></rdf:li><rdf:li><foaf:Person><foaf:surname>
MILL Group</foaf:surname></foaf:Person></rdf:li></rdf:Seq></bib:authors>"""
ARTICLE = f"""<bib:Article rdf:about="http://x.org/1"><z:itemType>journalArticle</z:itemType>
<dcterms:isPartOf rdf:resource="urn:issn:1"/>{AUTHORS}<dcterms:isReferencedBy rdf:resource="#n1"/>
<link:link rdf:resource="#f1"/><dc:subject>wind</dc:subject><dc:subject><z:AutomaticTag><rdf:value>
flour</rdf:value></z:AutomaticTag></dc:subject><dc:subject><dcterms:LCC><rdf:value>QA</rdf:value>
</dcterms:LCC></dc:subject><dc:title>Mills</dc:title><dcterms:abstract>We ask.</dcterms:abstract>
<dc:date>May 2019</dc:date><z:language>en</z:language></bib:Article>"""
JOURNAL = """<bib:Journal rdf:about="urn:issn:1"><prism:volume>3</prism:volume><dc:title>J. Mills
</dc:title><dc:identifier>DOI 10.5555/m.1</dc:identifier><dc:identifier>ISSN 1</dc:identifier>
</bib:Journal>"""
OTHERS = """<bib:Memo rdf:about="#n1"><rdf:value>&lt;p&gt;Read it.&lt;/p&gt;</rdf:value></bib:Memo>
<z:Attachment rdf:about="#f1"><z:itemType>attachment</z:itemType><dc:title>PDF</dc:title>
</z:Attachment><z:Collection rdf:about="#c1"><dc:title>My mills</dc:title></z:Collection>"""


def test_a_work_and_what_is_linked_to_it(read):
    (document,), rejects, warnings = read(f"{HEAD}{ARTICLE}{OTHERS}{JOURNAL}</rdf:RDF>")
    assert rejects == []
    assert document.text == "Mills\nWe ask."
    assert [author.name for author in document.authors] == ["Lee, Ann B.", "MILL Group"]
    assert (document.venue, document.year, document.doi) == (
        "J. Mills",
        2019,
        "10.5555/m.1",
    )
    assert document.keywords == ("wind", "flour")
    assert (document.id, document.type, document.language) == (
        "http://x.org/1",
        "journalArticle",
        "en",
    )
    for what in ("notes", "files", "collections"):
        assert f"1 record is no work ({what}): not read" in warnings


def test_a_journal_of_two_works_gives_its_doi_to_neither(read):
    other = ARTICLE.replace("x.org/1", "x.org/2").replace("Mills", "Sails")
    documents, _, _ = read(f"{HEAD}{JOURNAL}{ARTICLE}{other}</rdf:RDF>")
    assert [(d.title, d.venue, d.doi) for d in documents] == [
        ("Mills", "J. Mills", None),
        ("Sails", "J. Mills", None),
    ]


def test_a_chapter_within_a_book_and_a_book(read):
    book = "<bib:Book rdf:about='{}'>{}<dc:title>All of Milling</dc:title></bib:Book>"
    whole = book.format("urn:isbn:2", f"<z:itemType>book</z:itemType>{AUTHORS}")
    chapter = (
        "<bib:BookSection rdf:about='#i1'><z:itemType>bookSection</z:itemType><dcterms:isPartOf>"
        f"{book.format('urn:isbn:1', '')}</dcterms:isPartOf><dc:title>Sails</dc:title>"
        "</bib:BookSection>"
    )
    documents, rejects, _ = read(f"{HEAD}{chapter}{whole}</rdf:RDF>")
    assert rejects == []
    assert [(d.title, d.venue) for d in documents] == [
        ("Sails", "All of Milling"),
        ("All of Milling", None),
    ]


def test_works_of_other_types(read):
    paper = (
        "<rdf:Description rdf:about='#i1'><z:itemType>conferencePaper</z:itemType><bib:presentedAt>"
        "<bib:Conference><dc:title>Mill Days</dc:title></bib:Conference></bib:presentedAt>"
        "<dc:title>Sails</dc:title><dc:identifier>DOI 10.5555/m.2</dc:identifier></rdf:Description>"
    )
    thesis = (
        "<bib:Thesis rdf:about='#i2'><z:itemType>thesis</z:itemType><dc:publisher>"
        "<foaf:Organization><foaf:name>University of Oslo</foaf:name>"
        "</foaf:Organization></dc:publisher><dc:title>Eels</dc:title></bib:Thesis>"
    )
    documents, rejects, _ = read(f"{HEAD}{paper}{thesis}</rdf:RDF>")
    assert rejects == []
    assert [(d.title, d.venue, d.doi) for d in documents] == [
        ("Sails", "Mill Days", "10.5555/m.2"),
        ("Eels", "University of Oslo", None),
    ]


def test_a_note_within_a_work_is_no_record(read):
    memo = "<dcterms:isReferencedBy><bib:Memo><rdf:value>x</rdf:value></bib:Memo>"
    text = ARTICLE.replace("<dc:date>", f"{memo}</dcterms:isReferencedBy><dc:date>")
    documents, rejects, _ = read(f"{HEAD}{text}</rdf:RDF>")
    assert ([document.title for document in documents], rejects) == (["Mills"], [])
