import pytest

from kg.files.opened_file import Head
from kg.sources.formats.tagged_lines import line_tags


@pytest.mark.parametrize(
    ("line", "tag"),
    [
        ("TY  - JOUR", "TY -"),
        ("ER  -", "ER -"),
        ("PMID- 123", "PMID -"),
        ("AB - one space", "AB -"),
        ("PT J", "PT "),
        ("EF", "EF "),
        ("%0 Journal Article", "%0"),
        ("BEGIN:VCALENDAR", "BEGIN:VCALENDAR"),
        ("Template-Type: ReDIF-Paper 1.0", "Template-Type:"),
    ],
)
def test_a_tag_is_told_by_what_follows_it(line, tag):
    assert line_tags(Head("x", b"", f"words\n{line}\n")) == {tag}


@pytest.mark.parametrize(
    "line", [" TY  - JOUR", "Title: On mills", "AI: a talk", "PTA J", "100 %A", "ER-1"]
)
def test_words_are_no_tags(line):
    assert line_tags(Head("x", b"", line)) == frozenset()


def test_only_the_first_lines_are_looked_at():
    assert line_tags(Head("x", b"", "word\n" * 500 + "PT J")) == frozenset()
