import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.files.opened_file import Head
from kg.files.opening import open_text
from kg.records import Document
from kg.sources.pages import abstract_book

MILLS = (
    "Mills turn by wind or by water. We counted those of one valley on maps of three "
    "centuries and asked which of them were built again after a flood had taken them."
)
TREES = (
    "Trees that stand alone grow wider than those of a forest. A tape and patience are "
    "all that is needed to show by how much, and where the difference comes from."
)
ABOVE = f"On mills\nAna Cruz¹, Bo Li²\n¹ Lund University\n² MIT, USA\n\n{MILLS}"
BELOW = f"On trees\nEva Maes\nKeio University\n\n{TREES}"


def read(text):
    return [
        found
        for found in abstract_book.parse(open_text(text, name="x.txt"))
        if isinstance(found, Document)
    ]


def parts(document):
    return [(s.kind, document.text[s.start : s.end]) for s in document.sections]


def fits(text):
    return abstract_book.fits(Head("x.txt", b"", text))


def test_each_text_under_a_title_and_authors_is_a_document():
    text = f"Book of abstracts\n\n{ABOVE}\n\nKeywords: wind\n\n{BELOW}\n"
    assert fits(text)
    first, second = read(text)
    assert (first.title, first.first_line, first.last_line) == ("On mills", 2, 9)
    assert parts(first)[1:] == [
        ("authors", "Ana Cruz¹, Bo Li²"),
        ("affiliation", "Lund University"),
        ("affiliation", "MIT, USA"),
        ("body", f"{MILLS}\n\nKeywords: wind"),
    ]
    assert second.title == "On trees"


def test_names_may_stand_above_titles():
    text = (
        f"10:00 – 10:30\nAna Cruz\nOn mills\n{MILLS}\n\n3 May: Bo Li\nOn trees\n{TREES}"
    )
    assert fits(text)
    assert [(d.title, dict(parts(d))["authors"]) for d in read(text)] == [
        ("On mills", "Ana Cruz"),
        ("On trees", "Bo Li"),
    ]


def test_a_heading_within_a_text_begins_no_other():
    text = f"{ABOVE}\n\nMethods\n\n{TREES}\n\n{BELOW}"
    first, second = read(text)
    assert first.text.endswith(TREES)
    assert second.title == "On trees"


@pytest.mark.parametrize(
    "text",
    [
        ABOVE,
        MILLS,
        f"On mills\n\n{MILLS}\n\nOn trees\n\n{TREES}",
        f"{ABOVE}\n\nOn trees\nAna Cruz\n\n{TREES}",  # the page of an author
        "\n\n".join(
            f"Speaker: {name}\nTitle: On mills\nAbstract: {MILLS}"
            for name in ("Ana Cruz", "Bo Li")
        ),
        "",
    ],
)  # fmt: skip
def test_what_is_no_book(text):
    assert not fits(text)


pieces = st.sampled_from(
    [ABOVE, BELOW, MILLS, "Ana Cruz", "On mills", "\n", "\n\n", " "]
)


@settings(deadline=None)  # the first text loads tables
@given(st.lists(pieces | st.text(max_size=5), max_size=8).map("".join))
def test_a_document_is_lines_of_its_source(text):
    lines = open_text(text, name="x.txt").text().split("\n")
    last = -1
    for found in read(text):
        assert last < found.first_line <= found.last_line
        last = found.last_line
        assert found.text == "\n".join(lines[found.first_line : last + 1])
        bounds = [b for s in found.sections for b in (s.start, s.end)]
        assert bounds == sorted(bounds)
        assert all(0 <= b <= len(found.text) for b in bounds)
