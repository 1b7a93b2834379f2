"""JATS: what an article says of itself, and what is no part of it."""

import pytest

FRONT = """<front><journal-meta><journal-id journal-id-type="nlm-ta">J Mills</journal-id>
<journal-title-group><journal-title>Journal of Mills</journal-title></journal-title-group>
</journal-meta><article-meta><article-id pub-id-type="pmc">77</article-id>
<article-id pub-id-type="pmid">31</article-id>
<article-id pub-id-type="doi">10.5555/Mill.1</article-id>
<article-categories><subj-group subj-group-type="heading"><subject>Research</subject></subj-group>
<subj-group subj-group-type="Discipline"><subject>Milling</subject></subj-group>
</article-categories><title-group><article-title>Flour<xref ref-type="fn" rid="f1">*</xref> and
<italic>health</italic></article-title><subtitle>a trial</subtitle></title-group>
<pub-date pub-type="epub"><year>2019</year></pub-date>
<pub-date pub-type="ppub"><day>1</day><year>2020</year></pub-date>
<pub-date pub-type="pmc-release"><year>2018</year></pub-date>
<abstract abstract-type="graphical"><p>A picture.</p></abstract>
<abstract><title>Abstract</title><sec><title>Aim:</title><p>We ask<xref>1</xref> of
H<sub>2</sub>O.</p></sec><sec><title>Results</title><p>It fell.</p><p>Much.</p></sec></abstract>
<kwd-group kwd-group-type="author"><title>Keywords</title><kwd>wind <italic>mills</italic></kwd>
</kwd-group><kwd-group kwd-group-type="MESH"><kwd>Flour</kwd></kwd-group></article-meta></front>"""
ARTICLE = f"""<article article-type="research-article" xml:lang="en"
xmlns:xlink="http://www.w3.org/1999/xlink">{FRONT}<body><sec><title>On</title><p>Long.</p></sec>
</body></article>"""


def test_an_article(read):
    (document,), rejects, _ = read(ARTICLE)
    assert rejects == []
    assert document.title == "Flour and health: a trial"
    assert document.text.endswith("Aim: We ask1 of H2O. Results: It fell. Much.")
    assert (document.venue, document.year, document.doi) == (
        "Journal of Mills",
        2019,
        "10.5555/mill.1",
    )
    assert document.ids == (("pmcid", "PMC77"), ("pmid", "31"))
    assert document.id == "PMC77"
    assert (document.type, document.language) == ("research-article", "en")
    assert "wind mills" in document.keywords


def test_many_articles_of_pubmed_central(read):
    documents, rejects, _ = read(
        f"<pmc-articleset>{ARTICLE}\n{ARTICLE}</pmc-articleset>"
    )
    assert (len(documents), rejects) == (2, [])


def test_an_article_that_breaks_off_in_its_body_is_read_by_its_front(read):
    (document,), rejects, warnings = read(ARTICLE[: ARTICLE.index("Long.")])
    assert (document.year, rejects) == (2019, [])
    assert (
        "a broken <article>: it is never closed; only its <front> is read" in warnings
    )


def test_an_article_that_breaks_off_in_its_front_is_a_reject(read):
    documents, rejects, _ = read(ARTICLE[: ARTICLE.index("<abstract>")])
    assert (documents, len(rejects)) == ([], 1)


@pytest.mark.parametrize(
    ("abstracts", "text"),
    [
        ("<abstract>Bare words.</abstract>", "Bare words."),
        ("<abstract><p>Moinhos.</p></abstract>", "Moinhos."),
        (
            '<abstract><p>Moinhos.</p></abstract><trans-abstract xml:lang="en"><p>Mills.</p>'
            "</trans-abstract>",
            "Mills.",
        ),
        ('<abstract abstract-type="summary"><p>In short.</p></abstract>', "In short."),
        (
            "<abstract><p>Let <inline-formula><alternatives><math><mi>x</mi></math>"
            "<tex-math>$x$</tex-math></alternatives></inline-formula> be.</p></abstract>",
            "Let x be.",
        ),
        ("<abstract><p>Let <tex-math>$x$</tex-math> be.</p></abstract>", "Let $x$ be."),
    ],
)
def test_the_abstract_among_several(read, abstracts, text):
    (document,), _, _ = read(
        '<article xml:lang="pt"><front><article-meta><title-group><article-title>Moinhos'
        f"</article-title></title-group>{abstracts}</article-meta></front></article>"
    )
    assert document.text == f"Moinhos\n{text}"


def test_abstracts_of_a_meeting_are_works_and_replies_are_none(read):
    def sub(kind, title):
        return (
            f'<sub-article article-type="{kind}"><front-stub><title-group><article-title>{title}'
            "</article-title></title-group><abstract><p>Of it.</p></abstract></front-stub>"
            "</sub-article>"
        )

    text = ARTICLE.replace(
        "</article>", sub("meeting-abstract", "Sails") + sub("reply", "Re")
    )
    documents, _, warnings = read(f"{text}</article>")
    assert [document.title for document in documents] == [
        "Flour and health: a trial",
        "Sails",
    ]
    assert documents[1].venue == "Journal of Mills"
    assert any(
        "(a reply within an article): not read" in warning for warning in warnings
    )


def test_keywords_in_two_languages_are_read_in_english(read):
    text = ARTICLE.replace(
        '<kwd-group kwd-group-type="author">',
        '<kwd-group xml:lang="es"><kwd>molinos</kwd></kwd-group><kwd-group xml:lang="en">',
    )
    (document,), _, _ = read(text)
    assert "wind mills" in document.keywords
    assert "molinos" not in document.keywords


def test_abbreviations_are_no_terms_of_an_index(read):
    text = ARTICLE.replace('"MESH"', '"abbreviations"')
    (document,), _, _ = read(text)
    assert "Flour" not in [subject.term for subject in document.subjects]
    assert "Flour" in [subject.term for subject in read(ARTICLE)[0][0].subjects]


def test_an_article_whose_own_tag_is_lost_is_read_by_its_front(read):
    text = f"<pmc-articleset>{ARTICLE}{FRONT}</article></pmc-articleset>"
    documents, rejects, warnings = read(text)
    assert (len(documents), rejects) == (2, [])
    assert any("its beginning is missing; only its <front>" in w for w in warnings)
