import pytest

from kg.sources.records.json_dialects.cited_works import cited_work


@pytest.mark.parametrize(
    ("item", "named"),
    [
        ("10.1/x", "10.1/x"),
        (123, "123"),
        ({"key": "b1", "DOI": "10.1/x", "unstructured": "Lee 1999"}, "10.1/x"),
        ({"key": "b1", "unstructured": "Lee 1999"}, "Lee 1999"),
        ({"reference": {"dois": ["10.1/x"], "label": "3"}, "record": {}}, "10.1/x"),
        ({"externalIds": {"ArXiv": "2101.00001"}, "title": "A"}, "2101.00001"),
        ({"authors": [{"name": "Ann Lee"}], "title": "On mills", "year": 1999},
         "Ann Lee. On mills. 1999"),
        ({"paperId": "abc"}, "abc"),
        ({"colour": "red"}, ""),
        (None, ""),
    ],
)  # fmt: skip
def test_a_cited_work_is_named_by_what_is_surest(item, named):
    assert cited_work(item) == named
