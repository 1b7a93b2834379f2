import pytest

from kg.extraction.references.quoted_titles import find_quoted_titles, read_details


def _found(text):
    return [
        (text[slice(*q.title)], [text[slice(*a)] for a in q.authors], q.venue, q.year)
        for q in find_quoted_titles(text, 0, len(text))
    ]


@pytest.mark.parametrize(
    ("text", "works"),
    [
        ("In the paper “Trees of Words” we show",
         [("Trees of Words", [], None, None)]),
        ("See “Trees of Long Words” (COLT 2019) by A. Li and B. Roe.",
         [("Trees of Long Words", ["A. Li", "B. Roe"], "COLT", 2019)]),
        ("the article “Trees of Words” by A. Li (COLT 2019)",
         [("Trees of Words", ["A. Li"], "COLT", 2019)]),
        ("as we argued in “Seeing Many Trees Among Words”",
         [("Seeing Many Trees Among Words", [], None, None)]),
        # quotes hold much else
        ("the so-called “trees of words” grow", []),
        ("in the workshop “Trees of Words”", []),
        ("He said “we are done here”.", []),
        ("a paper “Trees”", []),
    ],
)  # fmt: skip
def test_works_named_by_their_titles(text, works):
    assert _found(text) == works


@pytest.mark.parametrize(
    ("text", "details"),
    [
        (" (COLT 2019) by", ("COLT", 2019, 12)),
        (" [2019]", (None, 2019, 7)),
        (" (see below)", (None, None, 0)),
        ("", (None, None, 0)),
    ],
)
def test_venue_and_year_in_parentheses(text, details):
    assert read_details(text, 0, len(text)) == details
