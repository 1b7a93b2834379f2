import pytest

from kg.extraction.people.proposals import is_organisation, proposed_people
from kg.records import Document, Mention, Section


def _proposed(text, name, *, kind="body"):
    document = Document("d", "a.txt", text, (Section(0, len(text), kind),))
    start = text.index(name)
    mention = Mention(start, start + len(name), "person", name, name, score=0.8)
    return [(text[a:b], role) for a, b, role, _ in proposed_people(document, [mention])]


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("We thank Jan Kowalski for it.", "Jan Kowalski", "mentioned"),
        ("Kowalski proved it.", "Kowalski", "cited"),
        ("Kowalski's proof is short.", "Kowalski", "cited"),
    ],
)
def test_names_where_people_stand(text, name, role):
    assert _proposed(text, name) == [(name, role)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("We live in Jan Kowalski now.", "Jan Kowalski"),
        ("We present Jan Kowalski, a tool.", "Jan Kowalski"),
        ("platforms like Yik Yak are", "Yik Yak"),
        ("We tested Zyxel Phones and others.", "Zyxel Phones"),
        ("It was Catastrophic Fisher Explosion.", "Catastrophic Fisher Explosion"),
        ("a PhD from Jan Kowalski", "Jan Kowalski"),
        ("the Kowalski kernel is", "Kowalski"),
        ("Life Cycle Thinking (LCT) is", "Life Cycle Thinking"),
        ("We visit Stanford University.", "Stanford University"),
        ("We prove it. So", "it. So"),
    ],
)
def test_names_where_things_and_places_stand(text, name):
    assert _proposed(text, name) == []


def test_what_a_rule_has_read_already_is_left_alone():
    assert _proposed("Jan Kowalski proved it.", "Jan Kowalski", kind="authors") == []


def test_other_kinds_and_other_fields_are_left_alone():
    text = "We thank Jan Kowalski."
    document = Document("d", "a.txt", text, (Section(0, len(text), "body"),))
    place = Mention(9, 21, "institution", "Jan Kowalski", "Jan Kowalski")
    field = Mention(9, 21, "person", "Jan Kowalski", "Jan Kowalski", field="authors.0")
    assert list(proposed_people(document, [place, field])) == []


@pytest.mark.parametrize("name", ["University of Oslo", "MIT", "Germany"])
def test_organisations_and_places(name):
    assert is_organisation(name)


def test_a_person_is_no_organisation():
    assert not is_organisation("Jan Kowalski")
