import pytest

from kg.sources.records.json_dialects.near_people import (
    affiliations_by_author,
    own_author,
)


@pytest.mark.parametrize(
    ("item", "own"),
    [
        ("Ann Lee", "Ann Lee"),
        ({"name": "Ann Lee"}, {"name": "Ann Lee"}),
        ({"first": "Ann", "last": "Lee"}, {"name": "Lee, Ann"}),
        ({"name": {"given": "Ann", "family": "Lee"}}, {"name": "Lee, Ann"}),
        ({"name": "Ann Lee", "institution": "Mill", "email": "x"},
         {"name": "Ann Lee", "email": "x", "affiliations": [{"raw": "Mill"}]}),
        ({"name": "Ann Lee", "orcid_id": "0000-0002-1825-0097"},
         {"name": "Ann Lee", "orcid": "0000-0002-1825-0097"}),
        ({"name": "Ann Lee", "affiliations": [{"display_name": "Mill", "country": "UK"}]},
         {"name": "Ann Lee", "affiliations": [{"raw": "Mill", "country": "GB"}]}),
        (["Lee", "Ann", ""], "Lee, Ann"),
        (["Anna", "Ruiz"], "Anna Ruiz"),
        ({"name": "Ann Lee", "orcid": ["0000-0002-1825-0097"]},
         {"name": "Ann Lee", "orcid": "0000-0002-1825-0097"}),
        (["Lee", 7], ["Lee", 7]),
        ({"email": "x"}, {"email": "x"}),
        (None, None),
    ],
)  # fmt: skip
def test_an_author_in_any_form_is_written_in_ours(item, own):
    assert own_author(item, []) == own


@pytest.mark.parametrize(
    ("authors", "affiliations", "by_author"),
    [
        (["Ann Lee", "Bo Chu"], "Mill", ["Mill", "Mill"]),
        (["Ann Lee", "Bo Chu"], "Mill; Yard", ["Mill", "Yard"]),
        (["Ann Lee", "Bo Chu"], ["Mill", None], ["Mill", None]),
        ("Ann Lee; Bo Chu", ["Mill"], ["Mill", "Mill"]),
        (["Ann Lee"], ["Mill", "Yard"], [["Mill", "Yard"]]),
        (["Ann Lee", "Bo Chu"], ["A", "B", "C"], ["A", "B", "C"]),
        (None, "Mill", "Mill"),
    ],
)
def test_affiliations_are_those_of_each_author_where_that_can_be_told(
    authors, affiliations, by_author
):
    record = {"authors": authors, "affiliations": affiliations}
    assert affiliations_by_author(record) == by_author
