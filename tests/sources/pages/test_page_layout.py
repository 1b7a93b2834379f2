from hypothesis import given
from hypothesis import strategies as st

from kg.sources.pages.page_layout import Part, assemble, filled_lines

LINES = ["menu", "Title: On mills ", "Ann Lee", "", "First.", "Second.", "[+]"]


def test_lines_with_something_on_them_are_numbered():
    assert filled_lines(["a", " ", "", "b"]) == [0, 3]


def test_parts_become_sections_of_the_lines_between_them():
    parts = [Part(4, 5, "body"), Part(1, 1, "title", skip=7), Part(2, 2, "authors")]
    found = assemble(LINES, parts, source="page.txt", last=6, msc=("05C81",))
    assert found.text == "\n".join(LINES[1:7])
    assert (found.first_line, found.last_line) == (1, 6)
    assert [(s.kind, found.text[s.start : s.end]) for s in found.sections] == [
        ("title", "On mills"),
        ("authors", "Ann Lee"),
        ("body", "First.\nSecond."),
    ]
    assert (found.title, found.venue, found.msc) == ("On mills", None, ("05C81",))


@given(
    st.lists(st.text(alphabet="ab \t", max_size=4), min_size=1, max_size=6), st.data()
)
def test_sections_hold_the_words_of_their_lines(lines, data):
    first = data.draw(st.integers(0, len(lines) - 1))
    last = data.draw(st.integers(first, len(lines) - 1))
    found = assemble(lines, [Part(first, last, "body")], source="x")
    (section,) = found.sections
    words = "\n".join(lines[first : last + 1])
    assert found.text == words
    assert found.text[section.start : section.end] == words.strip()
