import pytest

from kg.resolution.works.work_identifiers import identifier


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10.1000/ABC.1", "doi:10.1000/abc.1"),
        ("https://doi.org/10.1000/abc.1 ", "doi:10.1000/abc.1"),
        ("doi: 10.1000/abc.1.", "doi:10.1000/abc.1"),
        ("10.48550/arXiv.2101.00001", "arxiv:2101.00001"),
        ("arXiv:2101.00001v3", "arxiv:2101.00001"),
        ("https://arxiv.org/abs/2101.00001v1", "arxiv:2101.00001"),
        ("https://arxiv.org/pdf/2101.00001", "arxiv:2101.00001"),
        ("arXiv:math.PR/0309136", "arxiv:math.pr/0309136"),
        ("2101.00001", "arxiv:2101.00001"),
        ("https://www.example.org/paper/", "url:example.org/paper"),
        ("record-17", None),
        ("17", None),
        ("", None),
        (None, None),
    ],
)
def test_identifiers_have_one_form(text, expected):
    assert identifier(text) == expected
