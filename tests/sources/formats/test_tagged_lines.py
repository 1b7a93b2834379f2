import pytest

from kg.files.opened_file import Head
from kg.sources.formats.tagged_lines import line_tags


def tags(text):
    return line_tags(Head("x", b"", text))


@pytest.mark.parametrize(
    ("line", "tag"),
    [
        ("TY  - JOUR", "TY -"),
        (" TY  - JOUR", "TY -"),
        ("TY\t–\tJOUR", "TY -"),
        ("ER  -", "ER -"),
        ("PMID- 123", "PMID -"),
        ("AB - one space", "AB -"),
        ("PT J", "PT "),
        ("RT Journal Article", "RT "),
        ("RT Book, Section", "RT "),
        ("EF", "EF "),
        ("%0 Journal Article", "%0"),
        ("BEGIN:VCALENDAR", "BEGIN:VCALENDAR"),
        ("Template-Type: ReDIF-Paper 1.0", "Template-Type:"),
        ("  {Title}: On mills", "{Title}"),
        ("SrcDatabase-来源库: x", "SrcDatabase-"),
        ("Title–题名: x", "Title-"),
        ("author-name: Ann Lee", "Author-Name:"),
        ("template-type: redif-paper 1.0", "Template-Type:"),
    ],
)
def test_a_tag_is_told_by_what_follows_it(line, tag):
    assert tags(f"\n{line}\n") == {tag}


@pytest.mark.parametrize("blanks", ["  ", "\t", "\ufeff", "\ufeff\ufeff"])
def test_a_whole_file_may_be_set_in(blanks):
    lines = ["PT J", "AU Lee", "   Li", "%T x"]
    assert tags("\n".join(blanks + line for line in lines)) == {"PT ", "AU ", "%T"}


@pytest.mark.parametrize(
    "line",
    [
        *("Title: On mills", "AI: a talk", "PTA J", "100 %A", "ER-1", "ER diagrams"),
        *(
            "TY - Tang Yu speaks",
            "PMID - an id",
            "PT symmetry",
            "RT PCR was used",
            "PY notes",
            "UT Austin",
        ),
        *("Well-known: x", "Title: On mills", "{Braces} of TeX", "On-题名"),
        *("%0 of what", "BEGIN:VCARD is how"),
    ],
)
def test_words_are_no_tags(line):
    assert tags(line) == frozenset()


@pytest.mark.parametrize(
    ("text", "is_tagged"),
    [
        ("PT J\nwords\nwords\nwords\nwords", True),
        ("Title\nWords\nWords\nPT J\nAU Lee", True),
        ("Title\nWords\nWords\nPT J\nwords\nwords\nAU Lee", False),
        ("a\nb\nc\nd\ne\nPT J\nAU Lee\nf\nTI M", True),
        ("a\nb\nc\nd\ne\nPT J\nAU Lee\nf\nTI M\ng", False),
        ("a\nb\nc\nd\ne\nPT J\nAU Lee\n   f\nTI M\n   g", True),
        ("", False),
    ],
)
def test_a_file_is_tagged_from_its_start_or_nearly_all_over(text, is_tagged):
    assert bool(tags(text)) is is_tagged
