"""Affiliations: who the text puts where, and nobody else."""

import pytest

from kg.extraction.affiliations import find_affiliations
from kg.extraction.passages import find_passages
from kg.institutions.find.find import find_institutions
from kg.institutions.ror.linker import AffiliationLinker
from kg.records import Affiliation, Author, Document, Mention, Section

LINKER = AffiliationLinker()

PEOPLE = ("Ada Holm", "Ben Okafor", "Chiara Rossi", "Deepa Rao")
SHORT = {
    "MIT": "Massachusetts Institute of Technology",
    "Columbia": "Columbia University",
    "EPFL": "École Polytechnique Fédérale de Lausanne",
    "Oslo": "University of Oslo",
    "Rice": "Rice University",
    "Inria": "Inria",
    "Lund": "Lund University",
}


def pairs_in(text: str, *, kind: str = "body") -> set[tuple[str, str]]:
    """Give (person, institution) pairs of one body or author section."""
    section = Section(0, len(text), kind)  # type: ignore[arg-type]
    document = Document("d", "s", text, (section,))
    people = [
        Mention(at, at + len(name), "person", name, name, "author")
        for name in PEOPLE
        if (at := text.find(name)) >= 0
    ]
    passages = find_passages(document)
    places = find_institutions(document, passages, people, linker=LINKER)
    links = find_affiliations(document, passages, people, places)
    for link in links:
        assert link.start is not None
        assert link.source.surface in text[link.start : link.end]
        assert link.target.surface in text[link.start : link.end]
    return {(link.source.name.split()[0], link.target.name) for link in links}


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("Joint work with Ada Holm (Columbia).", {("Ada", "Columbia")}),
        (
            "Joint work with Ada Holm (Columbia) and my advisor Ben Okafor (MIT).",
            {("Ada", "Columbia"), ("Ben", "MIT")},
        ),
        ("Joint with Ada Holm and Ben Okafor (MIT).", {("Ada", "MIT"), ("Ben", "MIT")}),
        (
            "Joint work with Ada Holm, Ben Okafor, and Chiara Rossi (EPFL).",
            {("Ada", "EPFL"), ("Ben", "EPFL"), ("Chiara", "EPFL")},
        ),
        (
            "Joint with Ada Holm, Ben Okafor, Chiara Rossi and Deepa Rao (EPFL).",
            {("Deepa", "EPFL")},
        ),
        (
            "Joint with Ada Holm, Ben Okafor, Chiara Rossi and Deepa Rao (all EPFL).",
            {("Ada", "EPFL"), ("Ben", "EPFL"), ("Chiara", "EPFL"), ("Deepa", "EPFL")},
        ),
        (
            "Joint work with Ada Holm and Ben Okafor, both at Lund University.",
            {("Ada", "Lund"), ("Ben", "Lund")},
        ),
        (
            "(Joint work with Ada Holm, Ben Okafor, and Chiara Rossi, all MIT.)",
            {("Ada", "MIT"), ("Ben", "MIT"), ("Chiara", "MIT")},
        ),
        (
            "Joint work with Ada Holm and Ben Okafor of Rice University, and Deepa Rao"
            " of Lund University.",
            {("Ada", "Rice"), ("Ben", "Rice"), ("Deepa", "Lund")},
        ),
        (
            "Joint work with Ada Holm (Inria), Ben Okafor, Chiara Rossi and Deepa Rao.",
            {("Ada", "Inria")},
        ),
        (
            "Joint work with Ada Holm (MIT), Ben Okafor and Chiara Rossi (EPFL).",
            {("Ada", "MIT"), ("Chiara", "EPFL")},
        ),
        ("Joint work with Ada Holm at the University of Oslo.", {("Ada", "Oslo")}),
        ("Joint work with Ada Holm from EPFL.", {("Ada", "EPFL")}),
        (
            "In collaboration with Ada Holm (Inria & MIT).",
            {("Ada", "Inria"), ("Ada", "MIT")},
        ),
        ("This is work of Anthropic with Ada Holm.", set()),
        (
            "Joint work with Ada Holm and my advisor Ben Okafor (MIT).",
            {("Ben", "MIT")},
        ),
        ("Joint work with Ada Holm, a postdoc at EPFL.", {("Ada", "EPFL")}),
        (
            "Joint work with Ada Holm, who is at MIT, and Ben Okafor, now at EPFL.",
            {("Ada", "MIT"), ("Ben", "EPFL")},
        ),
    ],
)
def test_what_stands_beside_a_name(text: str, pairs: set[tuple[str, str]]) -> None:
    assert pairs_in(f"We bound a rate.\n{text}") == _full(pairs)


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        (
            "Ada Holm is a professor at Rice University. She has a Ph.D. from MIT.",
            {("Ada", "Rice"), ("Ada", "MIT")},
        ),
        (
            "Dr. Ada Holm joined Lund University in 2001. Before, she was at EPFL.",
            {("Ada", "Lund"), ("Ada", "EPFL")},
        ),
        (
            "Ada Holm is a student, advised by Ben Okafor at Rice University.",
            {("Ada", "Rice")},
        ),
        (
            "Ada Holm is a postdoc at MIT. She works with Ben Okafor (EPFL).",
            {("Ada", "MIT"), ("Ben", "EPFL")},
        ),
        (
            "Ada Holm is a postdoc at MIT. Ben Okafor is a reader at Lund University.",
            {("Ada", "MIT"), ("Ben", "Lund")},
        ),
        ("I am a postdoc at MIT. I was a student of Ben Okafor at EPFL.", set()),
        ("My name is Ada Holm and I am a student at MIT.", {("Ada", "MIT")}),
        ("The speaker, Ada Holm, is a postdoc at EPFL.", {("Ada", "EPFL")}),
        (
            "After some years at MIT, Ada Holm was hired by the EPFL.",
            {("Ada", "MIT")},
        ),
    ],
)
def test_a_biography_is_about_its_subject(
    text: str, pairs: set[tuple[str, str]]
) -> None:
    assert pairs_in(f"We bound a rate.\nBio: {text}") == _full(pairs)


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("Speaker: Ada Holm (MIT)", {("Ada", "MIT")}),
        ("Ada Holm, University of Oslo", {("Ada", "Oslo")}),
        (
            "Ada Holm, Rice University; Ben Okafor, Lund University",
            {("Ada", "Rice"), ("Ben", "Lund")},
        ),
        (
            "Ada Holm and Ben Okafor\nUniversity of Oslo",
            {("Ada", "Oslo"), ("Ben", "Oslo")},
        ),
        (
            "Ada Holm\nUniversity of Oslo\nBen Okafor\nLund University",
            {("Ada", "Oslo"), ("Ben", "Lund")},
        ),
        (
            "Ada Holm^1, Ben Okafor^{1,2}\n1 University of Oslo\n2 Lund University",
            {("Ada", "Oslo"), ("Ben", "Oslo"), ("Ben", "Lund")},
        ),
        (
            "Ada Holm¹, Ben Okafor²\n¹ Rice University, ² Lund University",
            {("Ada", "Rice"), ("Ben", "Lund")},
        ),
        (
            "Ada Holm*, Ben Okafor†\n*University of Oslo †Lund University",
            {("Ada", "Oslo"), ("Ben", "Lund")},
        ),
        ("Ada Holm, Ben Okafor", set()),
    ],
)
def test_an_author_line_pairs_by_marks_or_lines(
    text: str, pairs: set[tuple[str, str]]
) -> None:
    assert pairs_in(text, kind="authors") == _full(pairs)


def test_a_record_links_each_author_to_their_own_field() -> None:
    ada = Author("Ada Holm", (Affiliation("MIT"),))
    ben = Author("Ben Okafor", (Affiliation("EPFL; Inria"),))
    authors = (ada, ben)
    document = Document("d", "s", "Title\nText", (), authors=authors)
    people = [
        Mention(0, 8, "person", "Ada Holm", "Ada Holm", "author", field="authors.0"),
        Mention(
            0, 10, "person", "Ben Okafor", "Ben Okafor", "author", field="authors.1"
        ),
    ]
    places = find_institutions(document, (), people, linker=LINKER)
    links = find_affiliations(document, (), people, places)
    found = {(link.source.name.split()[0], link.target.name) for link in links}
    assert found == _full({("Ada", "MIT"), ("Ben", "EPFL"), ("Ben", "Inria")})
    assert {(link.start, link.end) for link in links} == {(None, None)}


def test_a_pair_said_twice_is_one_link() -> None:
    text = "We bound a rate.\nJoint work with Ada Holm (MIT).\nBio: Ada Holm is at MIT."
    assert len(pairs_in(text)) == 1


def _full(pairs: set[tuple[str, str]]) -> set[tuple[str, str]]:
    return {(person, SHORT[place]) for person, place in pairs}
