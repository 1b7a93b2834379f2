import pytest

from kg.extraction.author_marks import (
    link_affiliation_sections,
    link_author_section,
)
from kg.records import Document, Mention, Section


def _mentions(text, kind, names):
    return [
        Mention(text.index(name), text.index(name) + len(name), kind, name, name)
        for name in names
    ]


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("Jane Doe^1, John Roe^{1,2}\n1 MIT 2 EPFL",
         {("Jane Doe", "MIT"), ("John Roe", "MIT"), ("John Roe", "EPFL")}),
        ("Jane Doe¹, John Roe²\n¹ MIT\n² EPFL", {("Jane Doe", "MIT"), ("John Roe", "EPFL")}),
        ("Jane Doe[a], John Roe[b]\n[a] MIT, [b] EPFL",
         {("Jane Doe", "MIT"), ("John Roe", "EPFL")}),
        ("Jane Doe (MIT), John Roe (EPFL)", {("Jane Doe", "MIT"), ("John Roe", "EPFL")}),
        ("Jane Doe, John Roe\nMIT", {("Jane Doe", "MIT"), ("John Roe", "MIT")}),
        ("Jane Doe, MIT; John Roe, EPFL", {("Jane Doe", "MIT"), ("John Roe", "EPFL")}),
        ("MIT\nJane Doe, John Roe", set()),
    ],
)  # fmt: skip
def test_people_and_their_places(text, pairs):
    people = _mentions(text, "person", ["Jane Doe", "John Roe"])
    places = _mentions(text, "institution", [n for n in ("MIT", "EPFL") if n in text])
    found = link_author_section(text, people, places)
    assert {(person.name, place.name) for person, place in found} == pairs


def test_without_people_or_places_there_is_nothing_to_link():
    text = "Jane Doe (MIT)"
    people = _mentions(text, "person", ["Jane Doe"])
    assert link_author_section(text, people, []) == []
    assert link_author_section(text, [], _mentions(text, "institution", ["MIT"])) == []


@pytest.mark.parametrize(
    ("people", "places", "pairs"),
    [
        (["Jane Doe"], ["MIT"], {("Jane Doe", "MIT")}),
        (["Jane Doe"], ["MIT", "EPFL"], {("Jane Doe", "MIT"), ("Jane Doe", "EPFL")}),
        (["Jane Doe", "John Roe"], ["MIT"], {("Jane Doe", "MIT"), ("John Roe", "MIT")}),
        (["Jane Doe", "John Roe"], ["MIT", "EPFL"],
         {("Jane Doe", "MIT"), ("John Roe", "EPFL")}),
        (["Jane Doe", "John Roe"], ["MIT", "EPFL", "ENS"], set()),
        ([], ["MIT"], set()),
    ],
)  # fmt: skip
def test_affiliations_in_a_section_of_their_own(people, places, pairs):
    names, where = ", ".join(people), "; ".join(places)
    text = f"{names}\n{where}\nOf Oslo University and Ann Lee."
    start = len(names) + 1
    sections = [Section(0, len(names), "authors")]
    sections += [Section(start, start + len(where), "affiliation")]
    document = Document("", "x", text, tuple(sections))
    found = link_affiliation_sections(
        document,
        _mentions(text, "person", [*people, "Ann Lee"]),
        _mentions(text, "institution", [*places, "Oslo University"]),
    )
    assert {(person.name, place.name) for person, place in found} == pairs


@pytest.mark.parametrize(
    ("lines", "pairs"),
    [
        (["Jane Doe¹ and John Roe¹,²", "¹ |MIT|", "² |EPFL|"],
         {("Jane Doe", "MIT"), ("John Roe", "MIT"), ("John Roe", "EPFL")}),
        (["Jane Doe (a), John Roe (b)", "(a) |MIT|", "(b) |EPFL|"],
         {("Jane Doe", "MIT"), ("John Roe", "EPFL")}),
        (["Jane Doe, John Roe", "|MIT|"], {("Jane Doe", "MIT"), ("John Roe", "MIT")}),
        (["Jane Doe", "|MIT|", "John Roe", "|EPFL|"],
         {("Jane Doe", "MIT"), ("John Roe", "EPFL")}),
        (["Jane Doe, John Roe", "|EPFL, MIT, USA|"],
         {(p, i) for p in ("Jane Doe", "John Roe") for i in ("MIT", "EPFL")}),
        (["Jane Doe*, John Roe", "|MIT|", "|EPFL|"],
         {("Jane Doe", "MIT"), ("John Roe", "EPFL")}),
    ],
)  # fmt: skip
def test_addresses_below_names(lines, pairs):
    text, sections = "", []
    for line in lines:
        parts = line.split("|")
        start = len(text) + len(parts[0])
        if len(parts) == 3:
            sections.append(Section(start, start + len(parts[1]), "affiliation"))
        else:
            sections.append(Section(len(text), len(text) + len(line), "authors"))
        text += "".join(parts) + "\n"
    places = sorted(["MIT", "EPFL"], key=text.find)
    found = link_affiliation_sections(
        Document("", "x", text, tuple(sections)),
        _mentions(text, "person", ["Jane Doe", "John Roe"]),
        _mentions(text, "institution", [name for name in places if name in text]),
    )
    assert {(person.name, place.name) for person, place in found} == pairs
