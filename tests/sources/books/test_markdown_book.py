import pytest

from kg.files.opened_file import Head
from kg.files.opening import open_text
from kg.records import Document, Remark
from kg.sources.books import markdown_book

TEXT = "We ask how the mills of the north turn, and find that the wind alone turns them, day and"
TEXT += " night, for as long as it blows over the hills."

# As people write them: bold names, a numbered heading with labels, lines drawn below
# headings, deeper headings with names in a list.
BOLD = """# Book of abstracts

## {one}

**Ann Lee, Bo Li**

*University of Oslo, Norway*

{text}

---

## {two}

**Cara Mum**, Dan Nim

_ETH Zurich, Switzerland_

{text}

**Keywords:** rye, *soil*
"""
LABELS = """### {one}
- **Speaker:** Ann Lee and Bo Li
- **Affiliation:** University of Oslo, Norway
- **Date:** 5 May 2022

**Abstract:** {text}

### {two} ###
- **Speakers:** Cara Mum and Dan Nim
- **Affiliation:** ETH Zurich, Switzerland

**Abstract:** {text}
"""
DRAWN = """Talks
=====

{one}
-----

Ann Lee and Bo Li
University of Oslo, Norway

> {text}

{two}
-----

Cara Mum and Dan Nim
ETH Zurich, Switzerland

> {text}
"""
BOOKS = {"bold": BOLD, "labels": LABELS, "drawn": DRAWN}


def book(name):
    return BOOKS[name].format(one="On mills", two="On rye", text=TEXT)


def parse(text):
    items = list(markdown_book.parse(open_text(text, name="x.md")))
    return [i for i in items if isinstance(i, Document)], [
        i for i in items if isinstance(i, Remark)
    ]


def section(document, kind):
    places = [s for s in document.sections if s.kind == kind]
    return [document.text[s.start : s.end] for s in places]


@pytest.mark.parametrize("name", BOOKS)
def test_books_have_titles_people_places_and_texts(name):
    text = book(name)
    assert markdown_book.fits(Head("x", b"", text))
    (first, second), remarks = parse(text)
    assert (first.title, second.title) == ("On mills", "On rye")
    assert section(first, "body") == section(second, "body") == [TEXT]
    assert section(first, "affiliation") == ["University of Oslo, Norway"]
    assert "Ann Lee" in section(first, "authors")[0]
    assert "Dan Nim" in section(second, "authors")[0]
    assert remarks == []


@pytest.mark.parametrize("name", BOOKS)
def test_documents_are_lines_of_the_file(name):
    lines = book(name).split("\n")
    for document in parse(book(name))[0]:
        span = lines[document.first_line : document.last_line + 1]
        assert document.text == "\n".join(span)


def test_keywords_and_years_are_read():
    assert parse(book("bold"))[0][1].keywords == ("rye", "soil")
    assert parse(book("labels"))[0][0].year == 2022


def test_a_heading_without_a_text_is_counted():
    documents, (remark,) = parse(book("bold") + "\n## Coffee\n\nIn the hall\n")
    assert len(documents) == 2
    assert (remark.line, remark.lost) == (23, False)


def test_headings_in_examples_are_none():
    text = book("bold").replace(TEXT, f"{TEXT}\n\n```\n## not a heading\n```", 1)
    assert len(parse(text)[0]) == 2


@pytest.mark.parametrize(
    "text",
    [
        f"# Guide\n\n## Install\n\n{TEXT}\n\n## Use\n\n{TEXT}\n",
        f"On mills\n\n{TEXT}\n",
        "# One\n\n# Two\n",
        "",
    ],
)
def test_other_texts_are_no_books(text):
    assert not markdown_book.fits(Head("x", b"", text))


def test_a_text_without_talks_is_a_reject():
    documents, (remark,) = parse("# One\n")
    assert (documents, remark.lost) == ([], True)
