import pytest

from kg.sources.records.record_ids import (
    parse_orcid,
    parse_ror,
    parse_unchecked_orcid,
    parse_work_id,
)


@pytest.mark.parametrize(
    ("value", "orcid"),
    [
        ("0000-0002-1825-0097", "0000-0002-1825-0097"),
        ("https://orcid.org/0000-0002-1694-233x", "0000-0002-1694-233X"),
        ("ORCID: 0000000218250097", "0000-0002-1825-0097"),
        ("0009-0001-5055-9262", "0009-0001-5055-9262"),
        ("0000-0001-5000-0007", "0000-0001-5000-0007"),
        ("0000-0003-5000-0001", "0000-0003-5000-0001"),
        ("0000-0000-0000-0001", None),  # what forms show; no one's
        ("0000-0001-2345-6789", None),  # the same, by its right check digit
        ("0000-0003-5000-001X", None),
        ("0000-0001-4999-9990", None),
        ("0000-0002-1825-0079", None),  # two digits changed places
        ("0000-0002-1825-009", None),
        ("10000-0002-1825-0097", None),
        ("", None),
    ],
)
def test_an_orcid_is_checked(value, orcid):
    assert parse_orcid(value) == orcid


@pytest.mark.parametrize(
    ("value", "orcid"),
    [
        ("https://orcid.org/0000-0002-1825-0079", "0000-0002-1825-0079"),
        ("0000-0001-4999-9990", "0000-0001-4999-9990"),
        ("0000-0002-1825-0097", None),  # a right one
        ("0000-0000-0000-0001", None),
        ("0000-0001-2345-6789", None),
        ("1234-5678-9012-3456", None),
        ("Lee", None),
    ],
)
def test_what_has_the_form_of_an_orcid_is_known_from_examples(value, orcid):
    assert parse_unchecked_orcid(value) == orcid


@pytest.mark.parametrize(
    ("value", "ror"),
    [
        ("05dxps055", "05dxps055"),
        ("https://ror.org/042nb2s44", "042nb2s44"),
        ("05DXPS055", "05dxps055"),
        ("05dxps054", None),
        ("grid.5801.c", None),
    ],
)
def test_a_ror_id_is_checked(value, ror):
    assert parse_ror(value) == ror


@pytest.mark.parametrize(
    ("scheme", "value", "expected"),
    [
        ("pmid", "https://example.org/123/", "123"),
        ("pmid", "none", None),
        ("pmcid", "PMC123", "PMC123"),
        ("openalex", "https://example.org/w77", "W77"),
        ("arxiv", "arXiv:2101.00001v2", "2101.00001"),
        ("arxiv", "https://example.org/abs/math.AG/0601001", "math.ag/0601001"),
        ("arxiv", "math/0601001", "math/0601001"),
        ("acl", " P19-1001 ", "P19-1001"),
        ("acl", " ", None),
    ],
)
def test_ids_of_works_have_one_form(scheme, value, expected):
    assert parse_work_id(scheme, value) == expected
