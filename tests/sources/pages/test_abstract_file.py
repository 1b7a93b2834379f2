import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.files.opened_file import Head
from kg.files.opening import open_text
from kg.records import Document
from kg.sources.pages import abstract_file as abstract
from kg.sources.pages import paragraphs

PROSE = (
    "We ask how long a walk on a growing graph needs until every vertex was seen. For "
    "graphs that grow slowly the answer is the same as for fixed ones, and for others "
    "we give a bound that depends on the rate of growth only. Experiments agree."
)
MORE = (
    "A second part treats directed graphs, where the bound no longer is sharp at all."
)
TITLE = "Walks on Growing Graphs"


def sections(text):
    (found,) = abstract.parse(open_text(text, name="x.txt"))
    assert isinstance(found, Document)
    return {s.kind: found.text[s.start : s.end] for s in found.sections}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (PROSE, {"body": PROSE}),
        (f"{TITLE}\n\n{PROSE}", {"title": TITLE, "body": PROSE}),
        (f"\n{TITLE}\n{PROSE}\n\n", {"title": TITLE, "body": PROSE}),
        (f"{TITLE}\nAnn Lee, Bo Chu and Max Stone\n\n{PROSE}",
         {"title": TITLE, "authors": "Ann Lee, Bo Chu and Max Stone", "body": PROSE}),
        (f"{TITLE}\nLee, Ann; Chu, Bo\n{PROSE}",
         {"title": TITLE, "authors": "Lee, Ann; Chu, Bo", "body": PROSE}),
        (f"{TITLE}\nBy Ann Lee\n\n{PROSE}",
         {"title": TITLE, "authors": "Ann Lee", "body": PROSE}),
        (f"Title: {TITLE}\nAuthors: Ann Lee\nAbstract: {PROSE}",
         {"title": TITLE, "authors": "Ann Lee", "body": PROSE}),
        (f"{TITLE}\nAbstract\n{PROSE}", {"title": TITLE, "body": PROSE}),
        (f"{TITLE}\n\n{PROSE}\n\n{MORE}",
         {"title": TITLE, "body": f"{PROSE}\n\n{MORE}"}),
        (f"{TITLE}\n\n{PROSE}\n\nKeywords: walks, graphs",
         {"title": TITLE, "body": PROSE}),
        (textwrap.fill(PROSE, 72), {"body": textwrap.fill(PROSE, 72)}),
        (f"{TITLE}\n{textwrap.fill(PROSE, 72)}",
         {"title": TITLE, "body": textwrap.fill(PROSE, 72)}),
    ],
)  # fmt: skip
def test_parts_of_an_abstract(text, expected):
    assert abstract.fits(Head("x.txt", b"", text))
    assert sections(text) == expected


def test_a_sentence_over_authors_is_a_title():
    text = f"Walks on growing graphs see each vertex in time.\nAnn Lee and Bo Chu\n\n{PROSE}"
    assert abstract.fits(Head("x.txt", b"", text))
    assert sections(text)["title"] == text.partition("\n")[0]


def test_labelled_details_behind_a_text_are_no_part_of_it():
    behind = "Comments: 9 pages\nSubjects: math.CO"
    text = f"Title: {TITLE}\nAuthors: Ann Lee\nAbstract: {PROSE}\n{behind}"
    assert abstract.fits(Head("x.txt", b"", text))
    assert sections(text)["body"] == PROSE


def test_keywords_are_kept():
    text = f"{TITLE}\n\n{PROSE}\n\nKeywords: walks, growing graphs"
    (found,) = abstract.parse(open_text(text, name="x.txt"))
    assert found.keywords == ("walks", "growing graphs")


@pytest.mark.parametrize(
    "text",
    [
        "A few words only.",
        f"{TITLE}\n\n{PROSE}\n\nTrees in Random Fields\n\n{PROSE}",
        "\n\n".join([PROSE] * 40),
        "\n".join(f"{i};{i * i};0.5" for i in range(50)),
        "Home\nAbout\nContact\nImprint",
    ],
)
def test_what_is_no_single_abstract(text):
    assert not abstract.fits(Head("x.txt", b"", text))


pieces = st.sampled_from([PROSE, TITLE, "By Ann Lee", "Abstract:", "\n", "\n\n", " "])


@pytest.mark.parametrize("reader", [abstract, paragraphs])
@given(st.lists(pieces | st.text(max_size=9)).map("".join))
def test_a_document_is_lines_of_its_source(reader, text):
    file = open_text(text, name="x.txt")
    lines = file.text().split("\n")
    for found in reader.parse(file):
        if isinstance(found, Document):
            assert found.text == "\n".join(
                lines[found.first_line : found.last_line + 1]
            )
            bounds = [b for s in found.sections for b in (s.start, s.end)]
            assert bounds == sorted(bounds)
            assert all(0 <= b <= len(found.text) for b in bounds)
