import pytest

from kg.files.opening import open_data, open_text
from kg.records import Document, Remark
from kg.sources.readers import recognise
from kg.sources.records import ical

TEXT = "We ask how the mills of the north turn, and find that the wind turns them."


def event(*lines):
    return "\n".join(["BEGIN:VEVENT", *lines, "END:VEVENT"])


def calendar(*events, head=()):
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", *head, *events, "END:VCALENDAR"]
    return "\n".join(lines) + "\n"


def parse(text):
    items = list(ical.parse(open_text(text, name="x.ics")))
    return [i for i in items if isinstance(i, Document)], [
        i for i in items if isinstance(i, Remark)
    ]


# As a university's list of talks, a site of online seminars, a conference and a shared
# calendar export one and the same talk.
DIALECTS = {
    "talks": event(
        "UID:1@talks", "DTSTART;TZID=Europe/London:20220505T100000",
        "SUMMARY:On mills - Ann Lee (University of Oslo)", f"DESCRIPTION:{TEXT}",
    ),
    "seminars": event(
        "UID:abc", "DTSTART:20220505T100000Z", "SUMMARY:Ann Lee (University of Oslo)",
        "DESCRIPTION:Title: On mills\\nby Ann Lee (University of Oslo) as part of Mill",
        f"  seminar\\n\\nAbstract\\n{TEXT}\\n",
    ),
    "conference": event(
        "UID:7", "DTSTART:20220505T100000Z", "SUMMARY:On mills",
        f"DESCRIPTION:Speakers: Ann Lee (University of Oslo)\\n\\n{TEXT}\\n\\nhttps://x.org/7",
    ),
    "shared": event(
        "UID:9", "DTSTART;VALUE=DATE:20220505",
        "SUMMARY:Mill seminar: Ann Lee (University of Oslo)\\, \"On mills\"",
        f"X-ALT-DESC;FMTTYPE=text/html:<p>Abstract: {TEXT}</p>",
    ),
}  # fmt: skip


@pytest.mark.parametrize("dialect", DIALECTS)
def test_dialects_say_the_same_talk(dialect):
    ((document,), _) = parse(calendar(DIALECTS[dialect]))
    (author,) = document.authors
    assert document.text == f"On mills\n{TEXT}"
    assert (author.name, author.affiliations[0].raw) == (
        "Ann Lee",
        "University of Oslo",
    )
    assert (document.year, document.record_line) == (2022, 3)


def test_events_that_are_no_talks_are_counted():
    documents, remarks = parse(
        calendar(
            event("SUMMARY:Coffee"),
            event("SUMMARY:Lunch"),
            event("SUMMARY:Ann Lee: On mills", "STATUS:CANCELLED"),
            event("SUMMARY:CANCELLED: Bo Li: On wind"),
            event("SUMMARY:Bo Li: TBA"),
            event("SUMMARY:Bo Li: On rye"),
        )
    )
    assert [d.title for d in documents] == ["On rye"]
    assert [(r.line, r.reason[:10], r.lost) for r in remarks] == [
        (3, "2 events w", False),
        (9, "2 events c", False),
        (16, "1 event of", False),
    ]


def test_the_calendar_s_name_is_the_venue_where_there_is_no_other():
    head = ("X-WR-CALNAME:Mill talks",)
    ((first, second), _) = parse(
        calendar(event("SUMMARY:Bo Li: On rye"), DIALECTS["seminars"], head=head)
    )
    assert (first.venue, second.venue) == ("Mill talks", "Mill seminar")


def test_what_is_not_read_is_named():
    _, remarks = parse(
        calendar(
            "BEGIN:VTODO\nEND:VTODO", event("SUMMARY:Bo Li: On rye", "LOCATION:Room 1")
        )
    )
    assert [r.reason for r in remarks] == [
        "VTODO: no event, not read",
        'fields that are not read: "LOCATION" (1 record)',
    ]


def test_a_place_of_its_own_is_the_speaker_s():
    text = "DESCRIPTION:Speaker: Bo Li\\nAffiliation: MIT\\nTitle: On rye"
    ((document,), _) = parse(calendar(event("SUMMARY:Mills", text)))
    assert document.authors[0].affiliations[0].raw == "MIT"


@pytest.mark.parametrize("cut", range(20, 220, 20))
def test_a_calendar_that_is_cut_gives_what_stands_before(cut):
    text = calendar(DIALECTS["talks"])[:cut]
    documents, remarks = parse(text)
    assert len(documents) + len(remarks) >= ("BEGIN:VEVENT" in text)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "latin-1"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_calendars_in_other_encodings_and_line_ends(encoding, end):
    text = calendar(event("SUMMARY:Zoë Müller (Zürich): On mills")).replace("\n", end)
    file = open_data(text.encode(encoding), name="x.ics")
    assert recognise(file.head()) == "ical"
    (document,) = ical.parse(file)
    assert document.authors[0].name == "Zoë Müller"
