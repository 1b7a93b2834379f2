import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extraction.references.splitting import split_references


@pytest.mark.parametrize(
    ("text", "entries"),
    [
        ("References:\n[1] A. Li. Trees.\n[2] B. Roe. Words.",
         ["A. Li. Trees.", "B. Roe. Words."]),
        ("[1] A. Li. Trees. [2] B. Roe. Words.", ["A. Li. Trees. ", " B. Roe. Words."]),
        ("1. A. Li. Trees\n   of words.\n2. B. Roe. Words.",
         ["A. Li. Trees\n   of words.", "B. Roe. Words."]),
        ("• A. Li. Trees.\n• B. Roe. Words.", ["A. Li. Trees.", "B. Roe. Words."]),
        ("A. Li. Trees.\nB. Roe. Words.", ["A. Li. Trees.", "B. Roe. Words."]),
        ("A. Li. Trees of many words.\nhttps://arxiv.org/abs/2101.00001",
         ["A. Li. Trees of many words.\nhttps://arxiv.org/abs/2101.00001"]),
        ("https://a.org/x.pdf https://b.org/y.pdf",
         ["https://a.org/x.pdf ", "https://b.org/y.pdf"]),
        ("References:", []),
        ("", []),
    ],
)  # fmt: skip
def test_where_entries_begin_and_end(text, entries):
    found = split_references(text, 0, len(text))
    assert [text[a:b] for a, b in found] == entries


@given(st.text(alphabet="[1] A.Li\n2.•htps:/org", max_size=60))
def test_entries_are_in_order(text):
    bounds = [place for span in split_references(text, 0, len(text)) for place in span]
    assert bounds == sorted(bounds)
