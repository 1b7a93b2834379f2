"""Institutions: found where the text says so, under normal names, by kinds of page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extraction.passages import find_passages
from kg.institutions.find.find import find_institutions
from kg.institutions.ror.linker import AffiliationLinker
from kg.records import Affiliation, Author, Document, Mention, Section

LINKER = AffiliationLinker()

PEOPLE = ("Ada Holm", "Ben Okafor", "Chiara Rossi", "Deepa Rao")


def names_in(text: str, *, kind: str = "body") -> dict[str, str]:
    """Give the surfaces found in one body (or author section) with their names."""
    section = Section(0, len(text), kind)  # type: ignore[arg-type]
    document = Document("d", "s", text, (section,))
    people = [
        Mention(at, at + len(name), "person", name, name, "author")
        for name in PEOPLE
        if (at := text.find(name)) >= 0
    ]
    found = find_institutions(document, find_passages(document), people, linker=LINKER)
    assert all(text[m.start : m.end] == m.surface for m in found)
    return {m.surface: m.name for m in found}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We train on Caltech-101 and the Stanford parser's output.", set()),
        ("Google Translate and the IBM Model 1 are compared.", set()),
        ("Data from the Apple stock are used in Washington.", set()),
        ("A model of Cambridge traffic.", set()),
        ("A survey of the University of Lagos is analysed.", {"University of Lagos"}),
        ("The system developed at USC ranks second.", {"USC"}),
        ("A measure introduced by Anthropic is studied.", {"Anthropic"}),
        ("Joint work with Ben Okafor at UMass Amherst.", {"UMass Amherst"}),
        (
            "We thank the University of Lagos and the Open Maps Foundation.",
            {"University of Lagos"},
        ),
        (
            "The team sits at the University of Lagos and the Open Maps Foundation.",
            {"University of Lagos", "Open Maps Foundation"},
        ),
        ("Joint work with Ben Okafor from Oslo University.", {"Oslo University"}),
        (
            "I am a postdoc at Mila. I received my PhD from Cornell.",
            {"Mila", "Cornell"},
        ),
        ("The Department of Mathematics is large.", set()),
        ("We describe the College of Engineering.", set()),
        ("We prove a law of large numbers at the center of mass.", set()),
        ("Research Centers differ from a Hospital Domain.", set()),
        ("Faith in the Face of doubt is modelled.", set()),
        ("The Marine Research Agency (MRA) has funded the survey.", set()),
        ("The degree from Purdue and the postdoc at Rice count.", {"Purdue", "Rice"}),
    ],
)
def test_prose_names_an_institution_only_where_words_say_so(
    text: str, found: set[str]
) -> None:
    assert set(names_in(text)) == found


def test_a_biography_names_where_its_person_was_and_nobody_else_is_asked() -> None:
    text = (
        "We bound a rate at Purdue speed.\nBio: Ada Holm is a postdoc at Columbia. She"
        " met Ben Okafor in Washington and joined Ferrolite."
    )
    assert names_in(text) == {
        "Columbia": "Columbia University",
        "Ferrolite": "Ferrolite",
    }


def test_a_parenthesis_behind_a_person_names_what_no_table_has() -> None:
    text = "We bound a rate. This is joint work with Ada Holm (Lumen Robotics)."
    assert names_in(text) == {"Lumen Robotics": "Lumen Robotics"}


def test_an_institution_is_listed_under_its_first_surface_everywhere() -> None:
    text = (
        "We bound a rate.\nBio: Ada Holm is a postdoc at Georgia Tech. Before, she was"
        " a student at Georgia Tech. The Georgia Institute of Technology is in Atlanta."
    )
    assert names_in(text) == {"Georgia Tech": "Georgia Institute of Technology"}


def test_references_name_no_institution() -> None:
    text = (
        "We bound a rate.\nReferences:\n[1] A. Holm. Notes. University of Oslo, 2003."
    )
    assert names_in(text) == {}


def test_nothing_is_found_inside_a_persons_name() -> None:
    text = "Joint work with Chiara Rossi."
    person = Mention(16, 28, "person", "Chiara Rossi", "Chiara Rossi", "author")
    tagged = Mention(16, 22, "institution", "Chiara", "Chiara", score=0.9)
    document = Document("d", "s", text, (Section(0, len(text), "body"),))
    passages = find_passages(document)
    assert (
        find_institutions(document, passages, [person], [tagged], linker=LINKER) == []
    )


@pytest.mark.parametrize(
    ("text", "wrong", "found"),
    [
        ("Bio: Ada Holm is a postdoc at University of Kano.", "Kano",
         {"University of Kano"}),
        ("Bio: Ada Holm has a PhD from Purdue.", "Purdue", {"Purdue"}),
        ("Bio: Ada Holm has a PhD from Ferrolite.", "Ferrolite", {"Ferrolite"}),
        ("Joint work with Ada Holm (McGill).", "McGill", {"McGill"}),
        ("Joint work with Ada Holm, Caltech, and Ben Okafor.", "Caltech", {"Caltech"}),
        ("Joint work with Ada Holm (now at Duke).", "Duke", {"Duke"}),
        ("Joint work with Ada Holm (University of Otago).", "Otago",
         {"University of Otago"}),
        ("Bio: Ada Holm worked with Brown on soil.", "Brown", set()),
        ("This extends a bound (Brown, 2019) to graphs.", "Brown", set()),
    ],
)  # fmt: skip
def test_an_institution_wins_over_a_person_read_in_its_place(
    text: str, wrong: str, found: set[str]
) -> None:
    start = text.index(wrong)
    end = start + len(wrong)
    people = [
        Mention(at, at + len(name), "person", name, name, "author")
        for name in PEOPLE
        if (at := text.find(name)) >= 0
    ]
    people.append(Mention(start, end, "person", wrong, wrong, "mentioned"))
    document = Document("d", "s", text, (Section(0, len(text), "body"),))
    places = find_institutions(document, find_passages(document), people, linker=LINKER)
    assert {place.surface for place in places} == found


def test_a_likely_proposal_of_the_tagger_is_taken_with_its_score() -> None:
    text = "The corpus was handed over by Northern Archive Trust."
    start = text.index("Northern")
    document = Document("d", "s", text, (Section(0, len(text), "body"),))
    tagged = [
        Mention(start, len(text) - 1, "institution", text[start:-1], "", score=0.8),
        Mention(4, 10, "institution", "corpus", "", score=0.9),
    ]
    (found,) = find_institutions(
        document, find_passages(document), [], tagged, linker=LINKER
    )
    assert (found.surface, found.score) == ("Northern Archive Trust", 0.8)


def test_an_author_line_names_institutions_beside_its_people() -> None:
    text = "Ada Holm, University of Oslo, Ben Okafor, Nokia Bell Labs"
    assert names_in(text, kind="authors") == {
        "University of Oslo": "University of Oslo",
        "Nokia Bell Labs": "Bell Labs",
    }


def test_a_records_affiliations_are_mentions_of_their_field() -> None:
    author = Author(
        "Ada Holm", (Affiliation("Lab of Optics, NTNU"), Affiliation("SINTEF, Norway"))
    )
    document = Document("d", "s", "Title\nText", (), authors=(author,))
    found = find_institutions(document, (), (), linker=LINKER)
    assert [(m.field, m.surface, m.name) for m in found] == [
        (
            "affiliations.0.0",
            "NTNU",
            "Norwegian University of Science and Technology",
        ),
        ("affiliations.0.1", "SINTEF", "SINTEF"),
    ]


@pytest.mark.parametrize(
    "piece", ["University of Xa ", "Institute for ", "at MIT and ", "Lab ", "de la "]
)
def test_a_long_text_is_read_to_its_end(piece: str) -> None:
    lead = f"Bio: Ada Holm is {piece * (20_000 // len(piece))}"
    found = names_in(f"{lead}\nBio: Ben Okafor is a postdoc at Purdue.")
    assert found["Purdue"] == "Purdue University"


@given(st.text(alphabet="AUofniversty MITBon,()-.&;\n", max_size=120))
def test_offsets_hold_and_mentions_never_overlap(text: str) -> None:
    document = Document("d", "s", text, (Section(0, len(text), "body"),))
    found = find_institutions(document, find_passages(document), (), linker=LINKER)
    assert all(text[m.start : m.end] == m.surface for m in found)
    ends = [0, *(m.end for m in found)]
    assert all(end <= m.start for end, m in zip(ends, found, strict=False))
