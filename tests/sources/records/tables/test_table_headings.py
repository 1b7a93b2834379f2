import pytest

from kg.datafiles import table
from kg.sources.records.tables.table_dialects import DIALECTS
from kg.sources.records.tables.table_headings import heading_key, roles_of


@pytest.mark.parametrize("row", table("sources/column_headings"), ids=str)
def test_every_heading_of_the_table_has_its_role(row):
    assert row["role"] in [role for role, _ in roles_of(heading_key(row["heading"]))]


def test_no_heading_stands_twice():
    keys = [heading_key(row["heading"]) for row in table("sources/column_headings")]
    assert len(set(keys)) == len(keys)


def test_headings_are_compared_by_their_letters():
    assert {heading_key(name) for name in ("Author(s)", "author_s", "AuthorS")} == {
        "authors"
    }
    assert heading_key("Résumé") == heading_key("RESUME")


def test_a_vendor_s_own_heading_comes_first():
    assert [role for role, _ in roles_of("id", "Web of Science, two letters")] == [
        "subject:keywords plus"
    ]
    assert [role for role, _ in roles_of("id")] == ["key"]


@pytest.mark.parametrize("dialect", DIALECTS, ids=lambda dialect: dialect.name)
def test_of_a_dialect_each_heading_is_read_by_it(dialect):
    for role, headings in dialect.roles.items():
        for heading in headings:
            found = roles_of(heading_key(heading), dialect.name)
            assert role in [each for each, _ in found]


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Title of the paper", "title"),
        ("Submission title (final)", None),
        ("Short title", None),
        ("Abstract (English)", "abstract"),
        ("List of all authors", "authors"),
        ("Corresponding authors", None),
        ("Number of authors", None),
        ("Affiliation of speaker", "affiliations"),
        ("Countries of authors", None),
        ("Colour", None),
    ],
)
def test_longer_headings_are_understood_if_they_are_of_the_work(heading, role):
    found = [each for each, rank in roles_of(heading_key(heading)) if rank > 1000]
    assert (found or [None])[-1] == role
