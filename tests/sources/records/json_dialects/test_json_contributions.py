import pytest

from kg.sources.records.json_dialects.json_contributions import contributions_of

A, B = {"title": "On wind"}, {"title": "On water"}


@pytest.mark.parametrize(
    ("event", "talks"),
    [
        ({"contributions": [A, B]}, [A, B]),
        ({"contributions": [A], "sessions": [{"contributions": [B]}, None]}, [A, B]),
        ({"entryType": "Session", "entries": {"c1": A, "c2": B}}, [A, B]),
        ({"entries": [A, B]}, []),
        ({"contributions": [{"role": "writing"}, "text"]}, []),
        ({"sessions": 7, "contributions": 8}, []),
    ],
)
def test_talks_are_those_of_an_event_and_its_sessions(event, talks):
    found = contributions_of({"title": "Mill days", **event})
    assert [{k: v for k, v in each.items() if k != "event"} for each in found] == talks
    assert all(each["event"]["title"] == "Mill days" for each in found)
