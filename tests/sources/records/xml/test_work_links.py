"""Links of works."""

import pytest

from kg.sources.records.xml.work_links import best_doi, first_arxiv


@pytest.mark.parametrize(
    ("links", "doi"),
    [
        ([], ""),
        (["https://x.org"], ""),
        (["https://arxiv.org/abs/2101.00001"], "10.48550/arxiv.2101.00001"),
        (["10.48550/arXiv.2101.00001", "doi:10.5555/B", "10.5555/c"], "10.5555/b"),
    ],
)
def test_the_best_of_several_dois(links, doi):
    assert best_doi(links) == doi


def test_an_arxiv_number_is_named_as_one():
    assert first_arxiv(["2101.00001", "oai:arXiv.org:2101.00002v3"]) == [
        ("arxiv", "2101.00002")
    ]
    assert first_arxiv(["12.345"]) == []
