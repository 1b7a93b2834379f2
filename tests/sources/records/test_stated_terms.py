"""Keywords and headings are terms, one each, without the signs of lists and indexes."""

import pytest

from kg.records import SubjectHeading
from kg.sources.records.stated_terms import (
    is_check_tag,
    stated_keywords,
    stated_subjects,
)


@pytest.mark.parametrize(
    ("values", "keywords"),
    [
        (["rye", "soil"], ("rye", "soil")),
        (["rye; soil"], ("rye", "soil")),
        (["Keywords: rye; soil."], ("rye", "soil")),
        (["rye · soil • bread"], ("rye", "soil", "bread")),
        (["rye, soil, bread, wind"], ("rye", "soil", "bread", "wind")),
        (["trees, rooted"], ("trees, rooted",)),
        (["rye；soil"], ("rye", "soil")),
        (["Rye", "rye", "n/a", ""], ("Rye",)),
        (["<i>E. coli</i> &amp; co"], ("E. coli & co",)),
        (["x" * 200], ()),
    ],
)
def test_keywords(values, keywords):
    assert stated_keywords(values) == keywords


@pytest.mark.parametrize(
    ("heading", "subject"),
    [
        (("mesh", "*Rye"), ("mesh", "Rye", 1.0)),
        (("mesh", "Rye/*growth & development"), ("mesh", "Rye", 1.0)),
        (("MeSH", "Rye / genetics"), ("MeSH", "Rye", None)),
        (("mesh", "Bread, Dark"), ("mesh", "Dark Bread", None)),
        (("mesh", "Input/Output"), ("mesh", "Input/Output", None)),
        (
            ("concept", "Client/server model", 0.3),
            ("concept", "Client/server model", 0.3),
        ),
    ],
)
def test_headings_lose_the_signs_of_their_index(heading, subject):
    assert stated_subjects([SubjectHeading(*heading)]) == (SubjectHeading(*subject),)


def test_of_a_term_that_comes_twice_the_surer_heading_stays():
    twice = [SubjectHeading("mesh", "Rye"), SubjectHeading("mesh", "*Rye/genetics")]
    assert stated_subjects(twice) == (SubjectHeading("mesh", "Rye", 1.0),)


def test_check_tags_are_no_subjects():
    assert is_check_tag("Humans")
    assert not is_check_tag("Human Rights")
    tags = [
        SubjectHeading("mesh", "Humans"),
        SubjectHeading("concept", "Computer science"),
    ]
    assert stated_subjects(tags) == ()
