import pytest

from kg.records import Author, Document
from kg.resolution.works.short_references import read_short_reference, short_keys


def document(name="Ada Holm", venue="Journal of Field Ecology", year=2003):
    return Document("d", "s", "", (), authors=(Author(name),), venue=venue, year=year)


@pytest.mark.parametrize(
    ("reference", "name", "venue"),
    [
        ("HOLM A, 2003, J FIELD ECOL, V4, P37", "Ada Holm", "Journal of Field Ecology"),
        ("Holm AB, 2003, J FIELD ECOL", "Holm, Ada B.", "Journal of Field Ecology"),
        ("HOLM A, 2003, NATURE, V421", "Ada Holm", "Nature"),
        (
            "VAN DIJK J, 2003, P NATL ACAD SCI USA, V100",
            "Jan van Dijk",
            "Proceedings of the National Academy of Sciences of the United States",
        ),
    ],
)
def test_a_cut_reference_and_a_record_have_one_key(reference, name, venue):
    (key,) = read_short_reference(reference)
    assert [key] == list(short_keys(document(name, venue)))


@pytest.mark.parametrize(
    "reference",
    [
        "HOLM A, 2004, J FIELD ECOL",
        "HOLM B, 2003, J FIELD ECOL",
        "HOLM A, 2003, ECOL LETT",
        "*WORLD MILL ORG, 2003, J FIELD ECOL",
        "[ANONYMOUS], 2003, J FIELD ECOL",
        "A. Holm. On lichen. Journal of Field Ecology, 2003.",
        "10.5555/abc",
        "",
    ],
)
def test_other_references_have_another_key_or_none(reference):
    assert not set(read_short_reference(reference)) & set(short_keys(document()))


def test_a_record_without_journal_or_year_has_no_key():
    assert not list(short_keys(document(venue=None)))
    assert not list(short_keys(document(year=None)))
