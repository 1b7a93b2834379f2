"""What a record states, in whatever dialect, becomes a document or a remark."""

import pytest

from kg.records import Affiliation, Author, Document, Remark
from kg.sources.records.record_values import (
    RecordValues,
    author_from_values,
    document_from_values,
    inverted_name,
    with_subtitle,
)


def _read(values: RecordValues) -> tuple[list[Remark], Document]:
    *remarks, document = document_from_values(values, source="x.ris", line=4)
    assert isinstance(document, Document)
    return [remark for remark in remarks if isinstance(remark, Remark)], document


def test_every_value_reaches_the_document() -> None:
    remarks, document = _read(
        RecordValues(
            id=" W1 ",
            title="Mills  of <i>Kent</i> &amp; Essex",
            abstract="<jats:p>They turn.</jats:p>",
            authors=[Author("Lee, Ann"), Author("")],
            year="1 May 2019",
            venue="J. Mills",
            doi="https://doi.org/10.5555/M.1",
            keywords=["wind", " "],
            ids=[("pmid", "12"), ("openalex", "https://openalex.org/W12")],
            references=["10.5555/m.2"],
            type="article",
            language="en",
        )
    )
    assert not remarks
    assert document.id == "W1"
    assert document.text == "Mills of Kent & Essex\nThey turn."
    assert [author.name for author in document.authors] == ["Lee, Ann"]
    assert (document.year, document.venue, document.doi) == (
        2019,
        "J. Mills",
        "10.5555/m.1",
    )
    assert document.keywords == ("wind",)
    assert document.ids == (("openalex", "W12"), ("pmid", "12"))
    assert (document.references, document.type, document.language) == (
        ("10.5555/m.2",),
        "article",
        "en",
    )
    assert document.record_line == 4


@pytest.mark.parametrize(
    ("values", "said"),
    [
        (RecordValues(title="A", year="in press"), 'year "in press"'),
        (RecordValues(title="A", doi="n/a"), 'DOI "n/a"'),
        (RecordValues(title="A", ids=[("pmid", "x")]), 'pmid id "x"'),
        (RecordValues(title="A", complaints=["no author"]), "no author"),
    ],
)
def test_what_is_left_out_is_told(values: RecordValues, said: str) -> None:
    (remark,), document = _read(values)
    assert remark.reason.startswith(said)
    assert (remark.line, remark.lost, document.title) == (4, False, "A")


def test_a_record_without_texts_is_lost() -> None:
    (remark,) = document_from_values(RecordValues(year="x"), source="x", line=2)
    assert isinstance(remark, Remark)
    assert (remark.line, remark.lost) == (2, True)


def test_an_author_keeps_a_checked_orcid_and_places() -> None:
    complaints: list[str] = []
    places = (Affiliation("Rye Mill"),)
    good = author_from_values(
        "Lee", complaints, orcid="0000-0002-1825-0097", affiliations=places
    )
    bad = author_from_values("Roe", complaints, orcid="0000-0002-1825-0098")
    assert good == Author("Lee", places, "0000-0002-1825-0097")
    assert bad == Author("Roe", unchecked_orcid="0000-0002-1825-0098")
    none = author_from_values("Kern", complaints, orcid="0000-0000-0000-0001")
    assert none == Author("Kern")
    assert [why.rpartition(": ")[2] for why in complaints] == [
        "it only tells namesakes apart",
        "left out",
    ]


def test_names_of_parts() -> None:
    assert inverted_name(" Lee ", "") == "Lee"
    assert inverted_name("", "Ann") == "Ann"


OSLO, BONN = Affiliation("University of Oslo"), Affiliation("University of Bonn")


def test_one_affiliation_of_a_record_is_that_of_all_its_authors() -> None:
    authors = [Author("Lee, Ann"), Author("Li, Bo")]
    values = RecordValues(title="A", authors=authors, affiliations=[OSLO])
    assert _read(values)[1].authors == (
        Author("Lee, Ann", (OSLO,)),
        Author("Li, Bo", (OSLO,)),
    )


def test_all_affiliations_of_a_record_are_those_of_its_only_author() -> None:
    authors = [Author("Lee, Ann")]
    values = RecordValues(title="A", authors=authors, affiliations=[OSLO, BONN])
    assert _read(values)[1].authors == (Author("Lee, Ann", (OSLO, BONN)),)


@pytest.mark.parametrize(
    ("authors", "places"),
    [
        ([Author("Lee, Ann"), Author("Li, Bo")], [OSLO, BONN]),
        ([Author("Lee, Ann", (BONN,)), Author("Li, Bo")], [OSLO]),
        ([], [OSLO]),
    ],
)
def test_others_are_kept_of_nobody(
    authors: list[Author], places: list[Affiliation]
) -> None:
    values = RecordValues(title="A", authors=authors, affiliations=places)
    assert _read(values)[1].authors == (*authors, Author("", tuple(places)))


def test_what_names_nobody_is_no_author() -> None:
    names = ["Lee, Ann et al.", "Anonymous", "[No author name available]", ":"]
    values = RecordValues(title="A", authors=[Author(name) for name in names])
    assert [author.name for author in _read(values)[1].authors] == ["Lee, Ann"]


@pytest.mark.parametrize(
    ("title", "subtitle", "whole"),
    [("A", "B", "A: B"), ("A", "", "A"), ("", "B", ""), ("", "", "")],
)
def test_a_subtitle_stands_behind_a_title(
    title: str, subtitle: str, whole: str
) -> None:
    assert with_subtitle(title, subtitle) == whole
