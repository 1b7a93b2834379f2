from pathlib import Path

import pytest

from kg.records import Document, Remark, SubjectHeading
from kg.sources.readers import read
from kg.sources.records.bibtex_entry import (
    BibtexEntry,
    document_from_entry,
    values_from_entry,
)
from kg.sources.records.record_values import RecordValues

EXAMPLES = Path(__file__).parents[3] / "pipelines" / "readers" / "examples"


def documents(name: str) -> list[Document]:
    return [item for item in read([EXAMPLES / name]) if isinstance(item, Document)]


def values(kind: str = "article", **fields: str) -> RecordValues:
    named = {name.replace("_", "-"): value for name, value in fields.items()}
    return values_from_entry(BibtexEntry("key", kind, 1, named))


def names(document: Document) -> list[str]:
    return [author.name for author in document.authors]


def places(document: Document) -> list[list[str]]:
    return [[place.raw for place in author.affiliations] for author in document.authors]


def test_web_of_science_says_whose_an_address_is() -> None:
    ice, sledges = documents("wos.bib")
    trento = "Univ Trento, Dept Civil Engn, Trento, Italy."
    ege = "Ege Univ, Fac Engn, Izmir, Turkey."
    assert places(ice) == [[trento], [ege], [trento]]
    assert [author.orcid for author in ice.authors] == [
        "0000-0002-1825-0097",
        None,
        None,
    ]
    assert ice.title == "Thin ice on canals: a risk map for skaters"
    assert (ice.year, ice.type, ice.language) == (2020, "Article", "English")
    assert ice.keywords == ("thin ice", "radar", "risk map")
    assert SubjectHeading("keywords plus", "LAKE ICE") in ice.subjects
    assert [line.split(",")[0] for line in ice.references] == ["Aalto T", "Basu S"]
    assert sledges.venue == "WINTER MACHINES"


def test_scopus_lists_affiliations_and_terms_of_an_index() -> None:
    mangroves, crabs = documents("scopus.bib")
    assert names(mangroves)[-1] == ""  # whose the two are is not said
    assert places(mangroves)[-1] == [
        "University of Ghana, Accra, Ghana",
        "Technion, Haifa, Israel",
    ]
    assert mangroves.keywords == ("breakwaters", "mangroves")
    assert SubjectHeading("index keywords", "Coastal zones") in mangroves.subjects
    assert len(mangroves.references) == 2
    assert places(crabs) == [["University of Ghana, Accra, Ghana"]]


def test_better_bibtex_writes_names_in_parts_and_html() -> None:
    ferries, buoys = documents("better-biblatex.bib")
    assert ferries.title == "Ferries in Fog: How Pilots Listen"
    assert names(ferries) == ["van den Berg, Ida", "King, Jr., Paul T."]
    assert ferries.text.endswith("Pilots hear buoys. In fog they hear better.")
    assert ferries.ids == (("arxiv", "1611.00041"),)
    assert (ferries.venue, ferries.year) == ("Journal of Harbours", 2016)
    assert (buoys.type, places(buoys)) == ("phdthesis", [["University of Tromsø"]])


def test_dblp_leaves_the_year_to_the_volume() -> None:
    paper, volume = documents("dblp.bib")
    assert (paper.year, paper.doi) == (2018, "10.5555/loom.2018.11")
    assert paper.venue == "Looms and Graphs, LOOM 2018, Kyoto, Japan"
    assert volume.title == paper.venue


def test_the_acl_anthology_writes_accents_and_volumes() -> None:
    _, whispers = documents("acl.bib")
    assert names(whispers) == ["Ruiz, Sofía", "Čapek, Jan", "O'Neil, Seán"]
    assert whispers.title == "Whispers in Noisy Kitchens: A Corpus"


def test_an_orcid_that_is_none_is_complained_of_once() -> None:
    stated = values(
        title="On mills",
        author=r"Ann Lee\orcidID{1} and Li, Bo",
        orcid_numbers="Li, Bo/0000-0002-1825-0097",
    )
    assert [author.orcid for author in stated.authors] == [None, "0000-0002-1825-0097"]
    assert len(stated.complaints) == 1


def test_what_people_write_by_hand_is_read() -> None:
    knots, rope = documents("latex-journal.bib")
    assert names(knots) == ["Tröger, Uwe", "Ilse Baum", "The Knot Group"]
    assert knots.authors[1].orcid == "0000-0002-1825-0097"
    assert (knots.title, knots.venue) == (
        "Knots that hold, and others",
        "Journal of Ropes (B)",
    )
    assert knots.keywords == ("knots", "ropes")
    assert (rope.year, rope.doi) == (1987, "10.5555/rope")


@pytest.mark.parametrize(
    ("fields", "year"),
    [
        ({"year": "{2021}"}, "2021"),
        ({"year": "in press", "date": "2020-05-01"}, "2020-05-01"),
        ({"date": "2019/2020"}, "2019/2020"),
        ({"year": "in press"}, "in press"),
        ({}, ""),
    ],
)
def test_the_date_counts_where_the_year_says_nothing(
    fields: dict[str, str], year: str
) -> None:
    assert values(**fields).year == year


@pytest.mark.parametrize(
    ("fields", "title", "venue"),
    [
        ({"title": "A", "booktitle": "B"}, "A", "B"),
        ({"booktitle": "B"}, "B", ""),
        ({"title": "A", "subtitle": "C"}, "A: C", ""),
        ({"title": "A: C", "subtitle": "C"}, "A: C", ""),
        ({"title": "A", "journaltitle": "J", "booktitle": "B"}, "A", "J"),
    ],
)
def test_a_volume_without_title_is_called_by_its_other_fields(
    fields: dict[str, str], title: str, venue: str
) -> None:
    found = values(**fields)
    assert (found.title, found.venue) == (title, venue)


def test_the_school_of_a_thesis_is_where_its_author_is() -> None:
    (place,) = values(
        "mastersthesis", author="Lee, Ann", school="Univ of Oslo"
    ).affiliations
    assert place.raw == "Univ of Oslo"
    assert not values(
        "article", author="Lee, Ann", institution="Quay Press"
    ).affiliations


def test_a_doi_that_is_none_is_told() -> None:
    entry = BibtexEntry("a", "misc", 3, {"title": "A", "doi": "n/a"})
    remark, document = document_from_entry(entry, source="x.bib")
    assert isinstance(remark, Remark)
    assert (remark.line, remark.lost) == (3, False)
    assert isinstance(document, Document)


def test_an_entry_without_words_is_a_reject() -> None:
    (remark,) = document_from_entry(BibtexEntry("a", "misc", 3, {}), source="x.bib")
    assert isinstance(remark, Remark)
    assert remark.lost


def test_ids_of_other_archives_are_no_numbers_of_arxiv() -> None:
    assert values(eprint="12345", eprinttype="jstor").ids == []
    assert values(eprint="2101.00001", pmid="12", pmcid="no").ids == [
        *(("arxiv", "2101.00001"), ("pmid", "12")),
    ]
