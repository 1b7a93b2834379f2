import pytest

from kg.sources.records.calendar.descriptions import lines_of, read_description

TEXT = "We ask how the mills of the north turn, and find that the wind turns them."


@pytest.mark.parametrize(
    "text",
    [
        f"Title: On mills\nSpeaker: Ann Lee\nAffiliation: Oslo\nAbstract: {TEXT}",
        "Speaker: Ann Lee\nAffiliation: Oslo\n\nTitle: On mills\n\nAbstract\n"
        f"{TEXT}\n\nhttps://x.org",
        "<b>Title:</b> On mills<br><b>Speaker:</b> Ann Lee<br>Affiliation: Oslo"
        f"<p>Abstract: {TEXT}</p>",
        f"Titel: On mills\nReferent: Ann Lee\nInstitut: Oslo\n\nZusammenfassung: {TEXT}",
        f"Affiliation: Oslo\nTitle: On mills\nby Ann Lee as part of Mills\n\nAbstract\n{TEXT}",
    ],
)  # fmt: skip
def test_labels_say_what_is_what(text):
    found = read_description(text)
    assert (found.title, found.speakers, found.affiliation, found.abstract) == (
        "On mills",
        "Ann Lee",
        "Oslo",
        TEXT,
    )


@pytest.mark.parametrize(
    ("text", "abstract"),
    [
        (TEXT, TEXT),
        (f"{TEXT}\n\nZoom: https://x.org/1\nPasscode: 123", TEXT),
        (f"Join us on Zoom\n{TEXT}\n{TEXT}", f"{TEXT} {TEXT}"),
        ("https://x.org", ""),
        ("Abstract: TBA", ""),
        ("", ""),
    ],
)
def test_a_text_without_labels_is_the_abstract_and_how_to_get_in_is_not(text, abstract):
    assert read_description(text).abstract == abstract


def test_a_series_stands_behind_the_speaker():
    assert read_description("by Ann Lee (Oslo) as part of Mills").series == "Mills"


def test_lines_of_a_text_without_tags_are_its_own():
    assert lines_of("a < b\nc") == ["a < b", "c"]
