import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.text.identifiers import (
    canonical_identifier,
    find_doi,
    parse_arxiv,
    parse_doi,
    trim_link,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10.1000/ABC.1", "doi:10.1000/abc.1"),
        ("https://doi.org/10.1000/abc.1 ", "doi:10.1000/abc.1"),
        ("doi: 10.1000/abc.1.", "doi:10.1000/abc.1"),
        ("10.1000/abc(1)", "doi:10.1000/abc(1)"),
        ("10.48550/arXiv.2101.00001", "arxiv:2101.00001"),
        ("arXiv:2101.00001v3", "arxiv:2101.00001"),
        ("arXiv preprint 2101.00001", "arxiv:2101.00001"),
        ("https://arxiv.org/abs/2101.00001v1", "arxiv:2101.00001"),
        ("https://arxiv.org/pdf/2101.00001", "arxiv:2101.00001"),
        ("arXiv:math.PR/0309136", "arxiv:math.pr/0309136"),
        ("2101.00001", "arxiv:2101.00001"),
        ("https://www.example.org/paper/", "url:example.org/paper"),
        ("http://example.org/paper#top", "url:example.org/paper"),
        ("record-17", None),
        ("17", None),
        ("", None),
        (None, None),
    ],
)
def test_identifiers_have_one_form(text, expected):
    assert canonical_identifier(text) == expected


@pytest.mark.parametrize(
    ("value", "doi"),
    [
        ("10.1000/ABC", "10.1000/abc"),
        ("doi:10.1000/x", "10.1000/x"),
        ("https://dx.doi.org/10.1000%2Fx", "10.1000/x"),
        ("10.1002/(SICI)1097(19980815)17:15<1661::A>3.0.CO;2-2",
         "10.1002/(sici)1097(19980815)17:15<1661::a>3.0.co;2-2"),
        ("arXiv:1901.00001", "10.48550/arxiv.1901.00001"),
        ("https://arxiv.org/pdf/1901.00001v2.pdf", "10.48550/arxiv.1901.00001"),
        ("see 10.1000/x", None),
        ("1901.00001", None),
        ("elsewhere", None),
        ("", None),
    ],
)  # fmt: skip
def test_a_doi_is_brought_to_its_bare_form(value, doi):
    assert parse_doi(value) == doi


@pytest.mark.parametrize(
    ("value", "number"),
    [
        ("arXiv:2101.00001", "2101.00001"),
        ("arxiv.org/abs/hep-th/9901001", "hep-th/9901001"),
        ("0901.1234v2", "0901.1234"),
        ("2101.000012", None),
        ("in 2101.00001 others", None),
        ("arXiv", None),
    ],
)
def test_an_arxiv_number_is_read(value, number):
    assert parse_arxiv(value) == number


@pytest.mark.parametrize(
    ("link", "trimmed"),
    [
        ("https://example.org/a.", "https://example.org/a"),
        ("https://example.org/a).", "https://example.org/a"),
        ("https://example.org/a_(b)", "https://example.org/a_(b)"),
        ("https://example.org/[a]],", "https://example.org/[a]"),
        ("...", ""),
    ],
)
def test_a_link_is_trimmed_of_its_sentence(link, trimmed):
    assert trim_link(link) == trimmed


@given(st.from_regex(r"10\.\d{4,9}/[a-z0-9][a-z0-9./()-]{0,20}", fullmatch=True))
def test_the_canonical_form_of_a_doi_is_that_of_its_link(doi):
    bare = canonical_identifier(doi)
    assert canonical_identifier(f"https://doi.org/{doi}") == bare
    assert canonical_identifier(bare) == bare


@pytest.mark.parametrize(
    ("text", "doi"),
    [
        ("DOI: 10.5555/Mills.1; see below", "10.5555/mills.1"),
        ("10.5555/mills.1 [doi]", "10.5555/mills.1"),
        ("http://x.example/doi/10.5555/mills.1", "10.5555/mills.1"),
        ("https://arxiv.org/abs/2101.00001v2", "10.48550/arxiv.2101.00001"),
        ("10 mills", None),
        ("http://x.example", None),
        ("", None),
    ],
)
def test_a_doi_is_found_among_other_words(text, doi):
    assert find_doi(text) == doi
