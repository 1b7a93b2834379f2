"""MARC 21 in XML."""


def field(tag, *subfields, ind2=" "):
    inner = "".join(
        f"<subfield code='{each[0]}'>{each[1:]}</subfield>" for each in subfields
    )
    return f"<datafield tag='{tag}' ind1=' ' ind2='{ind2}'>{inner}</datafield>"


RECORD = "".join(
    [
        "<record><leader>x</leader><controlfield tag='001'>77</controlfield>",
        field("024", "a10.5555/M.1", "2doi"),
        field("024", "a2101.00001", "2arXiv"),
        field("041", "aeng"),
        field(
            "100",
            "aLee, Ann,",
            "eauthor",
            "0https://orcid.org/0000-0002-1825-0097",
            "uOslo U.",
        ),
        field("245", "aMills :", "bof wind /", "cby Ann Lee."),
        field("260", "aOslo :", "bPress,", "cc2019."),
        field("520", "aWe ask."),
        field("650", "aFlour.", ind2="0"),
        field("653", "awind"),
        field("700", "aChu, Bo."),
        field("700", "aDay, Cy,", "eeditor."),
        field("710", "aMILL Group"),
        field("773", "tJournal of Mills", "y2018"),
        "</record>",
    ]
)


def test_a_record(read):
    for text in (RECORD, f"<collection>{RECORD}</collection>"):
        (document,), rejects, _ = read(text)
        assert rejects == []
        assert document.text == "Mills: of wind\nWe ask."
        names = [author.name for author in document.authors]
        assert names == ["Lee, Ann", "Chu, Bo.", "MILL Group"]
        first = document.authors[0]
        assert (first.orcid, first.affiliations[0].raw) == (
            "0000-0002-1825-0097",
            "Oslo U.",
        )
        assert (document.year, document.venue) == (2019, "Journal of Mills")
        assert (document.id, document.doi) == ("77", "10.5555/m.1")
        assert document.ids == (("arxiv", "2101.00001"),)
        assert document.keywords[0] == "wind"


def test_a_doi_may_stand_in_the_address(read):
    text = f"<record>{field('245', 'aA')}{field('856', 'uhttps://doi.org/10.5555/m.2')}</record>"
    assert read(f"<collection>{text}</collection>")[0][0].doi == "10.5555/m.2"


def test_a_collection_with_prefixes(read):
    text = RECORD.replace("<", "<marc:").replace("<marc:/", "</marc:")
    documents, rejects, _ = read(f"<marc:collection>{text}{text}</marc:collection>")
    assert (len(documents), rejects) == (2, [])
