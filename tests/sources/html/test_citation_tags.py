import pytest

from kg.sources.html.citation_tags import (
    description_of_tags,
    is_record,
    unread_tags,
    values_of_tags,
)
from kg.sources.html.page_head import Meta


def metas(*pairs):
    return [Meta(name, content, place) for place, (name, content) in enumerate(pairs)]


PUBLISHER = metas(
    ("citation_title", "Rye on thin soils"),
    ("citation_journal_title", "J. Crops"),
    ("citation_author", "Ada Holm"),
    ("citation_author_institution", "University of Bonn, Germany"),
    ("citation_author_institution", "Rye Institute, Oslo"),
    ("citation_author_orcid", "https://orcid.org/0000-0002-1825-0097"),
    ("citation_author", "Kern, Uwe"),
    ("citation_author_email", "kern@example.org"),
    ("citation_publication_date", "2021/03/04"),
    ("citation_doi", "10.1000/rye.7"),
    ("citation_pmid", "12345"),
    ("citation_keywords", "rye; soil"),
    ("citation_reference", "citation_title=Oats; citation_author=B Lee; citation_doi=10.1/o"),
    ("citation_reference", "citation_title=Wheat; citation_year=1999"),
    ("citation_reference", "Lee B (1990) Barley. J Crops 3"),
)  # fmt: skip
DUBLIN_CORE = metas(
    ("dc.title", "Rye on thin soils"),
    ("dc.creator", "Holm, Ada"),
    ("dc.creator", "Kern, Uwe"),
    ("dc.identifier", "ISSN 1234"),
    ("dc.identifier", "doi:10.1000/rye.7"),
    ("dc.date.issued", "2021-03"),
    ("dc.subject", "rye"),
    ("dc.subject", "soil"),
    ("dcterms.abstract", "We measure rye."),
    ("dc.description", "A page on rye."),
)
REPOSITORY = metas(
    ("eprints.title", "Rye on thin soils"),
    ("eprints.creators_name", "Holm, Ada"),
    ("eprints.creators_name", "Kern, Uwe"),
    ("eprints.date", "2021"),
    ("eprints.abstract", "We measure rye."),
    ("eprints.id_number", "10.1000/rye.7"),
)


@pytest.mark.parametrize("tags", [PUBLISHER, DUBLIN_CORE, REPOSITORY])
def test_dialects_state_the_same_work(tags):
    values = values_of_tags(tags)
    names = {" ".join(sorted(a.name.replace(",", "").split())) for a in values.authors}
    assert values.title == "Rye on thin soils"
    assert names == {"Ada Holm", "Kern Uwe"}
    assert values.doi.endswith("10.1000/rye.7")
    assert "2021" in values.year


def test_what_follows_an_author_is_of_that_author():
    first, second = values_of_tags(PUBLISHER).authors
    assert [place.raw for place in first.affiliations] == [
        "University of Bonn, Germany",
        "Rye Institute, Oslo",
    ]
    assert (first.orcid, second.affiliations) == ("0000-0002-1825-0097", ())


def test_references_are_a_doi_a_title_or_a_line():
    values = values_of_tags(PUBLISHER)
    assert values.references == ["10.1/o", "Wheat", "Lee B (1990) Barley. J Crops 3"]
    assert values.keywords == ["rye", "soil"]
    assert values.ids == [("pmid", "12345")]


@pytest.mark.parametrize(
    ("content", "names"),
    [
        ("Lee, Ann; Mill, Bo", ["Lee, Ann", "Mill, Bo"]),
        ("Ann Lee, Bo Mill", ["Ann Lee", "Bo Mill"]),
    ],
)
def test_a_tag_may_hold_all_authors(content, names):
    tags = metas(("citation_title", "x"), ("citation_authors", content))
    assert [author.name.strip() for author in values_of_tags(tags).authors] == names


def test_a_description_is_no_abstract_by_itself():
    assert values_of_tags(DUBLIN_CORE).abstract == "We measure rye."
    assert values_of_tags(PUBLISHER).abstract == ""
    assert description_of_tags(DUBLIN_CORE) == "A page on rye."


@pytest.mark.parametrize(
    ("tags", "answer"),
    [
        (PUBLISHER, True),
        (DUBLIN_CORE, True),
        (metas(("dc.title", "Our department")), False),
        (metas(("og:title", "x")), False),
    ],
)
def test_a_page_is_a_record_by_a_title_with_authors(tags, answer):
    assert is_record(tags) is answer


def test_tags_on_works_that_nothing_reads_are_named():
    tags = metas(("citation_issn", "1"), ("viewport", "x"), ("citation_title", "x"))
    assert unread_tags(tags) == ["citation_issn"]
