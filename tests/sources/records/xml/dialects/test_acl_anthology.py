"""The ACL Anthology."""

PAPER = """<paper id="1"><title>Parsing <fixed-case>N</fixed-case>orwegian <tex-math>x</tex-math>
</title><author id="ann-lee-oslo" orcid="0000-0002-1825-0097"><first>Ann</first><last>Lee</last>
<affiliation>University of Oslo</affiliation></author>
<author><first/><last>Plato</last></author><pages>1–9</pages><abstract>We ask.</abstract>
<url hash="1">2020.mill-1.1</url>
<doi>10.5555/m.1</doi><bibkey>lee-2020</bibkey></paper>"""


def volume(title, year, *papers):
    meta = f"<meta><booktitle>{title}</booktitle><year>{year}</year></meta>"
    return f"<volume id='1'>{meta}<frontmatter><url>x</url></frontmatter>{''.join(papers)}</volume>"


def test_papers_have_what_their_volume_says(read):
    text = volume("First Mills", 2020, PAPER) + volume(
        "Second Mills", 2021, PAPER, PAPER
    )
    event = "<event><meta><title>Mill Days</title></meta></event>"
    documents, rejects, warnings = read(
        f"<collection id='x'>{text}{event}</collection>"
    )
    assert rejects == []
    assert [(d.venue, d.year) for d in documents] == [
        ("First Mills", 2020),
        ("Second Mills", 2021),
        ("Second Mills", 2021),
    ]
    assert "2 records are no works (front matter of volumes): not read" in warnings
    first = documents[0]
    assert first.text == "Parsing Norwegian x\nWe ask."
    assert (first.id, first.doi) == ("2020.mill-1.1", "10.5555/m.1")
    lee, plato = first.authors
    assert (lee.name, lee.orcid) == ("Lee, Ann", "0000-0002-1825-0097")
    assert (lee.affiliations[0].raw, plato.name) == ("University of Oslo", "Plato")


def test_a_volume_of_the_former_kind(read):
    (document,), _, _ = read(
        "<volume id='P99'><paper id='1001'><title>Mills</title><author>Ann Lee</author><year>1999"
        "</year><booktitle>Mills 99</booktitle></paper></volume>"
    )
    assert (document.venue, document.year) == ("Mills 99", 1999)
    assert [author.name for author in document.authors] == ["Ann Lee"]
