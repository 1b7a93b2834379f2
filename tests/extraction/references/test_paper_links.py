import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extraction.references.paper_links import find_identifiers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("see arXiv:2101.00001v2.", [("arXiv:2101.00001v2", "arXiv:2101.00001")]),
        ("arXiv preprint arXiv:2101.00001 [math.AG]",
         [("arXiv preprint arXiv:2101.00001 [math.AG]", "arXiv:2101.00001")]),
        ("arXiv:math.PR/0309136", [("arXiv:math.PR/0309136", "arXiv:math.PR/0309136")]),
        ("(https://arxiv.org/abs/2101.00001)",
         [("https://arxiv.org/abs/2101.00001", "arXiv:2101.00001")]),
        ("https://arxiv.org/pdf/2101.00001v3.pdf",
         [("https://arxiv.org/pdf/2101.00001v3.pdf", "arXiv:2101.00001")]),
        ("doi: 10.1000/abc(1).", [("doi: 10.1000/abc(1)", "https://doi.org/10.1000/abc(1)")]),
        ("10.48550/arXiv.2101.00001", [("10.48550/arXiv.2101.00001", "arXiv:2101.00001")]),
        ("https://example.org/a.pdf", [("https://example.org/a.pdf",) * 2]),
        ("based on 2101.00001", [("2101.00001", "arXiv:2101.00001")]),
        ("https://a.org/x.pdfhttps://b.org/y.pdf",
         [("https://a.org/x.pdf",) * 2, ("https://b.org/y.pdf",) * 2]),
        # no papers
        ("https://github.com/ana/trees", []),
        ("https://github.com/ana/2101.00001", []),
        ("costs 2101.00001 dollars", []),
        ("a factor of 1999.12345", []),
        ("", []),
    ],
)  # fmt: skip
def test_what_names_papers_is_found(text, expected):
    found = find_identifiers(text, 0, len(text))
    assert [(text[i.start : i.end], i.id) for i in found] == expected


@given(st.text(alphabet="arXiv:.10/ 2345doihtps()[],", max_size=80))
def test_places_are_in_order_and_lie_within(text):
    found = find_identifiers(text, 0, len(text))
    bounds = [place for each in found for place in (each.start, each.end)]
    assert bounds == sorted(bounds)
    assert all(each.id and each.start < each.end for each in found)
