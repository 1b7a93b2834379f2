"""Authors as a record states them: people, groups, and what is theirs."""

import pytest

from kg.records import Affiliation, Author
from kg.sources.records.stated_authors import stated_authors


def test_several_people_in_one_place_share_its_affiliations():
    place = (Affiliation("Hill College"),)
    first, second = stated_authors([Author("Rosa Lind & Ivo Marsh", place)])
    assert (first.name, second.name) == ("Rosa Lind", "Ivo Marsh")
    assert first.affiliations == second.affiliations == place


def test_an_orcid_within_a_name_is_the_author_s():
    (author,) = stated_authors([Author("Rosa Lind 0000-0002-1825-0097")])
    assert (author.name, author.orcid) == ("Rosa Lind", "0000-0002-1825-0097")


def test_an_orcid_of_two_is_nobody_s():
    found = list(
        stated_authors([Author("A. Lind & B. Marsh", orcid="0000-0002-1825-0097")])
    )
    assert [author.orcid for author in found] == [None, None]


@pytest.mark.parametrize(
    "name",
    ["Hill University", "Board on Salt", "Mills &amp; Sons Inc.", "UNESCO", "山川大学"],
)
def test_groups_are_marked(name):
    (author,) = stated_authors([Author(name)])
    assert author.is_group


def test_people_are_no_groups_and_placeholders_nobody():
    found = list(stated_authors([Author("M&uuml;ller, Eva"), Author("Anonymous")]))
    assert found == [Author("Müller, Eva")]


def test_a_number_shows_that_fields_are_shifted():
    found = list(stated_authors([Author("2001"), Author("12 others"), Author(":")]))
    assert found == [Author("2001")]
