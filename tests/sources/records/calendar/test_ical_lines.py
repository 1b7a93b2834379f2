import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.sources.records.calendar.ical_lines import Calendar, read_events


def events(text, calendar=None):
    return list(read_events(text.split("\n"), calendar or Calendar()))


def value(text):
    (event,) = events(f"BEGIN:VEVENT\n{text}\nEND:VEVENT")
    return next(iter(event.values.values()))[0]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("SUMMARY:On mills", "On mills"),
        ("summary:On mills\r", "On mills"),
        ("SUMMARY;LANGUAGE=en:On: mills; wind", "On: mills; wind"),
        ('SUMMARY;ALTREP="http://x.org:80/a;b":On mills', "On mills"),
        ("SUMMARY:On\n  mil\n\tls", "On mills"),
        ("SUMMARY:a\\, b\\; c\\nd\\\\ne", "a, b; c\nd\\ne"),
        ("SUMMARY;ENCODING=QUOTED-PRINTABLE:M=C3=BC=\nhlen", "Mühlen"),
    ],
)
def test_values_are_unfolded_and_their_escapes_read(text, read):
    assert value(text) == read


def test_events_have_their_lines_and_alarms_are_none_of_theirs():
    calendar = Calendar()
    found = events(
        "BEGIN:VCALENDAR\nX-WR-CALNAME:Mills\nBEGIN:VTODO\nSUMMARY:x\nEND:VTODO\n"
        "BEGIN:VEVENT\nSUMMARY:a\nBEGIN:VALARM\nSUMMARY:b\nEND:VALARM\nEND:VEVENT\n"
        "BEGIN:VEVENT\nSUMMARY:c\nEND:VEVENT\nEND:VCALENDAR",
        calendar,
    )
    assert [(e.line, e.values) for e in found] == [
        (6, {"SUMMARY": ["a"]}),
        (12, {"SUMMARY": ["c"]}),
    ]
    assert (calendar.name, calendar.unread) == ("Mills", {"VTODO": 3})


def test_an_event_without_its_end_is_told():
    found = events(
        "BEGIN:VEVENT\nSUMMARY:a\nBEGIN:VEVENT\nSUMMARY:b\nEND:VEVENT\nBEGIN:VEVENT"
    )
    assert [event.is_whole for event in found] == [False, True, False]


def test_the_first_value_that_is_filled_is_taken():
    (event,) = events("BEGIN:VEVENT\nA: \nB:x\nB:y\nEND:VEVENT")
    assert event.first("A", "B") == "x"
    assert event.first("C") == ""


@given(st.text(alphabet='BEGIN:VT;="\\ \n,nD', max_size=120))
def test_any_lines_are_read(text):
    found = events("BEGIN:VEVENT\n" + text)
    assert all(event.line >= 1 for event in found)


@pytest.mark.parametrize(
    "part", ["\n x", ';A="', ";A=b", "BEGIN:VALARM\n", "x=\n", "\\"]
)
def test_hostile_repetitions_are_read(part):
    assert len(events("BEGIN:VEVENT\nSUMMARY" + part * 200_000)) == 1
