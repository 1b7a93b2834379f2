import pytest

from kg.sources.records.calendar.speakers import names_speakers, read_speakers


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Ann Lee", [("Ann Lee", "")]),
        ("Prof. Ann Lee (ETH Zürich)", [("Ann Lee", "ETH Zürich")]),
        ("Ann Lee, University of Oslo", [("Ann Lee", "University of Oslo")]),
        ("Ann Lee, MIT", [("Ann Lee", "MIT")]),
        ("Ann Lee (Oslo) and Bo Li (MIT)", [("Ann Lee", "Oslo"), ("Bo Li", "MIT")]),
        (
            "Ann Lee, Bo Li and Cara Mum",
            [("Ann Lee", ""), ("Bo Li", ""), ("Cara Mum", "")],
        ),
        ("Ann Lee - Oslo", [("Ann Lee", "Oslo")]),
    ],
)
def test_speakers_have_the_places_beside_them(text, people):
    assert names_speakers(text)
    found = read_speakers(text)
    assert [(a.name, "".join(p.raw for p in a.affiliations)) for a in found] == people


@pytest.mark.parametrize(
    "text",
    ["Coffee break", "Opening Remarks", "Graph theory", "Welcome Reception", "", "TBA"],
)
def test_what_programmes_have_between_talks_is_nobody(text):
    assert not names_speakers(text)
